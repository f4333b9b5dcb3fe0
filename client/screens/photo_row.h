// The photographs of an award that was made: small, side by side, large when pressed.
#pragma once

#include <span>
#include <string>

#include "client/screens/parts.h"

namespace shanzhi::screens {

/// `ids` as a passbook line lists them; nothing is drawn for none.
void photo_row(const Env& env, std::span<const std::string> ids, Wish& wish);

}  // namespace shanzhi::screens
