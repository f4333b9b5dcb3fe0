// The VFS: every call is counted, perhaps refused, noted on the platter, and handed to the real one.
#include "tests/support/faulty_disk.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace shanzhi::test {

namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "faulty";

std::string read_whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

/// One open file: ours in front, the real file system's behind it in the same piece of memory.
struct OpenFile {
  sqlite3_file base;
  FaultyDisk::Vfs* vfs;
  std::shared_ptr<Platter>* platter;  ///< null: not in the folder
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

struct FaultyDisk::Vfs {
  sqlite3_vfs base{};
  sqlite3_vfs* real = nullptr;
  FaultyDisk* disk = nullptr;

  static OpenFile& open_file(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
  static Vfs& self(sqlite3_vfs* vfs) { return *static_cast<Vfs*>(vfs->pAppData); }

  bool ours(const char* path) const {
    return path != nullptr && std::string_view(path).starts_with(disk->folder_.string() + "/");
  }

  /// Carries out what `call` is about unless the disk has other plans; `note` writes it down.
  template <class Do, class Note>
  static int attempt(sqlite3_file* file, DiskCall call, Do carry_out, Note note) {
    OpenFile& at = open_file(file);
    if (at.platter == nullptr) return carry_out(at.real());
    FaultyDisk& disk = *at.vfs->disk;
    const std::lock_guard lock(disk.mutex_);
    if (const int code = disk.trouble(call)) return code;
    const int code = carry_out(at.real());
    if (code == SQLITE_OK) note(**at.platter);
    return code;
  }
  template <class Do>
  static int attempt(sqlite3_file* file, DiskCall call, Do carry_out) {
    return attempt(file, call, carry_out, [](Platter&) {});
  }

  static int close(sqlite3_file* file) {
    OpenFile& at = open_file(file);
    delete at.platter;
    return at.real()->pMethods->xClose(at.real());
  }
  static int read(sqlite3_file* file, void* to, int count, sqlite3_int64 from) {
    return attempt(file, DiskCall::read, [&](sqlite3_file* real) {
      return real->pMethods->xRead(real, to, count, from);
    });
  }
  static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 to) {
    const auto put = [&](sqlite3_file* real) {
      return real->pMethods->xWrite(real, bytes, count, to);
    };
    const auto note = [&](Platter& platter) {
      platter.unflushed.push_back(
          {to, {static_cast<const char*>(bytes), static_cast<std::size_t>(count)}});
    };
    const int code = attempt(file, DiskCall::write, put, note);
    OpenFile& at = open_file(file);
    if (code == SQLITE_FULL && at.platter != nullptr)
      at.real()->pMethods->xWrite(at.real(), bytes, count / 2, to);
    return code;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return attempt(
        file, DiskCall::truncate,
        [&](sqlite3_file* real) { return real->pMethods->xTruncate(real, size); },
        [&](Platter& platter) {
          platter.unflushed.push_back({size, {}});
        });
  }
  // The real flush is left out: the platter is what counts here, and it is quick.
  static int sync(sqlite3_file* file, int) {
    return attempt(
        file, DiskCall::flush, [](sqlite3_file*) { return SQLITE_OK; },
        [&](Platter& platter) {
          // With a new file SQLite flushes the folder: what was removed before stays removed.
          if (!platter.named) open_file(file).vfs->disk->removed_.clear();
          platter.flush();
        });
  }
  static int size(sqlite3_file* file, sqlite3_int64* size) {
    return open_file(file).real()->pMethods->xFileSize(open_file(file).real(), size);
  }
  static int lock(sqlite3_file* file, int level) {
    return attempt(file, DiskCall::lock,
                   [&](sqlite3_file* real) { return real->pMethods->xLock(real, level); });
  }
  static int unlock(sqlite3_file* file, int level) {
    return open_file(file).real()->pMethods->xUnlock(open_file(file).real(), level);
  }
  static int reserved(sqlite3_file* file, int* held) {
    return open_file(file).real()->pMethods->xCheckReservedLock(open_file(file).real(), held);
  }
  static int control(sqlite3_file* file, int what, void* argument) {
    return open_file(file).real()->pMethods->xFileControl(open_file(file).real(), what, argument);
  }
  static int sector_size(sqlite3_file* file) {
    return open_file(file).real()->pMethods->xSectorSize(open_file(file).real());
  }
  static int character(sqlite3_file* file) {
    return open_file(file).real()->pMethods->xDeviceCharacteristics(open_file(file).real());
  }
  static int share_map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
    return attempt(file, DiskCall::share, [&](sqlite3_file* real) {
      return real->pMethods->xShmMap(real, page, size, extend, at);
    });
  }
  static int share_lock(sqlite3_file* file, int offset, int count, int flags) {
    if ((flags & SQLITE_SHM_UNLOCK) != 0)
      return open_file(file).real()->pMethods->xShmLock(open_file(file).real(), offset, count,
                                                        flags);
    return attempt(file, DiskCall::share, [&](sqlite3_file* real) {
      return real->pMethods->xShmLock(real, offset, count, flags);
    });
  }
  static void share_barrier(sqlite3_file* file) {
    open_file(file).real()->pMethods->xShmBarrier(open_file(file).real());
  }
  static int share_unmap(sqlite3_file* file, int remove) {
    return open_file(file).real()->pMethods->xShmUnmap(open_file(file).real(), remove);
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all{
        2,          close,         read,        write,   truncate,    sync,      size,
        lock,       unlock,        reserved,    control, sector_size, character, share_map,
        share_lock, share_barrier, share_unmap, nullptr, nullptr};
    return &all;
  }

  static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out) {
    Vfs& at = self(vfs);
    OpenFile& opened = open_file(file);
    opened = {{nullptr}, &at, nullptr};
    const bool ours = at.ours(path);
    FaultyDisk& disk = *at.disk;
    const std::lock_guard lock(disk.mutex_);
    if (ours)
      if (const int code = disk.trouble(DiskCall::open)) return code;
    const bool there = ours && fs::exists(path);
    const int code = at.real->xOpen(at.real, path, opened.real(), flags, out);
    if (code != SQLITE_OK) return code;
    opened.base.pMethods = methods();
    if (!ours) return code;
    auto& platter = disk.files_[path];
    if (!platter) {
      platter = std::make_shared<Platter>();
      if (there) platter->flushed = read_whole(path);
      platter->named = there;
      disk.removed_.erase(path);
    }
    opened.platter = new std::shared_ptr<Platter>(platter);
    return code;
  }

  static int remove(sqlite3_vfs* vfs, const char* path, int flush_folder) {
    Vfs& at = self(vfs);
    if (!at.ours(path)) return at.real->xDelete(at.real, path, flush_folder);
    FaultyDisk& disk = *at.disk;
    const std::lock_guard lock(disk.mutex_);
    if (const int code = disk.trouble(DiskCall::remove)) return code;
    const auto file = disk.files_.find(path);
    if (file != disk.files_.end()) {
      if (file->second->named && flush_folder == 0) disk.removed_[path] = file->second->flushed;
      disk.files_.erase(file);
    }
    return at.real->xDelete(at.real, path, 0);
  }
};

namespace {

/// The functions of the real file system that are handed on as they are.
template <auto member>
struct HandOn;
template <class Answer, class... Given, Answer (*sqlite3_vfs::*member)(sqlite3_vfs*, Given...)>
struct HandOn<member> {
  static Answer call(sqlite3_vfs* vfs, Given... given) {
    sqlite3_vfs* real = FaultyDisk::Vfs::self(vfs).real;
    return (real->*member)(real, given...);
  }
};

}  // namespace

FaultyDisk::FaultyDisk(fs::path folder)
    : folder_(fs::canonical(folder)), vfs_(std::make_unique<Vfs>()) {
  sqlite3_initialize();
  vfs_->real = sqlite3_vfs_find(nullptr);
  vfs_->disk = this;
  if (std::strcmp(vfs_->real->zName, kName) == 0) throw std::logic_error("one disk at a time");
  sqlite3_vfs& base = vfs_->base;
  base = *vfs_->real;
  base.iVersion = 2;
  base.szOsFile = static_cast<int>(sizeof(OpenFile)) + vfs_->real->szOsFile;
  base.pNext = nullptr;
  base.zName = kName;
  base.pAppData = vfs_.get();
  base.xOpen = Vfs::open;
  base.xDelete = Vfs::remove;
  base.xAccess = HandOn<&sqlite3_vfs::xAccess>::call;
  base.xFullPathname = HandOn<&sqlite3_vfs::xFullPathname>::call;
  base.xRandomness = HandOn<&sqlite3_vfs::xRandomness>::call;
  base.xSleep = HandOn<&sqlite3_vfs::xSleep>::call;
  base.xCurrentTime = HandOn<&sqlite3_vfs::xCurrentTime>::call;
  base.xGetLastError = HandOn<&sqlite3_vfs::xGetLastError>::call;
  base.xCurrentTimeInt64 = HandOn<&sqlite3_vfs::xCurrentTimeInt64>::call;
  sqlite3_vfs_register(&base, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&vfs_->base);
  sqlite3_vfs_register(vfs_->real, 1);
}

const char* name_of(DiskCall call) {
  constexpr const char* kNames[] = {"open",  "read", "write", "truncate",
                                    "flush", "lock", "share", "remove"};
  return kNames[static_cast<std::size_t>(call)];
}

void FaultyDisk::fail(DiskCall call, int nth, int code, bool ever_after) {
  const std::lock_guard lock(mutex_);
  faults_[static_cast<int>(call)] = {nth, code, ever_after};
}

void FaultyDisk::heal() {
  const std::lock_guard lock(mutex_);
  for (Fault& fault : faults_) fault = {};
}

bool FaultyDisk::struck() {
  const std::lock_guard lock(mutex_);
  return struck_;
}

int FaultyDisk::calls(DiskCall call) {
  const std::lock_guard lock(mutex_);
  return calls_[static_cast<int>(call)];
}

void FaultyDisk::cut_power(int nth) {
  const std::lock_guard lock(mutex_);
  until_cut_ = nth;
}

int FaultyDisk::trouble(DiskCall call) {
  ++calls_[static_cast<int>(call)];
  const bool change = call == DiskCall::write || call == DiskCall::truncate ||
                      call == DiskCall::flush || call == DiskCall::remove;
  if (change && until_cut_ > 0 && --until_cut_ == 0) dark_ = struck_ = true;
  if (dark_) return SQLITE_IOERR;
  Fault& fault = faults_[static_cast<int>(call)];
  if (fault.nth == 0 || (fault.nth > 1 && --fault.nth > 0)) return SQLITE_OK;
  if (!fault.ever_after) fault.nth = 0;
  struck_ = true;
  return fault.code;
}

void FaultyDisk::write_platter(const fs::path& to, std::mt19937_64& random) {
  const std::lock_guard lock(mutex_);
  const auto write = [&](const std::string& path, const std::string& bytes) {
    std::ofstream(to / fs::path(path).filename(), std::ios::binary) << bytes;
  };
  for (const auto& [path, bytes] : removed_)
    if (random() % 2 == 0) write(path, bytes);
  for (const auto& [path, platter] : files_)
    if (platter->named || random() % 2 == 0) write(path, platter->after_cut(random));
}

}  // namespace shanzhi::test
