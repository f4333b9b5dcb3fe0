// The key that turns identity-card numbers into digests. There are few enough numbers to try them all,
// so a digest without a key would hide nothing; the key is not in the database, nor in its backups.
#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "server/storage/digest.h"
#include "server/storage/storage.h"

namespace shanzhi::storage {

using base::ErrorCode;
using base::Result;

namespace {

using Key = std::array<std::uint8_t, 32>;
constexpr const char* kKeyFile = "identity.key";

bool read_key(const std::string& path, Key& key) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const ssize_t count = ::read(file, key.data(), key.size());
  ::close(file);
  return count == static_cast<ssize_t>(key.size());
}

bool flush(const std::string& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return false;
  const bool flushed = ::fsync(folder) == 0;
  ::close(folder);
  return flushed;
}

// Made once and never replaced: with another key nobody would be found again. Its name appears with all
// of its bytes on the disk or not at all, whenever the power goes.
bool make_key(const std::string& folder, const std::string& path, const Random& random) {
  Key key{};
  random(key.data(), key.size());
  std::string aside = path + ".XXXXXX";
  const int file = ::mkostemp(aside.data(), O_CLOEXEC);
  if (file < 0) return false;
  const bool written = ::write(file, key.data(), key.size()) == static_cast<ssize_t>(key.size()) &&
                       ::fsync(file) == 0;
  ::close(file);
  // Another process may have been quicker: then its key holds.
  const bool linked = written && (::link(aside.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const bool named = linked && flush(folder);
  ::unlink(aside.c_str());
  return named;
}

}  // namespace

Result<std::string> Storage::id_digest(const std::string& number) {
  const std::string folder = options_.folder.string();
  const std::string path = (options_.folder / kKeyFile).string();
  Key key{};
  if (!read_key(path, key) && (!make_key(folder, path, options_.random) || !read_key(path, key)))
    return {ErrorCode::storage_failed, "", path};
  ledger::Digest digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const unsigned char*>(number.data()), number.size(),
                     key.data(), key.size());
  return hex(digest);
}

}  // namespace shanzhi::storage
