// SQLite's online backup in one step: the source is read as one snapshot, the writer is not kept
// waiting (WAL), and every page is copied as it is.
#include "server/storage/backup.h"

#include <filesystem>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include "server/storage/migrations.h"

namespace shanzhi::storage {

namespace fs = std::filesystem;
using base::Done;
using base::ErrorCode;
using base::Result;

namespace {

bool flush(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::fsync(file) == 0;
  ::close(file);
  return done;
}

void remove_database(const fs::path& path) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"})
    fs::remove(path.string() + suffix, ignored);
}

// A log or journal without its database: SQLite would take it for the new file's own.
bool left_behind(const fs::path& path) {
  return fs::exists(path.string() + "-wal") || fs::exists(path.string() + "-journal");
}

// A single file that needs no companion: the copy leaves WAL mode before it is handed over.
void copy_pages(const std::string& from, const std::string& to) {
  SQLite::Database source(from, SQLite::OPEN_READONLY, kBusyTimeoutMs);
  SQLite::Database target(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMs);
  {
    SQLite::Backup copying(target, source);
    if (copying.executeStep(-1) != SQLITE_DONE)
      throw SQLite::Exception("the database was locked for too long", SQLITE_BUSY);
  }
  target.exec("PRAGMA journal_mode = DELETE");
}

// Written aside, flushed, then named: the name never stands for half a file.
Result<Done> copy_database(const std::string& from, const fs::path& to) {
  const fs::path aside = to.string() + ".part";
  remove_database(aside);
  try {
    copy_pages(from, aside.string());
  } catch (const SQLite::Exception& error) {
    remove_database(aside);
    return {ErrorCode::storage_failed, "", error.what()};
  }
  std::error_code failed;
  if (flush(aside)) fs::rename(aside, to, failed);
  const fs::path folder = to.has_parent_path() ? to.parent_path() : fs::path(".");
  if (failed || !fs::exists(to) || !flush(folder)) {
    remove_database(aside);
    return {ErrorCode::storage_failed, "", to.string()};
  }
  return Done{};
}

}  // namespace

Result<Done> backup(const std::string& database, const std::string& file) {
  if (fs::exists(file) || left_behind(file)) return {ErrorCode::already_exists, "", file};
  return copy_database(database, file);
}

Result<VerifyReport> restore(const std::string& file, const std::string& folder) {
  const fs::path target = fs::path(folder) / kDatabaseFile;
  if (!fs::exists(file)) return {ErrorCode::not_found, "", file};
  if (fs::exists(target) || left_behind(target))
    return {ErrorCode::already_exists, "", target.string()};
  std::error_code failed;
  fs::create_directories(folder, failed);
  if (failed) return {ErrorCode::storage_failed, "", failed.message()};
  VerifyReport report;
  try {
    Database backup(file, Use::reader);
    report = verify(backup);
  } catch (const SQLite::Exception& error) {
    return {ErrorCode::malformed, "", error.what(), error.what()};
  }
  if (!report.holds())
    return {ErrorCode::malformed, "", sentence(report.findings.front(), true),
            sentence(report.findings.front(), false)};
  const auto copied = copy_database(file, target);
  if (!copied) return copied.error();
  return report;
}

}  // namespace shanzhi::storage
