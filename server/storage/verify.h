// Proves the ledger: sums, balances, chains, reversals, totals. Names the first wrong row of each kind.
#pragma once

#include <string>
#include <vector>

#include "server/storage/database.h"

namespace shanzhi::storage {

/// What was looked at; the order in which findings are told.
enum class Check : std::uint8_t {
  file,           ///< SQLite's own integrity
  ledger_chain,   ///< seq, previous, own of every transfer
  journal_chain,  ///< position, previous, own, ledger_digest of every entry
  entry_amounts,  ///< an entry's amount and minutes are those of its transfers
  accounts,       ///< holder and owner of each account agree
  balances,       ///< balance = sum of its transfers
  currency_sums,  ///< all balances of a currency sum to zero
  reversals,      ///< each reversal mirrors what it names, once
  pairs,          ///< the hours of an award name its points, and the reverse
  people_sums,    ///< balance, earned, minutes, last of people and households
  person_totals,
  grid_totals,
  photos,  ///< each is the one whose hash the entry of its award names
};

struct Finding {
  Check check = Check::file;
  std::string table;
  std::string row;     ///< key of the first wrong row
  std::string detail;  ///< what is stored, and what it should be
};

struct VerifyReport {
  std::vector<Finding> findings;  ///< empty: the ledger holds
  std::int64_t transfers = 0, entries = 0, accounts = 0;
  ledger::Digest ledger_head{};
  ledger::Digest journal_head{};  ///< the last hash: it fixes the ledger too
  bool holds() const { return findings.empty(); }
};

/// Reads one snapshot; may run beside a server. Memory grows with people × months, not with transfers.
VerifyReport verify(Database& database);

/// One sentence on a finding, for the command line.
std::string sentence(const Finding& finding, bool english);

}  // namespace shanzhi::storage
