// A VFS over the default one: every call goes through, files of logs gather what is written.
#include "server/storage/gathering.h"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

#include <sqlite3.h>

namespace shanzhi::storage {

namespace {

/// Gathered at most. SQLite's own file system writes up to 128 KiB less one byte in one call, and of just
/// 128 KiB nothing.
constexpr std::size_t kGatheredBytesMax = 127 << 10;
constexpr char kName[] = "gathering";

sqlite3_vfs* base_of(sqlite3_vfs* vfs) {
  return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

/// What SQLite sees of a log. `methods` stands first, as in sqlite3_file.
struct LogFile {
  const sqlite3_io_methods* methods;
  sqlite3_file* real;
  std::vector<char>* gathered;
  sqlite3_int64 start;  ///< where in the file `gathered` belongs
};

LogFile& log_of(sqlite3_file* file) {
  return *reinterpret_cast<LogFile*>(file);
}

int write_out(LogFile& log) {
  if (log.gathered->empty()) return SQLITE_OK;
  const int code = log.real->pMethods->xWrite(log.real, log.gathered->data(),
                                              static_cast<int>(log.gathered->size()), log.start);
  // Also after a failure: the commit that it belonged to fails with it.
  log.gathered->clear();
  return code;
}

int log_write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  LogFile& log = log_of(file);
  const bool follows = at == log.start + static_cast<sqlite3_int64>(log.gathered->size());
  if (!follows || log.gathered->size() + static_cast<std::size_t>(size) > kGatheredBytesMax) {
    const int code = write_out(log);
    if (code != SQLITE_OK) return code;
  }
  if (log.gathered->empty()) log.start = at;
  const char* from = static_cast<const char*>(bytes);
  log.gathered->insert(log.gathered->end(), from, from + size);
  return SQLITE_OK;
}

int log_read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
  const int code = write_out(log_of(file));
  sqlite3_file* real = log_of(file).real;
  return code != SQLITE_OK ? code : real->pMethods->xRead(real, bytes, size, at);
}

int log_truncate(sqlite3_file* file, sqlite3_int64 size) {
  const int code = write_out(log_of(file));
  sqlite3_file* real = log_of(file).real;
  return code != SQLITE_OK ? code : real->pMethods->xTruncate(real, size);
}

int log_sync(sqlite3_file* file, int flags) {
  const int code = write_out(log_of(file));
  sqlite3_file* real = log_of(file).real;
  return code != SQLITE_OK ? code : real->pMethods->xSync(real, flags);
}

int log_size(sqlite3_file* file, sqlite3_int64* size) {
  const int code = write_out(log_of(file));
  sqlite3_file* real = log_of(file).real;
  return code != SQLITE_OK ? code : real->pMethods->xFileSize(real, size);
}

int log_close(sqlite3_file* file) {
  LogFile& log = log_of(file);
  const int written = write_out(log);
  const int closed = log.real->pMethods->xClose(log.real);
  delete log.gathered;
  ::operator delete(log.real);
  return written != SQLITE_OK ? written : closed;
}

// A log is never locked: the database file is.
int log_lock(sqlite3_file*, int) {
  return SQLITE_OK;
}
int log_reserved(sqlite3_file*, int* held) {
  *held = 0;
  return SQLITE_OK;
}
int log_control(sqlite3_file* file, int what, void* argument) {
  sqlite3_file* real = log_of(file).real;
  return real->pMethods->xFileControl(real, what, argument);
}
int log_sector(sqlite3_file* file) {
  sqlite3_file* real = log_of(file).real;
  return real->pMethods->xSectorSize(real);
}
int log_device(sqlite3_file* file) {
  sqlite3_file* real = log_of(file).real;
  return real->pMethods->xDeviceCharacteristics(real);
}

constexpr sqlite3_io_methods kLogMethods{
    1,        log_close, log_read,     log_write,   log_truncate, log_sync,   log_size,
    log_lock, log_lock,  log_reserved, log_control, log_sector,   log_device, nullptr,
    nullptr,  nullptr,   nullptr,      nullptr,     nullptr,
};

int open_log(sqlite3_vfs* base, sqlite3_filename name, LogFile& log, int flags, int* out_flags) {
  auto* real = static_cast<sqlite3_file*>(
      ::operator new(static_cast<std::size_t>(base->szOsFile), std::nothrow));
  auto* gathered = new (std::nothrow) std::vector<char>;
  int code = real == nullptr || gathered == nullptr ? SQLITE_NOMEM : SQLITE_OK;
  if (code == SQLITE_OK) {
    std::memset(real, 0, static_cast<std::size_t>(base->szOsFile));
    code = base->xOpen(base, name, real, flags, out_flags);
  }
  if (code == SQLITE_OK) {
    gathered->reserve(kGatheredBytesMax);
    log = {&kLogMethods, real, gathered, 0};
    return SQLITE_OK;
  }
  if (real != nullptr && real->pMethods != nullptr) real->pMethods->xClose(real);
  ::operator delete(real);
  delete gathered;
  return code;
}

int open_file(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags,
              int* out_flags) {
  sqlite3_vfs* base = base_of(vfs);
  if ((flags & SQLITE_OPEN_WAL) == 0) return base->xOpen(base, name, file, flags, out_flags);
  file->pMethods = nullptr;  // until it is open there is nothing to close
  return open_log(base, name, log_of(file), flags, out_flags);
}

/// The calls that are not about an open file.
void pass_through(sqlite3_vfs& vfs) {
  vfs.xDelete = [](sqlite3_vfs* v, const char* name, int sync) {
    return base_of(v)->xDelete(base_of(v), name, sync);
  };
  vfs.xAccess = [](sqlite3_vfs* v, const char* name, int flags, int* out) {
    return base_of(v)->xAccess(base_of(v), name, flags, out);
  };
  vfs.xFullPathname = [](sqlite3_vfs* v, const char* name, int size, char* out) {
    return base_of(v)->xFullPathname(base_of(v), name, size, out);
  };
  vfs.xRandomness = [](sqlite3_vfs* v, int size, char* out) {
    return base_of(v)->xRandomness(base_of(v), size, out);
  };
  vfs.xSleep = [](sqlite3_vfs* v, int microseconds) {
    return base_of(v)->xSleep(base_of(v), microseconds);
  };
  vfs.xCurrentTime = [](sqlite3_vfs* v, double* out) {
    return base_of(v)->xCurrentTime(base_of(v), out);
  };
  vfs.xGetLastError = [](sqlite3_vfs* v, int size, char* out) {
    return base_of(v)->xGetLastError(base_of(v), size, out);
  };
  vfs.xCurrentTimeInt64 = [](sqlite3_vfs* v, sqlite3_int64* out) {
    return base_of(v)->xCurrentTimeInt64(base_of(v), out);
  };
}

}  // namespace

const char* gathering_vfs() {
  static std::mutex mutex;
  static sqlite3_vfs vfs{};  // SQLite keeps a pointer to it
  sqlite3_vfs* base = sqlite3_vfs_find(nullptr);
  const std::lock_guard lock(mutex);
  if (vfs.pAppData == base) return kName;
  const bool known = vfs.pAppData != nullptr;
  vfs.szOsFile = std::max({vfs.szOsFile, base->szOsFile, static_cast<int>(sizeof(LogFile))});
  vfs.mxPathname = base->mxPathname;
  vfs.pAppData = base;
  if (known) return kName;
  vfs.iVersion = 2;
  vfs.zName = kName;
  vfs.xOpen = open_file;
  pass_through(vfs);
  return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK ? kName : nullptr;
}

}  // namespace shanzhi::storage
