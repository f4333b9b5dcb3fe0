// The small desk of grid workers and village officers: find a resident, award, see what was given today.
#pragma once

#include "client/screens/award_form.h"
#include "client/screens/phone/frame.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

struct WorkForm {
  std::string search;
  AwardForm award;
};
struct WorkView {
  const model::Loaded<api::PersonPage>* found = nullptr;  ///< for form.search
  const model::Loaded<api::Given>& given;
  AwardFormView award;
  /// Of the person that the address names.
  const model::Loaded<api::Passbook>* person = nullptr;
};
Wish work_page(const Env& env, const WorkView& view, WorkForm& form, ui::Rect page);

}  // namespace shanzhi::screens
