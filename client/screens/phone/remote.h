// The presenter's remote: what the wall shows is said from here, and holds for some minutes.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/hall.h"

namespace shanzhi::screens {

struct RemoteForm {
  std::string village;
  model::SubmissionRef sent;
};
Wish remote_page(const Env& env, const model::Loaded<api::HallScenes>& wall, RemoteForm& form,
                 ui::Rect page);

}  // namespace shanzhi::screens
