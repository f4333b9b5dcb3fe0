// Use cases of the ledger: giving points under a rule, and taking a transfer back.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Points by the rule in force on that day, with the hours banked beside them. Errors: those of
/// rules::decide_award, and not_found, not_permitted (the rule asks for a higher role), key_reused
/// (the id names another transfer).
base::Result<Outcome> award_points(Work& work, const api::AwardPoints& command);

/// The mirror image of a transfer and of the hours paired with it; totals of boards go back to the
/// day of the award. Errors: not_found, already_reversed, not_reversible, below_floor, own_household.
base::Result<Outcome> reverse_transfer(Work& work, const api::ReverseTransfer& command);

/// The id of the hours that go with a transfer: the same but of version 8, so that a repeat of the
/// command finds the same pair.
base::TransferId hours_id(base::TransferId points_id);

}  // namespace shanzhi::app
