// Places, sites and merchants in SQLite.
#pragma once

#include "server/app/stores.h"
#include "server/storage/database.h"
#include "server/storage/recall.h"

namespace shanzhi::storage {

/// Code of the root of a database that nobody has named yet; the first real root takes its place.
inline constexpr const char* kStandInCode = "000000000";
/// Setting that marks the root of an empty database, until the town is named.
inline constexpr const char* kPlaceholderSetting = "town_placeholder";

class SqlPlaceStore : public app::PlaceStore {
 public:
  /// `recall` answers for places seen before, where there is one.
  explicit SqlPlaceStore(Database& database, Recall* recall = nullptr)
      : database_(database), recall_(recall) {}
  std::optional<app::PlaceRecord> find(std::string_view code) override;
  std::vector<app::PlaceRecord> all_rows() override;
  std::optional<app::PlaceRecord> find_row(app::Row row) override;
  std::optional<places::Level> least_child_level(app::Row row) override;
  app::Row save(const app::PlaceRecord& place, std::int64_t position) override;
  bool remove(app::Row row) override;
  std::optional<app::PlaceRecord> root() override;
  bool root_is_placeholder() override;
  std::optional<app::SiteRecord> find_site(base::SiteId id) override;
  app::Row save_site(const app::SiteRecord& site) override;
  void remove_site(app::Row row) override;
  std::optional<app::MerchantRecord> find_merchant(base::MerchantId id) override;
  app::Row save_merchant(const app::MerchantRecord& merchant) override;
  bool remove_merchant(app::Row row) override;

 private:
  std::optional<app::PlaceRecord> read_row(app::Row row);

  Database& database_;
  Recall* recall_;
};

/// Numbers the whole tree in preorder, children by level and code; writes only what changed.
void renumber_places(Database& database);

}  // namespace shanzhi::storage
