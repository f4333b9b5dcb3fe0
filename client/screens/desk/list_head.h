// The head of a list: its title with place and count, and what can be done with the whole of it.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct ListHead {
  std::string_view title;
  std::int64_t count = 0;     ///< −1: not known
  std::string_view add = {};  ///< words of the button that makes another; "" for none
  bool exported = true;
};
struct ListHeadEvent {
  bool add = false, exported = false;
  api::FileKind format = api::FileKind::xlsx;  ///< what was asked for when exported
};
ListHeadEvent list_head(const Env& env, ui::Rect r, const ListHead& head);

}  // namespace shanzhi::screens
