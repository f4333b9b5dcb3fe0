// The frame of the desk: rail of sections, place switcher, search, clock, account; the strip when the
// network is away. What it leaves over belongs to the screen.
#pragma once

#include <set>

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct ShellView {
  const model::Loaded<api::SearchPage>& found;
  std::int64_t households = -1;  ///< count shown in the rail, −1 unknown
  std::vector<const model::Parcel*> waiting;
  std::int64_t in_step_ms = 0;  ///< when the server last said what is new
  bool exporting = false;       ///< a file is being prepared
};
struct ShellForm {
  std::string search, place_search;
  std::set<std::string> open_places;  ///< unfolded in the tree
  bool places_open = false, found_open = false, account_open = false, keys_open = false,
       sections_open = false;
  bool outbox_open = false, focus_search = false;
  model::SubmissionRef signing_out;
};

/// Draws the frame and says in `page` what is left.
Wish shell(const Env& env, const ShellView& view, ShellForm& form, ui::Rect& page);
/// The sections that this role may open, in the rail's order.
std::vector<model::Section> sections_of(const Env& env);

}  // namespace shanzhi::screens
