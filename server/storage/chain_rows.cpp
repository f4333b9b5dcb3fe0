// The columns' order is known here alone.
#include "server/storage/chain_rows.h"

namespace shanzhi::storage {

const char kTransferRows[] = R"(SELECT t.seq, t.debit, t.credit, t.uuid, t.entry, t.currency,
  t.amount, t.reason, t.rule, t.rule_version, t.reverses, t.pair, t.note, t.evidence, u.uuid,
  t.occurred_at, t.recorded_at, t.previous, t.own
  FROM transfer t LEFT JOIN user u ON u.id = t.user_id ORDER BY t.seq)";
const char kEntryRows[] = R"(SELECT j.position, j.at, u.uuid, j.actor, j.role, j.origin,
  j.command_id, j.what, ifnull(p.code, ''), j.subject_kind, j.subject, j.amount, j.minutes, j.rule,
  j.note, j.before, j.after, j.ledger_digest, j.previous, j.own, ifnull(j.place_id, 0)
  FROM journal j LEFT JOIN user u ON u.id = j.user_id LEFT JOIN place p ON p.id = j.place_id
  ORDER BY j.position)";

void read_terms(Query& query, int first, ledger::Transfer& transfer) {
  transfer.amount = query.integer(first);
  transfer.reason = static_cast<ledger::Reason>(query.integer(first + 1));
  transfer.rule = query.text(first + 2);
  transfer.rule_version = static_cast<std::int32_t>(query.integer(first + 3));
  transfer.reverses.uuid = query.uuid(first + 4);
  transfer.pair.uuid = query.uuid(first + 5);
  transfer.note = query.text(first + 6);
  transfer.evidence = query.text(first + 7);
  transfer.by.uuid = query.uuid(first + 8);
  transfer.occurred_at = {query.integer(first + 9)};
  transfer.recorded_at = {query.integer(first + 10)};
}

TransferRow read_transfer(Query& query) {
  TransferRow row{query.integer(0), query.integer(1), query.integer(2), {}};
  ledger::Transfer& t = row.transfer;
  t.id.uuid = query.uuid(3);
  t.position = query.integer(4);
  t.currency = static_cast<ledger::Currency>(query.integer(5));
  read_terms(query, 6, t);
  t.previous = query.digest(17);
  t.own = query.digest(18);
  return row;
}

EntryRow read_entry(Query& query) {
  EntryRow row;
  JournalLink& link = row.link;
  link.position = query.integer(0);
  link.at = query.integer(1);
  link.user = query.uuid(2);
  link.actor = query.text(3);
  link.role = query.integer(4);
  link.origin = query.text(5);
  link.command = query.uuid(6);
  link.what = query.text(7);
  link.place = query.text(8);
  link.subject_kind = query.text(9);
  link.subject = query.uuid(10);
  link.amount = query.integer(11);
  link.minutes = query.integer(12);
  link.rule = query.text(13);
  link.note = query.text(14);
  link.before = query.text(15);
  link.after = query.text(16);
  link.ledger = query.digest(17);
  row.previous = query.digest(18);
  row.own = query.digest(19);
  row.place = query.integer(20);
  return row;
}

}  // namespace shanzhi::storage
