// The use case behind an export: the list's own query page after page, each row to the format's writer.
#pragma once

#include "server/app/exports.h"

namespace shanzhi::app {

/// A sheet for printing ends here; a longer list is for a spreadsheet.
inline constexpr std::int64_t kPrintedRowsMax = 5000;

class ExportService : public Exports {
 public:
  /// Queries and clock outlive it.
  ExportService(Queries& queries, MakeRowWriter make_writer, const base::Clock& clock)
      : queries_(queries), make_writer_(std::move(make_writer)), clock_(clock) {}
  base::Result<std::unique_ptr<FileStream>> open(const api::ExportQuery& query,
                                                 const Parameters& parameters,
                                                 const Caller& caller) override;
  base::Result<std::unique_ptr<FileStream>> import_template(const std::string& kind,
                                                            const Caller& caller) override;

 private:
  Queries& queries_;
  MakeRowWriter make_writer_;
  const base::Clock& clock_;
};

}  // namespace shanzhi::app
