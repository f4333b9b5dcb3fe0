// Where I stand: points, this week, hours, the household, ranks and what is left to the next.
#pragma once

#include "client/screens/phone/family.h"
#include "client/widgets/standing.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

struct StandingForm {
  int chosen = 1;  ///< of grid, village, town
  FamilyForm family;
};
struct StandingView {
  const model::Loaded<api::Standing>& standing;
  const ui::MapShape& shape;            ///< the village's grids; empty while it is not known
  const KnownFamily* family = nullptr;  ///< of a resident
  const api::FamilyRow* kin = nullptr;  ///< whose it is, when not the caller's own
};
Wish standing(const Env& env, const StandingView& view, StandingForm& form, ui::Rect page);

/// The page in sentences, to be said aloud.
std::string standing_words(const Env& env, const api::Standing& s);
/// "第 7 名" with what is left to the next; one sentence.
std::string gap_words(const Env& env, const api::StandingPlace& place);

}  // namespace shanzhi::screens
