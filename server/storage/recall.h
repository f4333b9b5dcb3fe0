// What the writer remembers from one command to the next, so that it need not ask the database again:
// the heads of the chains, accounts, places, rules and limits; and sums that a whole batch shares,
// held back to be written once. It is right as long as nobody else writes, and says nothing after.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "server/app/stores.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

/// The last link of a chain: its number and hash; zero and zeros before the first.
struct ChainHead {
  std::int64_t number = 0;
  ledger::Digest own{};
};

/// How far what is remembered may be relied on: not while a command runs that may change places, rules
/// or settings itself; in full where every change goes through the ledger's stores; and there, in a
/// transaction that begins anew as a whole when one fails, sums may also be held back.
enum class Trust : std::uint8_t { none, full, hold_back };

/// Of one writer's connection and thread. What it answers is what SQL would answer in that transaction.
class Recall {
 public:
  /// First thing in a transaction: forgets when another connection has committed since the last one.
  void begin(Database& database);
  /// After a rollback, and after a command that ran with no trust: nothing is known or held back.
  void forget();
  void set_trust(Trust trust) { trust_ = trust; }
  /// How often something was held back: changes of the transaction that SQLite does not know of yet.
  std::int64_t additions() const { return additions_; }
  /// Writes what was held back. Before a commit, and before anything reads those rows.
  void flush(Database& database);

  ChainHead& ledger_head(Database& database);
  ChainHead& journal_head(Database& database);
  /// Row of the account as `ask` finds it; 0, which is not remembered, when it has none yet.
  template <class Ask>
  app::Row account(ledger::Currency currency, const ledger::Holder& holder, Ask ask) {
    if (accounts_.size() >= kAccountsMax) accounts_.clear();
    const AccountKey key{static_cast<int>(currency) * 16 + static_cast<int>(holder.kind),
                         holder.who};
    const auto at = accounts_.find(key);
    if (at != accounts_.end()) return at->second;
    const app::Row row = ask();
    if (row != 0) accounts_.emplace(key, row);
    return row;
  }
  /// Adds to a balance; a system account's waits, because every award of the batch moves it.
  void move(Database& database, app::Row account, const ledger::Holder& holder,
            std::int64_t amount);
  /// What waits for a balance.
  std::int64_t moved(app::Row account) const;

  struct GridSums {
    std::int64_t points = 0, minutes = 0, services = 0, verified = 0;
  };
  /// Adds to a row of grid_total.
  void add_grid(Database& database, int span, std::int64_t start, int field, app::Row grid,
                const GridSums& sums);

  /// Asked once for each code and day, each place, each setting; `ask` asks the database.
  template <class Ask>
  std::optional<rules::Rule> rule(std::string_view code, base::CivilDate day, Ask ask) {
    if (trust_ == Trust::none) return ask();
    if (rules_.size() >= kRulesMax) rules_.clear();
    const auto [at, fresh] = rules_.try_emplace({std::string(code), day.days});
    if (fresh) at->second = ask();
    return at->second;
  }
  template <class Ask>
  std::optional<app::PlaceRecord> place(app::Row row, Ask ask) {
    if (trust_ == Trust::none) return ask();
    const auto [at, fresh] = places_.try_emplace(row);
    if (fresh) at->second = ask();
    return at->second;
  }
  /// `name` is a constant.
  template <class Ask>
  std::int64_t setting(std::string_view name, Ask ask) {
    if (trust_ == Trust::none) return ask();
    const auto [at, fresh] = settings_.try_emplace(name, 0);
    if (fresh) at->second = ask();
    return at->second;
  }

 private:
  using AccountKey = std::pair<int, base::Uuid>;
  struct AccountHash {
    std::size_t operator()(const AccountKey& key) const {
      return static_cast<std::size_t>((key.second.low ^ (key.second.high * 0x9E3779B97F4A7C15U)) +
                                      static_cast<std::uint64_t>(key.first));
    }
  };
  using GridKey = std::array<std::int64_t, 4>;  ///< span, start, field, grid

  /// About 10 MB.
  static constexpr std::size_t kAccountsMax = 100'000;
  static constexpr std::size_t kRulesMax = 10'000;  ///< callers may ask for codes that are none

  std::int64_t version_ = -1;
  std::int64_t additions_ = 0;
  Trust trust_ = Trust::none;
  std::optional<ChainHead> ledger_head_, journal_head_;
  std::unordered_map<AccountKey, app::Row, AccountHash> accounts_;
  std::unordered_map<app::Row, std::optional<app::PlaceRecord>> places_;
  std::map<std::pair<std::string, std::int32_t>, std::optional<rules::Rule>> rules_;
  std::map<std::string_view, std::int64_t> settings_;
  std::unordered_map<app::Row, std::int64_t> moved_;
  std::map<GridKey, GridSums> grids_;
};

}  // namespace shanzhi::storage
