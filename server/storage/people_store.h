// Households and people in SQLite, with the sums that follow from the ledger.
#pragma once

#include "server/app/stores.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

class SqlPeopleStore : public app::PeopleStore {
 public:
  explicit SqlPeopleStore(Database& database) : database_(database) {}
  std::optional<app::HouseholdRecord> find_household(base::HouseholdId id) override;
  std::optional<app::HouseholdRecord> household_row(app::Row row) override;
  bool number_taken(std::string_view number, app::Row grid_row, app::Row except) override;
  std::optional<app::HouseholdRecord> find_numbered(std::string_view number,
                                                    app::Row village_row) override;
  app::Row save_household(const app::HouseholdRecord& household) override;
  std::optional<app::PersonRecord> find_person(base::PersonId id) override;
  std::optional<app::PersonRecord> person_row(app::Row row) override;
  std::optional<app::PersonRecord> find_digest(std::string_view id_digest) override;
  std::optional<app::PersonRecord> find_member(app::Row household_row,
                                               std::string_view name) override;
  bool has_head(app::Row household_row, app::Row except) override;
  app::Row save_person(const app::PersonRecord& person) override;
  void remove_person(app::Row row, std::int64_t position) override;
  bool remove_household(app::Row row, std::int64_t position) override;
  void add_sums(const app::PersonRecord& person, base::Points balance, base::Points earned,
                base::Minutes minutes, base::Instant last_at) override;

 private:
  void sum_household(app::Row row);

  Database& database_;
};

}  // namespace shanzhi::storage
