// The journal in SQLite: numbered entries in a chain of their own, each holding the ledger's last hash.
#pragma once

#include "server/app/ports.h"
#include "server/app/stores.h"
#include "server/storage/database.h"
#include "server/storage/recall.h"

namespace shanzhi::storage {

/// An entry with everything that its hash is taken over. docs/journal.md describes the bytes.
struct JournalLink {
  std::int64_t position = 0;
  std::int64_t at = 0;
  base::Uuid user;  ///< none for the program itself
  std::string actor;
  std::int64_t role = -1;  ///< -1: none
  std::string origin;
  base::Uuid command;
  std::string what;
  std::string place;  ///< code
  std::string subject_kind;
  base::Uuid subject;
  std::int64_t amount = 0;
  std::int64_t minutes = 0;
  std::string rule;
  std::string note;
  std::string before;
  std::string after;
  ledger::Digest ledger{};
};
std::string canonical_bytes(const JournalLink& link);

class SqlJournalStore : public app::JournalStore {
 public:
  /// Entries are the caller's, at `now`, for the command of that key (none when it has none).
  SqlJournalStore(Database& database, Recall& recall, const app::Caller& caller, base::Instant now,
                  const base::Uuid& command)
      : database_(database), recall_(recall), caller_(caller), now_(now), command_(command) {}
  std::int64_t next_position() override;
  void append(std::int64_t position, const app::Entry& entry) override;

 private:
  Database& database_;
  Recall& recall_;
  const app::Caller& caller_;
  base::Instant now_;
  base::Uuid command_;
};

/// Position of the last entry; 0 when there is none.
std::int64_t last_position(Database& database);

}  // namespace shanzhi::storage
