// What an award form must know of the past, once person and rule are chosen; for desk and phone.
#pragma once

#include "client/model/model.h"
#include "client/screens/award_check.h"

namespace shanzhi::app {

/// nullptr while nothing can be asked yet.
const model::Loaded<api::AwardContextView>* award_context_of(model::Model& model,
                                                             const screens::AwardForm& form,
                                                             base::Instant now);

}  // namespace shanzhi::app
