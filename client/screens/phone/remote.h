// The presenter's remote: what the wall shows is said from here, and holds for some minutes.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/hall.h"

namespace shanzhi::screens {

struct RemoteForm {
  std::string village;
  std::string day;  ///< to be shown again, YYYY-MM-DD
  int speed = 1;    ///< number of the choice
  int hour = 1;
  model::SubmissionRef sent;
};
Wish remote_page(const Env& env, const model::Loaded<api::HallScenes>& wall, RemoteForm& form,
                 ui::Rect page);
/// A button as high as a thumb is sure of without looking.
inline constexpr float kRemoteButton = 60;
bool remote_button(ui::Rect r, ui::Icon which, std::string_view words, bool strong = false);
/// Its part that shows a past day again.
void remote_replay(const Env& env, const model::Loaded<api::HallScenes>& wall, RemoteForm& form,
                   Wish& wish);

}  // namespace shanzhi::screens
