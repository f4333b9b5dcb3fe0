// 关怀版: my standing in one column of large things.
#pragma once

#include "client/screens/phone/frame.h"
#include "shared/api/views_phone.h"

namespace shanzhi::screens {

Wish standing_large(const Env& env, const api::Standing& s);

}  // namespace shanzhi::screens
