// 关怀版: my standing in one column of large things.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

/// 念给我听: says the page.
void read_button(const Env& env, const api::Standing& s, Wish& wish);
/// Below the balance: this week, the rank in the village, the tiles; of somebody else without what is
/// one's own.
void standing_large(const Env& env, const api::Standing& s, bool of_other, Wish& wish);

}  // namespace shanzhi::screens
