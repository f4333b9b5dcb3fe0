// Asks for the context of an award by person, rule and day.
#include "client/award_context.h"

namespace shanzhi::app {

const model::Loaded<api::AwardContextView>* award_context_of(model::Model& model,
                                                             const screens::AwardForm& form,
                                                             base::Instant now) {
  if (form.person.empty() || form.rule.empty()) return nullptr;
  const auto when = screens::when_meant(form.when, now);
  if (!when) return nullptr;
  // By the day is enough for every cap, and keeps the address the same while the clock runs.
  const base::Instant day = base::start_of(base::day_of(*when));
  return &model.award_contexts.want(model::query_path(
      "award-context",
      {{"person", form.person}, {"rule", form.rule}, {"occurred_at", base::to_text(day)}}));
}

}  // namespace shanzhi::app
