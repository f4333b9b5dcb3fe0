// Remembering, holding back and forgetting.
#include "server/storage/recall.h"

namespace shanzhi::storage {

namespace {

constexpr char kVersion[] = "PRAGMA data_version";
constexpr char kLedgerHead[] = "SELECT seq, own FROM transfer ORDER BY seq DESC LIMIT 1";
constexpr char kJournalHead[] = "SELECT position, own FROM journal ORDER BY position DESC LIMIT 1";
constexpr char kMove[] = "UPDATE account SET balance = balance + ? WHERE id = ?";
constexpr char kGridTotal[] = R"(INSERT INTO grid_total VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET points = points + excluded.points, minutes = minutes + excluded.minutes,
  services = services + excluded.services, verified = verified + excluded.verified)";

ChainHead head_of(Database& database, const char* sql) {
  Query query(database, sql);
  if (!query.next()) return {};
  return {query.integer(0), query.digest(1)};
}

}  // namespace

void Recall::begin(Database& database) {
  Query query(database, kVersion);
  const std::int64_t version = query.next() ? query.integer(0) : -1;
  if (version != version_) forget();
  version_ = version;
}

void Recall::forget() {
  ledger_head_.reset();
  journal_head_.reset();
  accounts_.clear();
  places_.clear();
  rules_.clear();
  settings_.clear();
  moved_.clear();
  grids_.clear();
}

void Recall::flush(Database& database) {
  for (const auto& [account, amount] : moved_) execute(database, kMove, amount, account);
  moved_.clear();
  for (const auto& [key, sums] : grids_)
    execute(database, kGridTotal, key[0], key[1], key[2], key[3], sums.points, sums.minutes,
            sums.services, sums.verified);
  grids_.clear();
}

ChainHead& Recall::ledger_head(Database& database) {
  if (!ledger_head_) ledger_head_ = head_of(database, kLedgerHead);
  return *ledger_head_;
}

ChainHead& Recall::journal_head(Database& database) {
  if (!journal_head_) journal_head_ = head_of(database, kJournalHead);
  return *journal_head_;
}

void Recall::move(Database& database, app::Row account, const ledger::Holder& holder,
                  std::int64_t amount) {
  if (trust_ != Trust::hold_back || !holder.who.none()) {
    execute(database, kMove, amount, account);
    return;
  }
  moved_[account] += amount;
  ++additions_;
}

std::int64_t Recall::moved(app::Row account) const {
  const auto at = moved_.find(account);
  return at == moved_.end() ? 0 : at->second;
}

void Recall::add_grid(Database& database, int span, std::int64_t start, int field, app::Row grid,
                      const GridSums& sums) {
  if (trust_ != Trust::hold_back) {
    execute(database, kGridTotal, span, start, field, grid, sums.points, sums.minutes,
            sums.services, sums.verified);
    return;
  }
  ++additions_;
  GridSums& held = grids_[{span, start, field, grid}];
  held.points += sums.points;
  held.minutes += sums.minutes;
  held.services += sums.services;
  held.verified += sums.verified;
}

}  // namespace shanzhi::storage
