// One import from table to report, inside the writer's transaction.
#pragma once

#include "server/app/import_work.h"
#include "server/app/imports.h"

namespace shanzhi::app {

/// The fields of that kind; empty for an unknown kind.
std::span<const ImportField> fields_of_kind(std::string_view kind);

/// What an import found: the report, and every wrong cell for the marked copy.
struct ImportFindings {
  api::ImportReport report;
  std::vector<RowProblem> problems;
};

/// Checks and writes. Fills `findings` also when it fails. An Error means that everything written must
/// be rolled back: conflict-free rows never stay beside wrong ones, and a dry run leaves nothing.
/// Errors: not_permitted, and malformed when it was a dry run or a row was wrong.
base::Result<Outcome> run_import(Work& work, const ImportFile& file, const Table& table,
                                 const IdentityDigest& digest, ImportFindings& findings);

}  // namespace shanzhi::app
