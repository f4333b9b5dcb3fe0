// Both chains read back from their tables, row by row, as they were hashed.
#pragma once

#include "server/storage/database.h"
#include "server/storage/journal_store.h"
#include "shared/ledger/ledger.h"

namespace shanzhi::storage {

/// All transfers, in the order of the chain; each row as read_transfer() takes it.
extern const char kTransferRows[];
/// All entries, in the order of the chain; each row as read_entry() takes it.
extern const char kEntryRows[];

/// A transfer with the rows of its accounts; their holders are the caller's to fill in.
struct TransferRow {
  std::int64_t seq = 0, debit = 0, credit = 0;
  ledger::Transfer transfer;
};
TransferRow read_transfer(Query& query);
/// What was moved, why and when: eleven columns beginning with `first`, from the amount to when it was
/// recorded, in the order of the table.
void read_terms(Query& query, int first, ledger::Transfer& transfer);

struct EntryRow {
  JournalLink link;
  ledger::Digest previous{}, own{};
  std::int64_t place = 0;  ///< row, 0: none
};
EntryRow read_entry(Query& query);

}  // namespace shanzhi::storage
