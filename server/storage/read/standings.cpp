// Columns of totals: read once, then brought up to date person by person.
#include "server/storage/read/standings.h"

#include <algorithm>
#include <string>

namespace shanzhi::storage::read {
namespace {

/// Beyond this many people reading whole columns again is the shorter way.
constexpr std::size_t kTouchedMax = 2000;
constexpr std::size_t kColumnsKeptMin = 4;
constexpr int kFieldCount = 5;

const std::string kLastTransfer = "SELECT coalesce(max(seq), 0) FROM transfer";
const std::string kTouched =
    "SELECT DISTINCT a.person_id FROM transfer t JOIN account a ON a.id IN (t.debit, t.credit)"
    " WHERE t.seq > ? AND a.person_id IS NOT NULL LIMIT ?";
const std::string kTeamSaved =
    "SELECT 1 FROM journal WHERE position > ? AND what = 'team_saved' LIMIT 1";

/// Takes as many values as the others, so that all are bound alike.
const std::string kAllBalances =
    "SELECT id, balance FROM person WHERE removed_by = 0 AND ?1 + ?2 + ?3 + ?4 + ?5 IS NOT NULL";
const std::string kOneBalance =
    "SELECT balance FROM person WHERE id = ?1 AND ?2 + ?3 + ?4 + ?5 + ?6 IS NOT NULL";

std::string all_people_sql(const TotalsKey& key) {
  if (key.span == kBalance) return kAllBalances;
  return std::string("SELECT person_id, ") + column_of(key.measure) +
         " FROM person_total WHERE span = ? AND start >= ? AND start < ? AND field BETWEEN ? AND ?";
}
std::string one_person_sql(const TotalsKey& key) {
  if (key.span == kBalance) return kOneBalance;
  return std::string("SELECT coalesce(sum(") + column_of(key.measure) +
         "), 0) FROM person_total INDEXED BY person_total_by_person WHERE person_id = ? AND span = "
         "?"
         " AND start >= ? AND start < ? AND field BETWEEN ? AND ?";
}

}  // namespace

const char* column_of(boards::Measure measure) {
  switch (measure) {
    case boards::Measure::points: return "points";
    case boards::Measure::hours: return "minutes";
    case boards::Measure::services: return "services";
  }
  return "points";
}

TotalsKey totals_key(base::Period period, base::DaySpan days, boards::FieldFilter field,
                     boards::Measure measure) {
  TotalsKey key;
  key.measure = measure;
  if (field != boards::FieldFilter::all)
    key.field_low = key.field_high = static_cast<std::int64_t>(field) - 1;
  else
    key.field_high = kFieldCount - 1;
  switch (period) {
    case base::Period::all: return key;
    case base::Period::day:
    case base::Period::week: key.span = 0; break;
    case base::Period::month:
    case base::Period::quarter:
    case base::Period::year: key.span = 1; break;
  }
  key.first = days.first.days;
  key.end = days.end.days;
  return key;
}

const std::vector<std::int64_t>& Standings::View::people(const TotalsKey& key) {
  return owner_.column(snapshot_, key).values;
}

std::vector<std::int64_t> Standings::View::households(const TotalsKey& key,
                                                      const Stretch& stretch) {
  const auto& values = people(key);
  const auto& members = residents().people;
  std::vector<std::int64_t> sums(residents().households.all.size());
  members.within(stretch, [&](std::int32_t i) {
    sums[static_cast<std::size_t>(members.brief(i).household)] +=
        values[static_cast<std::size_t>(i)];
  });
  return sums;
}

std::vector<std::int64_t> Standings::View::teams(const TotalsKey& key) {
  const auto& values = people(key);
  std::vector<std::int64_t> sums;
  sums.reserve(residents().teams.size());
  for (const Residents::Service& team : residents().teams) {
    std::int64_t sum = 0;
    for (const std::int32_t member : team.members) sum += values[static_cast<std::size_t>(member)];
    sums.push_back(sum);
  }
  return sums;
}

std::int64_t Standings::View::active_within(const Stretch& stretch, const TotalsKey& key) {
  const auto& values = active(key);
  std::int64_t counted = 0;
  residents().people.within(
      stretch, [&](std::int32_t i) { counted += values[static_cast<std::size_t>(i)]; });
  return counted;
}

const std::vector<bool>& Standings::View::active(const TotalsKey& key) {
  return owner_.active(snapshot_, key).values;
}

bool Standings::membership_changed(Snapshot& snapshot) const {
  if (position_ == 0 || residence_changed(snapshot, position_)) return true;
  return Rows(snapshot, kTeamSaved, position_).next();
}

std::vector<std::int64_t> Standings::touched_people(Snapshot& snapshot) const {
  std::vector<std::int64_t> people;
  Rows rows(snapshot, kTouched, last_transfer_, static_cast<std::int64_t>(kTouchedMax + 1));
  while (rows.next()) people.push_back(rows.integer(0));
  return people;
}

void Standings::look_again(Snapshot& snapshot, const std::vector<std::int64_t>& people) {
  const auto look = [&](const TotalsKey& key, auto& values) {
    const std::string sql = one_person_sql(key);
    for (const std::int64_t row : people) {
      const std::int32_t index = residents_->person(row);
      if (index < 0) continue;
      Rows sum(snapshot, sql, row, key.span, key.first, key.end, key.field_low, key.field_high);
      if (!sum.next()) continue;
      // A number for the columns, a bit for the others.
      using Value = typename std::decay_t<decltype(values)>::value_type;
      values[static_cast<std::size_t>(index)] = static_cast<Value>(sum.integer(0));
    }
  };
  for (const auto& column : columns_) look(column->key, column->values);
  for (const auto& column : actives_) look(column->key, column->values);
}

void Standings::forget_columns() {
  columns_.clear();
  actives_.clear();
}

/// False when everything must be read again.
bool Standings::follow_residents(Snapshot& snapshot) {
  std::vector<std::int64_t> moved;
  if (position_ <= 0 || !residents_->follow(snapshot, position_, moved)) return false;
  for (const auto& column : columns_) column->values.resize(residents_->people.all.size(), 0);
  for (const auto& column : actives_) column->values.resize(residents_->people.all.size(), false);
  look_again(snapshot, moved);
  return true;
}

void Standings::catch_up(Snapshot& snapshot) {
  if (residents_ && snapshot.position() <= position_) return;
  const bool changed = residents_ && membership_changed(snapshot);
  if (!residents_ || (changed && !follow_residents(snapshot))) {
    forget_columns();
    residents_ = std::make_unique<Residents>(snapshot);
  } else if (!columns_.empty() || !actives_.empty()) {
    const auto touched = touched_people(snapshot);
    if (touched.size() > kTouchedMax)
      forget_columns();
    else
      look_again(snapshot, touched);
  }
  Rows last(snapshot, kLastTransfer);
  if (last.next()) last_transfer_ = last.integer(0);
  position_ = snapshot.position();
}

Standings::Column& Standings::column(Snapshot& snapshot, const TotalsKey& key) {
  for (const auto& column : columns_) {
    if (!(column->key == key)) continue;
    column->used = ++uses_;
    return *column;
  }
  make_room();
  auto made = std::make_unique<Column>();
  made->key = key;
  made->used = ++uses_;
  made->values.assign(residents_->people.all.size(), 0);
  Rows rows(snapshot, all_people_sql(key), key.span, key.first, key.end, key.field_low,
            key.field_high);
  while (rows.next()) {
    const std::int32_t index = residents_->person(rows.integer(0));
    if (index >= 0) made->values[static_cast<std::size_t>(index)] += rows.integer(1);
  }
  step_back_to(snapshot);
  return *columns_.emplace_back(std::move(made));
}

Standings::ActiveColumn& Standings::active(Snapshot& snapshot, const TotalsKey& key) {
  for (const auto& column : actives_) {
    if (!(column->key == key)) continue;
    column->used = ++uses_;
    return *column;
  }
  if (actives_.size() >= kActiveMax)
    actives_.erase(
        std::min_element(actives_.begin(), actives_.end(),
                         [](const auto& a, const auto& b) { return a->used < b->used; }));
  std::vector<std::int64_t> sums(residents_->people.all.size(), 0);
  Rows rows(snapshot, all_people_sql(key), key.span, key.first, key.end, key.field_low,
            key.field_high);
  while (rows.next()) {
    const std::int32_t index = residents_->person(rows.integer(0));
    if (index >= 0) sums[static_cast<std::size_t>(index)] += rows.integer(1);
  }
  auto made = std::make_unique<ActiveColumn>();
  made->key = key;
  made->used = ++uses_;
  made->values.resize(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) made->values[i] = sums[i] != 0;
  step_back_to(snapshot);
  return *actives_.emplace_back(std::move(made));
}

// A column read from an older snapshot than the others must be looked at again with the next one.
void Standings::step_back_to(Snapshot& snapshot) {
  if (snapshot.position() >= position_) return;
  position_ = snapshot.position();
  Rows last(snapshot, kLastTransfer);
  if (last.next()) last_transfer_ = last.integer(0);
}

void Standings::make_room() {
  const std::size_t bytes_each = residents_->people.all.size() * sizeof(std::int64_t);
  while (columns_.size() >= kColumnsKeptMin && (columns_.size() + 1) * bytes_each > kKeptBytesMax)
    columns_.erase(
        std::min_element(columns_.begin(), columns_.end(),
                         [](const auto& a, const auto& b) { return a->used < b->used; }));
}

}  // namespace shanzhi::storage::read
