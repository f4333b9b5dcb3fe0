// The wall as it is arranged at the desk: scenes that take turns, and the address with
// which a wall is opened.
#pragma once

#include "client/screens/parts.h"
#include "shared/api/hall.h"

namespace shanzhi::screens {

/// The dialog that makes a wall's token.
struct OpenWall {
  bool open = false;
  std::string label, secret;
  model::SubmissionRef sent;
};
struct WallForm {
  std::string place;  ///< whose scenes these are
  std::uint32_t revision = 0;
  std::vector<hall::Scene> scenes;
  int at = 0;           ///< the one that is being looked at
  std::string seconds;  ///< as typed
  bool names_hidden = false, dirty = false;
  model::SubmissionRef sent;
  OpenWall opening;
};

/// `address`: of this program's page, up to the '#'.
Wish wall_page(const Env& env, const model::Loaded<api::HallScenes>& scenes,
               std::string_view address, WallForm& form, ui::Rect page);

void open_wall_dialog(const Env& env, std::string_view address, OpenWall& form, Wish& wish);

}  // namespace shanzhi::screens
