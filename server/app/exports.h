// Lists as files, and the empty spreadsheets that an import understands: the ports behind
// GET /api/v1/export and GET /api/v1/import-template.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/app/ports.h"

namespace shanzhi::app {

/// A file being written row by row, the headings first.
class RowWriter {
 public:
  virtual ~RowWriter() = default;
  virtual void row(const std::vector<std::string>& cells) = 0;
  /// After the last row. Errors: storage_failed.
  virtual base::Result<base::Done> finish() = 0;
  /// What is ready to be sent, in pieces; "" when nothing is (after finish(): no more).
  virtual std::string take() = 0;
};
/// Makes the writer of a format; `title` names the sheet.
using MakeRowWriter =
    std::function<base::Result<std::unique_ptr<RowWriter>>(api::FileKind kind, const char* title)>;

/// A file on its way out.
class FileStream {
 public:
  virtual ~FileStream() = default;
  virtual const std::string& name() const = 0;  ///< "households-2026-11-22.xlsx"
  virtual const char* type() const = 0;         ///< media type
  /// The next piece; "" at the end. Errors: those of the list's query, storage_failed.
  virtual base::Result<std::string> next() = 0;
};

class Exports {
 public:
  virtual ~Exports() = default;
  /// `parameters` are those of the request, still with list and format. The first rows are read at
  /// once, so that a refusal is known before anything is sent; the rest as it is taken. The caller's
  /// rights and masks are those of the list's own query. Thread-safe. Errors: those of that query,
  /// storage_failed.
  virtual base::Result<std::unique_ptr<FileStream>> open(const api::ExportQuery& query,
                                                         const Parameters& parameters,
                                                         const Caller& caller) = 0;
  /// Errors: not_a_choice for a kind that cannot be imported as a spreadsheet, storage_failed.
  virtual base::Result<std::unique_ptr<FileStream>> import_template(const std::string& kind,
                                                                    const Caller& caller) = 0;
};

}  // namespace shanzhi::app
