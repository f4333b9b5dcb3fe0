// A drop-down list of the town's places.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct PlaceChoices {
  std::string_view within = {};  ///< code; "" all
  std::string_view level = {};   ///< "village" alone; "" all but hamlets
  std::string_view none = {};    ///< words of no place at all; "" there is no such choice
};
/// True when `code` changed.
bool place_select(const Env& env, std::string_view label, std::string& code,
                  const PlaceChoices& choices = {});

}  // namespace shanzhi::screens
