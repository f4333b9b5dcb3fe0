// A disk that does what disks do: it fills up, fails a call, and forgets at a power cut what nobody
// flushed. It stands between SQLite and one folder, as the process's default file system (a VFS); the
// files are real, so what is read while the power is on is what was written.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include <sqlite3.h>

namespace shanzhi::test {

/// What SQLite asks of a disk.
enum class DiskCall : std::uint8_t { open, read, write, truncate, flush, lock, share, remove };
inline constexpr int kDiskCalls = 8;
const char* name_of(DiskCall call);

/// A file as the platter has it, and what was written since its last flush, in order.
struct Platter {
  struct Change {
    std::int64_t at = 0;
    std::string bytes;  ///< written there; empty: the file was cut to `at` bytes
    bool cut() const { return bytes.empty(); }
  };
  std::string flushed;
  bool named = false;  ///< its name is in the folder on the platter
  std::vector<Change> unflushed;

  void apply(const Change& change);
  void flush();
  /// What a power cut leaves: each sector of 512 bytes some of its changes behind the others.
  std::string after_cut(std::mt19937_64& random) const;
};

/// One at a time in a process; made before the database is opened, gone after it is closed.
class FaultyDisk {
 public:
  explicit FaultyDisk(std::filesystem::path folder);
  ~FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;

  /// The nth call of that sort from now (1 = the next) fails with that SQLite code; all later ones too
  /// when `ever_after`. A write that fails with SQLITE_FULL has written its first half.
  void fail(DiskCall call, int nth, int code, bool ever_after);
  /// Nothing fails any more.
  void heal();
  /// Whether what fail() or cut_power() announced has happened.
  bool struck();
  int calls(DiskCall call);

  /// At the nth change from now (a write, truncation, flush or removal) the power goes: nothing is
  /// written after it, everything fails.
  void cut_power(int nth);
  /// Writes what the platter has after the cut as files into another folder.
  void write_platter(const std::filesystem::path& to, std::mt19937_64& random);

  // For the file system's functions.
  struct Vfs;

 private:
  struct Fault {
    int nth = 0;
    int code = 0;
    bool ever_after = false;
  };
  /// What the call must answer instead of being carried out; SQLITE_OK: nothing.
  int trouble(DiskCall call);

  std::filesystem::path folder_;
  std::unique_ptr<Vfs> vfs_;
  std::mutex mutex_;
  Fault faults_[kDiskCalls];
  int calls_[kDiskCalls] = {};
  int until_cut_ = 0;  ///< 0: the power stays on
  bool dark_ = false, struck_ = false;
  std::map<std::string, std::shared_ptr<Platter>> files_;
  std::map<std::string, std::string> removed_;  ///< names taken away, but not yet on the platter
};

}  // namespace shanzhi::test
