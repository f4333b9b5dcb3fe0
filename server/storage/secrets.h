// Passwords, and secrets that are shown once: how they are made, hashed and compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <semaphore>
#include <string>

#include "shared/ledger/ledger.h"

namespace shanzhi::storage {

/// Fills bytes with randomness fit for secrets; given by main, fixed in tests.
using Random = std::function<void(std::uint8_t* bytes, std::size_t count)>;

/// Argon2id: OWASP's first choice, 19 MiB and two passes. Tests take less.
struct PasswordCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = 19 * 1024 * 1024;
};

/// Hashes and compares, two at a time at most: each takes memory_bytes. Thread-safe.
class Passwords {
 public:
  explicit Passwords(PasswordCost cost);
  /// Empty when memory is lacking.
  std::string hash(const std::string& password);
  /// Takes as long for an empty `stored` as for any other.
  bool match(const std::string& stored, const std::string& password);

 private:
  PasswordCost cost_;
  std::counting_semaphore<> free_{2};
  std::string decoy_;
};

/// A secret of 32 random bytes as base64url text, and what is stored of it.
struct Secret {
  std::string text;
  ledger::Digest digest{};
};
Secret make_secret(const Random& random);

/// Twelve characters that are easily read out: no 0 O 1 l I.
std::string make_password(const Random& random);

/// Eight digits: what an older person can read off a slip of paper.
std::string make_code(const Random& random);

}  // namespace shanzhi::storage
