// The small town with imports: files in, taken back, and the register's whole state to compare.
#pragma once

#include "server/app/import_service.h"
#include "tests/support/town_fixture.h"

namespace shanzhi::test {

/// Every row of that table as text, in the order of its first columns.
std::string rows_of(const std::string& database, const std::string& sql);

class ImportingTown : public Town {
 public:
  explicit ImportingTown(bool load = true);

  /// Brings a CSV in, by the administrator at the root.
  base::Result<api::ImportReport> import(const char* kind, const std::string& csv,
                                         base::Datum datum = base::Datum::wgs84);
  /// Imports what must be good; gives the import's id.
  base::ImportId imported(const char* kind, const std::string& csv,
                          base::Datum datum = base::Datum::wgs84);
  base::Result<app::Answer> undo(base::ImportId import, base::Uuid command = {});
  /// What of the register, the rules and the ledger anybody can see.
  std::string state();

 private:
  app::Caller console();

  std::unique_ptr<app::ImportService> imports_;
};

}  // namespace shanzhi::test
