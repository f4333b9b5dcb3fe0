// libsodium's Argon2id.
#include "server/storage/secrets.h"

#include <array>

#include <sodium.h>

#include "server/storage/digest.h"

namespace shanzhi::storage {

namespace {

// Frees the place also when memory runs out between.
class Place {
 public:
  explicit Place(std::counting_semaphore<>& free) : free_(free) { free_.acquire(); }
  ~Place() { free_.release(); }

 private:
  std::counting_semaphore<>& free_;
};

}  // namespace

Passwords::Passwords(PasswordCost cost) : cost_(cost) {
  if (sodium_init() >= 0) decoy_ = hash("nobody has this password");
}

std::string Passwords::hash(const std::string& password) {
  const Place place(free_);
  std::array<char, crypto_pwhash_STRBYTES> text{};
  const int code = crypto_pwhash_str(text.data(), password.data(), password.size(), cost_.passes,
                                     cost_.memory_bytes);
  return code == 0 ? std::string(text.data()) : std::string{};
}

bool Passwords::match(const std::string& stored, const std::string& password) {
  const Place place(free_);
  const std::string& compared = stored.empty() ? decoy_ : stored;
  const bool same =
      crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return same && !stored.empty();
}

Secret make_secret(const Random& random) {
  std::array<std::uint8_t, 32> bytes{};
  random(bytes.data(), bytes.size());
  std::array<char, 64> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  Secret secret{text.data(), {}};
  secret.digest = sha256(secret.text);
  return secret;
}

std::string make_password(const Random& random) {
  constexpr std::string_view kLetters = "abcdefghijkmnpqrstuvwxyz23456789";  // 32: no modulo bias
  std::array<std::uint8_t, 12> bytes{};
  random(bytes.data(), bytes.size());
  std::string password;
  for (const std::uint8_t byte : bytes) password += kLetters[byte % kLetters.size()];
  return password;
}

std::string make_code(const Random& random) {
  std::array<std::uint8_t, 8> bytes{};
  random(bytes.data(), bytes.size());
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  const std::string digits = std::to_string(number % 100'000'000);
  return std::string(8 - digits.size(), '0') + digits;
}

}  // namespace shanzhi::storage
