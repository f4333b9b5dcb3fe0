// Entries are linked to the head of the chain as this transaction sees it.
#include "server/storage/journal_store.h"

#include "server/storage/digest.h"
#include "server/storage/place_store.h"

namespace shanzhi::storage {

namespace {

constexpr char kLayout = 1;

constexpr char kLast[] = "SELECT ifnull(max(position), 0) FROM journal";
constexpr char kInsert[] = R"(INSERT INTO journal (position, at, user_id, actor, role, origin,
  command_id, what, place_id, subject_kind, subject, amount, minutes, rule, note, before, after,
  ledger_digest, previous, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

void number(std::string& out, std::uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
    out.push_back(static_cast<char>(value >> shift));
}
void number64(std::string& out, std::int64_t value) {
  number(out, static_cast<std::uint64_t>(value), 8);
}
void text(std::string& out, std::string_view value) {
  number(out, value.size(), 4);
  out.append(value);
}
void uuid(std::string& out, const base::Uuid& id) {
  for (const std::uint8_t byte : base::to_bytes(id)) out.push_back(static_cast<char>(byte));
}

JournalLink link_of(const app::Caller& caller, const app::Entry& entry) {
  JournalLink link;
  link.user = caller.user == 0 ? base::Uuid{} : caller.user_id.uuid;
  link.actor = caller.name;
  link.role = caller.role ? static_cast<std::int64_t>(*caller.role) : -1;
  link.origin = caller.origin;
  link.what = entry.what;
  link.subject_kind = entry.subject_kind;
  link.subject = entry.subject;
  link.amount = entry.amount;
  link.minutes = entry.minutes;
  link.rule = entry.rule;
  link.note = entry.note;
  link.before = entry.before;
  link.after = entry.after;
  return link;
}

}  // namespace

std::string canonical_bytes(const JournalLink& link) {
  std::string out(1, kLayout);
  number64(out, link.position);
  number64(out, link.at);
  uuid(out, link.user);
  text(out, link.actor);
  number64(out, link.role);
  text(out, link.origin);
  uuid(out, link.command);
  text(out, link.what);
  text(out, link.place);
  text(out, link.subject_kind);
  uuid(out, link.subject);
  number64(out, link.amount);
  number64(out, link.minutes);
  for (const std::string* part : {&link.rule, &link.note, &link.before, &link.after})
    text(out, *part);
  out.append(reinterpret_cast<const char*>(link.ledger.data()), link.ledger.size());
  return out;
}

std::int64_t last_position(Database& database) {
  Query query(database, kLast);
  return query.next() ? query.integer(0) : 0;
}

std::int64_t SqlJournalStore::next_position() {
  return recall_.journal_head(database_).number + 1;
}

void SqlJournalStore::append(std::int64_t position, const app::Entry& entry) {
  JournalLink link = link_of(caller_, entry);
  link.position = position;
  link.at = now_.unix_ms;
  link.command = command_;
  app::Row at_place = 0;
  if (entry.place_row != 0) {
    const auto place = SqlPlaceStore(database_, &recall_).find_row(entry.place_row);
    // The stand-in for a root will have another code one day: what is hashed must not name it.
    if (place && place->code != kStandInCode) {
      link.place = place->code;
      at_place = entry.place_row;
    }
  }
  link.ledger = recall_.ledger_head(database_).own;
  ChainHead& head = recall_.journal_head(database_);
  const ledger::Digest own = chained(head.own, canonical_bytes(link));
  execute(database_, kInsert, link.position, link.at, row_or_null(caller_.user), link.actor,
          link.role, link.origin, link.command, link.what, row_or_null(at_place), link.subject_kind,
          link.subject, link.amount, link.minutes, link.rule, link.note, link.before, link.after,
          link.ledger, head.own, own);
  head = {position, own};
}

}  // namespace shanzhi::storage
