// Writing the lines: what was hashed, as it was hashed, with the readable fields beside it.
#include "server/storage/journal_export.h"

#include <unordered_map>

#include "server/storage/chain_rows.h"
#include "server/storage/digest.h"
#include "shared/api/names.h"
#include "shared/describe/json.h"

namespace shanzhi::storage {
namespace {

using ledger::Transfer;

constexpr char kAccounts[] = "SELECT id, kind, who FROM account";

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

void write_transfer(std::ostream& out, TransferRow row, const Holders& holders) {
  Transfer& t = row.transfer;
  t.debit = holders.at(row.debit);
  t.credit = holders.at(row.credit);
  out << "{\"kind\":\"transfer\"";
  number(out, "seq", row.seq);
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
  links(out, t.previous, t.own, ledger::canonical_bytes(t));
}

void write_entry(std::ostream& out, const EntryRow& row) {
  const JournalLink& link = row.link;
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
  links(out, row.previous, row.own, canonical_bytes(link));
}

}  // namespace

base::Result<std::int64_t> export_journal(const std::string& path, std::ostream& out) {
  try {
    Database database(path, Use::reader);
    database.run("BEGIN");  // one snapshot for all of it
    const Holders holders = holders_of(database);
    std::int64_t lines = 0;
    Query transfers(database, kTransferRows);
    for (; transfers.next() && out; ++lines) write_transfer(out, read_transfer(transfers), holders);
    Query journal(database, kEntryRows);
    for (; journal.next() && out; ++lines) write_entry(out, read_entry(journal));
    return lines;
  } catch (const std::exception& error) {
    return {base::ErrorCode::storage_failed, {}, error.what()};
  }
}

}  // namespace shanzhi::storage
