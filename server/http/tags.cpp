// Digests by libsodium.
#include "server/http/tags.h"

#include <array>

#include <sodium.h>

#include "shared/base/base64.h"

namespace shanzhi::http {
namespace {

/// A length before each part, so that no two lists of parts look alike.
void add_part(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

}  // namespace

std::string digest_text(std::string_view bytes) {
  std::array<unsigned char, 16> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                     0);
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  return hex.data();
}

std::string script_hash(std::string_view script) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(script.data()),
                     script.size());
  return "sha256-" + base::to_base64({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string query_tag(std::int64_t position, base::CivilDate today, std::string_view query,
                      const app::Parameters& parameters, const app::Caller& caller) {
  std::string all = std::to_string(position) + "," + std::to_string(today.days) + "," +
                    std::to_string(caller.user) + "," + std::to_string(caller.place) + "," +
                    std::to_string(caller.person) + "," +
                    std::to_string(caller.role ? static_cast<int>(*caller.role) : -1) + ",";
  add_part(all, query);
  for (const auto& [name, value] : parameters) {
    add_part(all, name);
    add_part(all, value);
  }
  return "W/\"" + digest_text(all) + "\"";
}

}  // namespace shanzhi::http
