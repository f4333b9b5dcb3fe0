// The award form: beside an archive, on a page of its own, on a phone.
#pragma once

#include "client/screens/award_check.h"
#include "client/screens/parts.h"

namespace shanzhi::screens {

/// Somebody to whom points may be given.
struct AwardCandidate {
  std::string id, name, detail;
};
struct AwardFormView {
  const model::Loaded<api::RulePage>& rules;
  const model::Loaded<api::AwardContextView>* context =
      nullptr;  ///< of the form's person, rule, time
  std::vector<AwardCandidate> candidates =
      {};  ///< members of the household; empty: search for a person
  const model::Loaded<api::PersonPage>* found = nullptr;  ///< for form.search
  /// Draws the part for photographs, where there is a camera in the hand.
  void (*photos)(const Env& env, AwardForm& form, Wish& wish) = nullptr;
};

/// Tells how what was sent has gone, and takes it back when that is wished; true once when it is finished.
/// To be called in every frame in which the form may have been left.
bool after_award(const Env& env, AwardForm& form, Wish& wish);
/// The fields, scrolling, with the sum and the button at the foot of r.
void award_fields(const Env& env, const AwardFormView& view, AwardForm& form, ui::Rect r,
                  Wish& wish);
/// What was typed for another rule is gone.
void choose_rule(AwardForm& form, const std::string& code);
const api::RuleRow* find_rule(const model::Loaded<api::RulePage>& rules, std::string_view code);

}  // namespace shanzhi::screens
