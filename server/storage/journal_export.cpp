// Writing the lines: what was hashed, as it was hashed, with the readable fields beside it.
#include "server/storage/journal_export.h"

#include <unordered_map>

#include "server/storage/database.h"
#include "server/storage/digest.h"
#include "server/storage/journal_store.h"
#include "shared/api/names.h"
#include "shared/describe/json.h"

namespace shanzhi::storage {
namespace {

using ledger::Transfer;

constexpr char kAccounts[] = "SELECT id, kind, who FROM account";
constexpr char kTransfers[] = R"(SELECT t.seq, t.uuid, t.entry, t.currency, t.debit, t.credit,
  t.amount, t.reason, t.rule, t.rule_version, t.reverses, t.pair, t.note, t.evidence, u.uuid,
  t.occurred_at, t.recorded_at, t.previous, t.own
  FROM transfer t LEFT JOIN user u ON u.id = t.user_id ORDER BY t.seq)";
constexpr char kJournal[] = R"(SELECT j.position, j.at, u.uuid, j.actor, j.role, j.origin,
  j.command_id, j.what, ifnull(p.code, ''), j.subject_kind, j.subject, j.amount, j.minutes, j.rule,
  j.note, j.before, j.after, j.ledger_digest, j.previous, j.own
  FROM journal j LEFT JOIN user u ON u.id = j.user_id LEFT JOIN place p ON p.id = j.place_id
  ORDER BY j.position)";

template <class Bytes>
std::string hex_of(const Bytes& bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (const auto byte : bytes) {
    out += kDigits[static_cast<unsigned char>(byte) >> 4];
    out += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return out;
}

void text(std::ostream& out, const char* name, const std::string& value) {
  if (!value.empty()) out << ",\"" << name << "\":" << describe::json_string(value);
}
void number(std::ostream& out, const char* name, std::int64_t value) {
  out << ",\"" << name << "\":" << value;
}

void links(std::ostream& out, const ledger::Digest& previous, const ledger::Digest& own,
           const std::string& canonical) {
  out << ",\"previous\":\"" << hex_of(previous) << "\",\"own\":\"" << hex_of(own)
      << "\",\"canonical\":\"" << hex_of(canonical) << "\"}\n";
}

using Holders = std::unordered_map<std::int64_t, ledger::Holder>;

Holders holders_of(Database& database) {
  Holders out;
  Query query(database, kAccounts);
  while (query.next())
    out[query.integer(0)] = {static_cast<ledger::HolderKind>(query.integer(1)), query.uuid(2)};
  return out;
}

std::string name_of_holder(const ledger::Holder& holder) {
  const std::string who = base::to_text(holder.who);
  return std::string(describe::name_of(holder.kind)) + (who.empty() ? "" : ":" + who);
}

void write_transfer(std::ostream& out, Query& q, const Holders& holders) {
  Transfer t;
  t.id.uuid = q.uuid(1);
  t.position = q.integer(2);
  t.currency = static_cast<ledger::Currency>(q.integer(3));
  t.debit = holders.at(q.integer(4));
  t.credit = holders.at(q.integer(5));
  t.amount = q.integer(6);
  t.reason = static_cast<ledger::Reason>(q.integer(7));
  t.rule = q.text(8);
  t.rule_version = static_cast<std::int32_t>(q.integer(9));
  t.reverses.uuid = q.uuid(10);
  t.pair.uuid = q.uuid(11);
  t.note = q.text(12);
  t.evidence = q.text(13);
  t.by.uuid = q.uuid(14);
  t.occurred_at = {q.integer(15)};
  t.recorded_at = {q.integer(16)};
  out << "{\"kind\":\"transfer\"";
  number(out, "seq", q.integer(0));
  text(out, "id", base::to_text(t.id.uuid));
  number(out, "position", t.position);
  text(out, "currency", describe::name_of(t.currency));
  text(out, "debit", name_of_holder(t.debit));
  text(out, "credit", name_of_holder(t.credit));
  number(out, "amount", t.amount);
  text(out, "reason", describe::name_of(t.reason));
  text(out, "rule", t.rule);
  text(out, "reverses", base::to_text(t.reverses.uuid));
  text(out, "occurred_at", base::to_text(t.occurred_at));
  text(out, "recorded_at", base::to_text(t.recorded_at));
  links(out, q.digest(17), q.digest(18), ledger::canonical_bytes(t));
}

void write_entry(std::ostream& out, Query& q) {
  JournalLink link;
  link.position = q.integer(0);
  link.at = q.integer(1);
  link.user = q.uuid(2);
  link.actor = q.text(3);
  link.role = q.integer(4);
  link.origin = q.text(5);
  link.command = q.uuid(6);
  link.what = q.text(7);
  link.place = q.text(8);
  link.subject_kind = q.text(9);
  link.subject = q.uuid(10);
  link.amount = q.integer(11);
  link.minutes = q.integer(12);
  link.rule = q.text(13);
  link.note = q.text(14);
  link.before = q.text(15);
  link.after = q.text(16);
  link.ledger = q.digest(17);
  out << "{\"kind\":\"entry\"";
  number(out, "position", link.position);
  text(out, "at", base::to_text(base::Instant{link.at}));
  text(out, "actor", link.actor);
  text(out, "what", link.what);
  text(out, "place", link.place);
  text(out, "subject_kind", link.subject_kind);
  text(out, "subject", base::to_text(link.subject));
  number(out, "amount", link.amount);
  number(out, "minutes", link.minutes);
  text(out, "rule", link.rule);
  text(out, "ledger", hex_of(link.ledger));
  links(out, q.digest(18), q.digest(19), canonical_bytes(link));
}

}  // namespace

base::Result<std::int64_t> export_journal(const std::string& path, std::ostream& out) {
  try {
    Database database(path, Use::reader);
    database.run("BEGIN");  // one snapshot for all of it
    const Holders holders = holders_of(database);
    std::int64_t lines = 0;
    Query transfers(database, kTransfers);
    for (; transfers.next() && out; ++lines) write_transfer(out, transfers, holders);
    Query journal(database, kJournal);
    for (; journal.next() && out; ++lines) write_entry(out, journal);
    return lines;
  } catch (const std::exception& error) {
    return {base::ErrorCode::storage_failed, {}, error.what()};
  }
}

}  // namespace shanzhi::storage
