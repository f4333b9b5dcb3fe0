// The use case behind an upload: read the file, run it in the writer, keep its marked copy for a while.
#pragma once

#include <functional>
#include <list>
#include <mutex>
#include <string>

#include "server/app/import_run.h"
#include "server/app/imports.h"

namespace shanzhi::app {

/// What reading and marking files needs of server/exchange.
struct FileFormats {
  std::function<base::Result<Table>(std::string_view bytes, base::Datum datum)> read;
  /// The table with its wrong cells marked and a last column of reasons, as XLSX.
  std::function<base::Result<std::string>(const Table&, const std::vector<RowProblem>&,
                                          bool english)>
      mark;
};

/// Runs a function as a command of the one writer: in its transaction, rolled back on error.
using RunInWriter = std::function<base::Result<Outcome>(
    const Caller&, const std::function<base::Result<Outcome>(Work&)>&)>;

class ImportService : public Imports {
 public:
  ImportService(FileFormats formats, RunInWriter run, IdentityDigest digest,
                const base::Clock& clock);
  base::Result<api::ImportReport> run(const ImportFile& file, const Caller& caller) override;
  base::Result<std::string> errors_file(base::ImportId id, const Caller& caller) override;

 private:
  struct Kept {
    base::ImportId id;
    std::int64_t user = 0;
    base::Instant until;
    std::string bytes;
  };
  void keep_errors(const ImportFile& file, const Caller& caller, const Table& table,
                   const std::vector<RowProblem>& problems);

  FileFormats formats_;
  RunInWriter run_;
  IdentityDigest digest_;
  const base::Clock& clock_;
  std::mutex mutex_;
  std::list<Kept> kept_;  ///< newest first
};

}  // namespace shanzhi::app
