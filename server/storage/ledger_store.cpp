// Posting: link to the head of the chain, store, move both balances.
#include "server/storage/ledger_store.h"

#include "server/storage/chain_rows.h"
#include "server/storage/digest.h"

namespace shanzhi::storage {

namespace {

using app::Row;
using ledger::Currency;
using ledger::Holder;
using ledger::HolderKind;

constexpr char kFind[] = R"(SELECT t.uuid, t.entry, t.currency, d.kind, d.who, c.kind, c.who,
  t.amount, t.reason, t.rule, t.rule_version, t.reverses, t.pair, t.note, t.evidence, u.uuid,
  t.occurred_at, t.recorded_at, ifnull(d.person_id, ifnull(c.person_id, 0)), ifnull(j.place_id, 0),
  EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.uuid)
  FROM transfer t JOIN account d ON d.id = t.debit JOIN account c ON c.id = t.credit
  JOIN journal j ON j.position = t.entry LEFT JOIN user u ON u.id = t.user_id WHERE t.uuid = ?)";
constexpr char kExists[] = "SELECT EXISTS (SELECT 1 FROM transfer WHERE uuid = ?)";
constexpr char kInsert[] =
    R"(INSERT INTO transfer (seq, uuid, entry, currency, debit, credit, amount,
  reason, rule, rule_version, reverses, pair, note, evidence, user_id, occurred_at, recorded_at,
  previous, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kAccount[] =
    "SELECT id, balance FROM account WHERE currency = ? AND kind = ? AND who = ?";
constexpr char kOpen[] = R"(INSERT INTO account (currency, kind, who, person_id, merchant_id)
  VALUES (?1, ?2, ?3, CASE WHEN ?2 = 4 THEN (SELECT id FROM person WHERE uuid = ?3) END,
  CASE WHEN ?2 = 5 THEN (SELECT id FROM merchant WHERE uuid = ?3) END))";

// What an account took in (or gave) under a rule, without what was reversed.
constexpr char kGranted[] = R"(SELECT ifnull(sum(t.amount), 0) FROM transfer t
  WHERE t.credit = ? AND t.occurred_at >= ? AND t.occurred_at < ? AND t.rule = ? AND t.reason = 0
  AND NOT EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.uuid))";
constexpr char kDeducted[] = R"(SELECT ifnull(sum(t.amount), 0) FROM transfer t
  WHERE t.debit = ? AND t.occurred_at >= ? AND t.occurred_at < ? AND t.rule = ? AND t.reason = 0
  AND NOT EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.uuid))";
constexpr char kBooked[] = R"(SELECT ifnull(sum(t.amount), 0) FROM transfer t
  WHERE t.credit = ? AND t.occurred_at >= ? AND t.occurred_at < ? AND t.reason = 0
  AND NOT EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.uuid))";
constexpr char kGrantedBy[] = R"(SELECT ifnull(sum(t.amount), 0) FROM transfer t
  WHERE t.user_id = ? AND t.occurred_at >= ? AND t.recorded_at >= ? AND t.recorded_at < ?
  AND t.debit = ? AND t.reason = 0
  AND NOT EXISTS (SELECT 1 FROM transfer r WHERE r.reverses = t.uuid))";
constexpr char kSetting[] = "SELECT CAST(value AS INTEGER) FROM setting WHERE name = ?";

std::array<std::uint8_t, 16> bytes_of(const Holder& holder) {
  return base::to_bytes(holder.who);
}

// System accounts have the empty blob for a holder, and there is one of each kind.
Bytes who_of(const Holder& holder, const std::array<std::uint8_t, 16>& bytes) {
  if (holder.who.none()) return {{}};
  return {{reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
}

base::Points sum_of(Query& query) {
  return {query.next() ? query.integer(0) : 0};
}

}  // namespace

bool SqlLedgerStore::exists(base::TransferId id) {
  Query query(database_, kExists, id);
  return query.next() && query.integer(0) != 0;
}

std::optional<app::FoundTransfer> SqlLedgerStore::find(base::TransferId id) {
  Query query(database_, kFind, id);
  if (!query.next()) return std::nullopt;
  app::FoundTransfer found;
  ledger::Transfer& t = found.transfer;
  t.id.uuid = query.uuid(0);
  t.position = query.integer(1);
  t.currency = static_cast<Currency>(query.integer(2));
  t.debit = {static_cast<HolderKind>(query.integer(3)), query.uuid(4)};
  t.credit = {static_cast<HolderKind>(query.integer(5)), query.uuid(6)};
  read_terms(query, 7, t);
  found.person_row = query.integer(18);
  found.place_row = query.integer(19);
  found.reversed = query.integer(20) != 0;
  return found;
}

Row SqlLedgerStore::account(Currency currency, const Holder& holder) {
  return recall_.account(currency, holder, [&]() -> Row {
    const auto bytes = bytes_of(holder);
    Query query(database_, kAccount, static_cast<int>(currency), static_cast<int>(holder.kind),
                who_of(holder, bytes));
    return query.next() ? query.integer(0) : 0;
  });
}

Row SqlLedgerStore::open_account(Currency currency, const Holder& holder) {
  if (const Row row = account(currency, holder)) return row;
  const auto bytes = bytes_of(holder);
  execute(database_, kOpen, static_cast<int>(currency), static_cast<int>(holder.kind),
          who_of(holder, bytes));
  return database_.last_row();
}

std::int64_t SqlLedgerStore::balance(Currency currency, const Holder& holder) {
  const auto bytes = bytes_of(holder);
  Query query(database_, kAccount, static_cast<int>(currency), static_cast<int>(holder.kind),
              who_of(holder, bytes));
  return query.next() ? query.integer(1) + recall_.moved(query.integer(0)) : 0;
}

base::Points SqlLedgerStore::granted(const base::PersonId& person, const rules::Rule& rule,
                                     base::DaySpan days) {
  const Row row = account(Currency::points, {HolderKind::person, person.uuid});
  if (row == 0) return {};
  Query query(database_, rule.direction == rules::Direction::add ? kGranted : kDeducted, row,
              base::start_of(days.first).unix_ms, base::start_of(days.end).unix_ms, rule.code);
  return sum_of(query);
}

base::Minutes SqlLedgerStore::booked(const base::PersonId& person, base::CivilDate day) {
  const Row row = account(Currency::hours, {HolderKind::person, person.uuid});
  if (row == 0) return {};
  Query query(database_, kBooked, row, base::start_of(day).unix_ms,
              base::start_of({day.days + 1}).unix_ms);
  return {sum_of(query).count};
}

base::Points SqlLedgerStore::granted_by(Row user, base::DaySpan days) {
  const Row issue = account(Currency::points, {HolderKind::issue, {}});
  const base::Instant from = base::start_of(days.first);
  Query query(database_, kGrantedBy, user, rules::earliest_entry(from).unix_ms, from.unix_ms,
              base::start_of(days.end).unix_ms, issue);
  return sum_of(query);
}

void SqlLedgerStore::post(ledger::Transfer& transfer, Row user) {
  const Row debit = open_account(transfer.currency, transfer.debit);
  const Row credit = open_account(transfer.currency, transfer.credit);
  ChainHead& head = recall_.ledger_head(database_);
  transfer.previous = head.own;
  transfer.own = chained(transfer.previous, ledger::canonical_bytes(transfer));
  execute(database_, kInsert, head.number + 1, transfer.id, transfer.position,
          static_cast<int>(transfer.currency), debit, credit, transfer.amount,
          static_cast<int>(transfer.reason), transfer.rule, transfer.rule_version,
          transfer.reverses, transfer.pair, transfer.note, transfer.evidence, row_or_null(user),
          transfer.occurred_at.unix_ms, transfer.recorded_at.unix_ms, transfer.previous,
          transfer.own);
  head = {head.number + 1, transfer.own};
  recall_.move(database_, debit, transfer.debit, -transfer.amount);
  recall_.move(database_, credit, transfer.credit, transfer.amount);
}

base::Points SqlLedgerStore::setting(const char* name) {
  return {recall_.setting(name, [&] {
    Query query(database_, kSetting, name);
    return sum_of(query).count;
  })};
}

base::Points SqlLedgerStore::floor() {
  return setting(kFloorSetting);
}
base::Points SqlLedgerStore::second_person_above() {
  return setting(kSecondPersonSetting);
}

}  // namespace shanzhi::storage
