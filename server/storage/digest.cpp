// libsodium's SHA-256.
#include "server/storage/digest.h"

#include <sodium.h>

namespace shanzhi::storage {

namespace {
const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
}  // namespace

ledger::Digest sha256(std::string_view bytes) {
  ledger::Digest digest;
  crypto_hash_sha256(digest.data(), bytes_of(bytes), bytes.size());
  return digest;
}

ledger::Digest chained(const ledger::Digest& previous, std::string_view canonical) {
  ledger::Digest digest;
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, previous.data(), previous.size());
  crypto_hash_sha256_update(&state, bytes_of(canonical), canonical.size());
  crypto_hash_sha256_final(&state, digest.data());
  return digest;
}

std::string hex(const ledger::Digest& digest) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : digest) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

}  // namespace shanzhi::storage
