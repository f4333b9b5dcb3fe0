// Bringing a file in: choose, see what would happen row by row, write all of it, take it back.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

/// The kinds that the server reads, in the order of use.
inline constexpr const char* kImportKinds[] = {"places", "roster", "merchants", "teams", "rules"};

struct ImportView {
  const model::Loaded<api::ImportPage>& imports;
  std::string file_name;  ///< picked; "" none yet
  std::int64_t file_bytes = 0;
  const model::SubmissionRef& sent;  ///< the upload: its answer is a report
};
struct ImportForm {
  int kind = 1;
  int datum = 0;
  model::SubmissionRef report_of;  ///< the upload whose answer has been read
  std::optional<api::ImportReport> report;
  bool undoing = false;
  std::string undo_id, undo_name;
  std::int64_t undo_rows = 0;
  model::SubmissionRef undo_sent;
};
Wish import_wizard(const Env& env, const ImportView& view, ImportForm& form, ui::Rect page);

}  // namespace shanzhi::screens
