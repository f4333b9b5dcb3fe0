// The archive of a household: who belongs to it, what it has, every line of its passbook, and the form to
// give it points.
#pragma once

#include "client/screens/award_form.h"
#include "client/screens/desk/code_dialog.h"
#include "client/screens/desk/passbook_line.h"

namespace shanzhi::screens {

struct ArchiveView {
  const model::Loaded<api::Passbook>& book;
  AwardFormView award;
  std::int64_t lines_wanted = 0;  ///< how many lines were asked for
  bool form_allowed = false;
};
struct ArchiveForm {
  std::string household;     ///< whose form this is
  std::int64_t lines = 100;  ///< asked for; grows by “earlier entries”
  int kind = 0;              ///< all, awards, spending, corrections
  std::string member;        ///< only this person's lines
  bool awarding = false;     ///< where there is no room beside the lines: the form instead of them
  AwardForm award;
  LineForm line;
  CodeForm code;               ///< of a member who signs in without e-mail
  model::SubmissionRef ended;  ///< a consent
  bool ending = false;         ///< whether to end the one below
  std::string access;
};

Wish archive(const Env& env, const ArchiveView& view, ArchiveForm& form, ui::Rect r);

}  // namespace shanzhi::screens
