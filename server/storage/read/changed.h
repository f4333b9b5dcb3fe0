// What one entry of the journal tells a caller, the same in the feed and when a day is shown again.
#pragma once

#include <optional>
#include <string>

#include "server/storage/read/reading.h"
#include "shared/api/views.h"

namespace shanzhi::storage::read {

/// The columns that change_of reads, of `journal j`.
inline const std::string kChangedColumns =
    "SELECT j.position, j.at, j.what, coalesce(j.place_id, 0), j.subject_kind, j.subject, j.rule,"
    " j.note, j.amount, j.minutes";

/// None when the caller may not know of it. Names are masked for whoever does not see them in full.
std::optional<api::Change> change_of(Reading& r, const Rows& row);

/// Position of the first entry that was written at that time or later; one past the newest when there is
/// none. Entries stand in the order of their time, so a dozen and a half of them are looked at.
std::int64_t first_entry_at(Reading& r, base::Instant at);

}  // namespace shanzhi::storage::read
