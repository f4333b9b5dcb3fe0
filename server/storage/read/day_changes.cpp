// A day that is shown again, entry by entry; and what was done in some days, rule by rule.
#include <algorithm>
#include <map>

#include "server/storage/read/answers.h"
#include "server/storage/read/changed.h"
#include "server/storage/read/journal_order.h"

namespace shanzhi::storage::read {
namespace {

using base::ErrorCode;

/// Entries looked at by one call: other things than points stand among them.
constexpr std::int64_t kScannedMax = 5000;

const std::string kAt = "SELECT at FROM journal WHERE position >= ? ORDER BY position LIMIT 1";
const std::string kOfDay = kChangedColumns +
                           " FROM journal j WHERE j.position > ? AND j.position < ? AND " +
                           points_condition() + " ORDER BY j.position LIMIT ?";
const std::string kDeeds =
    "SELECT rule, coalesce(place_id, 0), amount, minutes, what = 'transfer_reversed'"
    " FROM journal WHERE position >= ? AND position < ?"
    " AND what IN ('points_awarded', 'transfer_reversed') AND rule <> ''";

struct Entries {
  std::int64_t first = 0, end = 0;
};
Entries entries_between(Reading& r, base::CivilDate first, base::CivilDate end) {
  return {first_entry_at(r, base::start_of(first)), first_entry_at(r, base::start_of(end))};
}

}  // namespace

std::int64_t first_entry_at(Reading& r, base::Instant at) {
  std::int64_t low = 1, high = r.snapshot.position() + 1;
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    Rows row(r.snapshot, kAt, middle);
    if (row.next() && row.integer(0) < at.unix_ms)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Result<api::DayChanges> read_day_changes(Reading& r, const api::DayChangesQuery& q) {
  if (*q.day > r.today) return {ErrorCode::in_the_future, "/day"};
  api::DayChanges out;
  out.day = base::to_text(*q.day);
  const Entries entries = entries_between(r, *q.day, {q.day->days + 1});
  out.position = std::clamp(q.after, entries.first - 1, std::max(entries.first, entries.end) - 1);
  Rows rows(r.snapshot, kOfDay, out.position, entries.end, kScannedMax + 1);
  std::int64_t scanned = 0;
  while (rows.next()) {
    if (++scanned > kScannedMax || static_cast<std::int64_t>(out.changes.size()) == q.limit) {
      out.more = true;
      break;
    }
    out.position = rows.integer(0);
    if (auto change = change_of(r, rows)) out.changes.push_back(std::move(*change));
  }
  return out;
}

Result<api::Deeds> read_deeds(Reading& r, const api::DeedsQuery& q) {
  const auto place = r.published_place(q.place);
  if (!place) return place.error();
  if (*q.until < *q.since || q.until->days - q.since->days >= api::kDeedDaysMax)
    return {ErrorCode::out_of_range, "/until", base::to_text(*q.since),
            base::to_text(
                base::CivilDate{static_cast<std::int32_t>(q.since->days + api::kDeedDaysMax - 1)})};
  api::Deeds out{(*place)->code, base::to_text(*q.since), base::to_text(*q.until), {}};
  std::map<std::string, api::Deed> by_rule;
  const Entries entries = entries_between(r, *q.since, {q.until->days + 1});
  Rows rows(r.snapshot, kDeeds, entries.first, entries.end);
  while (rows.next()) {
    const PlaceNode* where = r.town->by_id(rows.integer(1));
    if (!where || !r.town->within(*where, **place)) continue;
    api::Deed& deed = by_rule[rows.text(0)];
    deed.services += rows.integer(4) != 0 ? -1 : 1;
    deed.points += rows.integer(2);
    deed.minutes += rows.integer(3);
  }
  for (auto& [rule, deed] : by_rule) {
    deed.rule = rule;
    if (deed.services > 0) out.deeds.push_back(std::move(deed));
  }
  std::stable_sort(out.deeds.begin(), out.deeds.end(),
                   [](const auto& a, const auto& b) { return a.services > b.services; });
  return out;
}

}  // namespace shanzhi::storage::read
