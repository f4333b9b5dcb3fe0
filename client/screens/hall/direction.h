// The presenter's direction as it came over the wire, and the server's clock that it goes by.
#pragma once

#include <optional>

#include "client/model/shelf.h"
#include "shared/api/hall.h"
#include "shared/base/instant.h"

namespace shanzhi::screens {

/// None: nobody directs the wall. It may have ended since; see hall::in_force.
std::optional<hall::Direction> direction_of(const api::HallScenes& scenes);

/// What the server's clock says now, after what it said with an answer: a machine's own may go wrong. Clocks
/// that agree within two seconds are taken for the same one.
template <class Answer>
base::Instant server_now(base::Instant own, const model::Loaded<Answer>& told) {
  constexpr std::int64_t kClose = 2000;
  const auto now = told ? base::parse_instant(told->now) : std::nullopt;
  const std::int64_t ahead = now ? now->unix_ms - told.at_ms : 0;
  return {own.unix_ms + (ahead > kClose || ahead < -kClose ? ahead : 0)};
}

}  // namespace shanzhi::screens
