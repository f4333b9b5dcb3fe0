// What transfers touched since the sums were read.
#include "server/storage/read/kept_sums.h"

#include <string>

#include "shared/base/instant.h"

namespace shanzhi::storage::read {
namespace {

/// Beyond this many cells reading everything again is the shorter way.
constexpr std::int64_t kTouchedMax = 1000;

const std::string kLastTransfer = "SELECT coalesce(max(seq), 0) FROM transfer";
// A reversal is counted in the grid and on the day of what it takes back.
const std::string kTouched =
    "SELECT DISTINCT j.place_id, o.occurred_at FROM transfer t"
    " JOIN transfer o ON o.uuid = coalesce(t.reverses, t.uuid)"
    " JOIN journal j ON j.position = o.entry WHERE t.seq > ? LIMIT ?";

/// Whether both trees number the same places alike.
bool same_layout(const Town& a, const Town& b) {
  const auto& x = a.nodes();
  const auto& y = b.nodes();
  return std::equal(
      x.begin(), x.end(), y.begin(), y.end(),
      [](const PlaceNode& p, const PlaceNode& q) { return p.id == q.id && p.low == q.low; });
}

}  // namespace

bool LedgerMark::recounted(std::shared_ptr<const Town> town) {
  if (town_ == town) return false;
  const bool otherwise = !town_ || !same_layout(*town_, *town);
  town_ = std::move(town);
  return otherwise;
}

std::optional<Cells> LedgerMark::touched(Snapshot& snapshot) const {
  // A town loaded into an empty journal has no transfers to tell what changed.
  if (position_ <= 0) return std::nullopt;
  Cells cells;
  std::int64_t read = 0;
  Rows rows(snapshot, kTouched, last_transfer_, kTouchedMax + 1);
  while (rows.next()) {
    if (++read > kTouchedMax) return std::nullopt;
    cells.emplace(rows.integer(0), base::day_of(base::Instant{rows.integer(1)}).days);
  }
  return cells;
}

void LedgerMark::set(Snapshot& snapshot) {
  position_ = snapshot.position();
  Rows last(snapshot, kLastTransfer);
  last_transfer_ = last.next() ? last.integer(0) : 0;
}

void LedgerMark::read_from(Snapshot& snapshot) {
  if (snapshot.position() < position_) set(snapshot);
}

}  // namespace shanzhi::storage::read
