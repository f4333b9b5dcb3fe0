// Accounts, transfers, rules and totals in SQLite.
#pragma once

#include "server/app/stores.h"
#include "server/storage/database.h"
#include "server/storage/recall.h"

namespace shanzhi::storage {

class SqlLedgerStore : public app::LedgerStore {
 public:
  SqlLedgerStore(Database& database, Recall& recall) : database_(database), recall_(recall) {}
  bool exists(base::TransferId id) override;
  std::optional<app::FoundTransfer> find(base::TransferId id) override;
  std::optional<rules::Rule> rule(std::string_view code, base::CivilDate day) override;
  std::optional<rules::Rule> rule_version(std::string_view code, std::int32_t version) override;
  void save_rule(const rules::Rule& rule) override;
  bool remove_rule(std::string_view code, std::int32_t version) override;
  std::int64_t balance(ledger::Currency currency, const ledger::Holder& holder) override;
  base::Points granted(const base::PersonId& person, const rules::Rule& rule,
                       base::DaySpan days) override;
  base::Minutes booked(const base::PersonId& person, base::CivilDate day) override;
  base::Points granted_by(app::Row user, base::DaySpan days) override;
  void post(ledger::Transfer& transfer, app::Row user) override;
  void add_totals(app::Row person, app::Row grid, base::CivilDate day, rules::ServiceField field,
                  base::Points points, base::Minutes minutes, std::int64_t services) override;
  void add_verified(app::Row grid, base::CivilDate day, base::Points points) override;
  base::Points floor() override;
  base::Points second_person_above() override;

 private:
  app::Row open_account(ledger::Currency currency, const ledger::Holder& holder);
  app::Row account(ledger::Currency currency, const ledger::Holder& holder);
  base::Points setting(const char* name);

  Database& database_;
  Recall& recall_;
};

/// The three spans that totals are kept by: a day, its month, all time. Numbers stand in the schema.
inline constexpr int kSpanDay = 0, kSpanMonth = 1, kSpanAll = 2;
/// The first day of the span that holds the day, as days since 1970; 0 for all time.
std::int64_t span_start(int span, base::CivilDate day);

/// Settings of the ledger: lowest balance, and the monthly sum above which a second person is needed
/// (0 = none), both in centipoints.
inline constexpr const char* kFloorSetting = "floor";
inline constexpr const char* kSecondPersonSetting = "second_person_above";

}  // namespace shanzhi::storage
