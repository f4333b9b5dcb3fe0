// Sites and merchants: the part of the place store that stands on the map as points.
#include "server/storage/place_store.h"

namespace shanzhi::storage {

namespace {

using app::Row;

constexpr char kFindSite[] =
    R"(SELECT s.id, s.uuid, s.kind, s.name, s.place_id, p.code, s.longitude,
  s.latitude, s.hours, s.offers FROM site s JOIN place p ON p.id = s.place_id WHERE s.uuid = ?)";
constexpr char kSaveSite[] = R"(INSERT INTO site
  (uuid, kind, name, place_id, longitude, latitude, hours, offers) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (uuid) DO UPDATE SET kind = excluded.kind, name = excluded.name,
  place_id = excluded.place_id, longitude = excluded.longitude, latitude = excluded.latitude,
  hours = excluded.hours, offers = excluded.offers RETURNING id)";
constexpr char kDeleteSite[] = "DELETE FROM site WHERE id = ?";

constexpr char kFindMerchant[] = R"(SELECT m.id, m.uuid, m.name, m.trade, m.place_id, p.code,
  m.longitude, m.latitude, m.phone FROM merchant m JOIN place p ON p.id = m.place_id WHERE m.uuid = ?)";
constexpr char kSaveMerchant[] = R"(INSERT INTO merchant
  (uuid, name, trade, place_id, longitude, latitude, phone) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, trade = excluded.trade,
  place_id = excluded.place_id, longitude = excluded.longitude, latitude = excluded.latitude,
  phone = excluded.phone RETURNING id)";
constexpr char kMerchantUsed[] = "SELECT EXISTS (SELECT 1 FROM account WHERE merchant_id = ?)";
constexpr char kDeleteMerchant[] = "DELETE FROM merchant WHERE id = ?";

Row returned_row(Query& query) {
  const Row row = query.next() ? query.integer(0) : 0;
  query.done();
  return row;
}

}  // namespace

std::optional<app::SiteRecord> SqlPlaceStore::find_site(base::SiteId id) {
  Query query(database_, kFindSite, id);
  if (!query.next()) return std::nullopt;
  return app::SiteRecord{query.integer(0),
                         {query.uuid(1)},
                         static_cast<places::SiteKind>(query.integer(2)),
                         query.text(3),
                         query.integer(4),
                         query.text(5),
                         {query.real(6), query.real(7)},
                         query.text(8),
                         query.text(9)};
}

Row SqlPlaceStore::save_site(const app::SiteRecord& site) {
  Query query(database_, kSaveSite, site.id, static_cast<int>(site.kind), site.name, site.place_row,
              site.at.x, site.at.y, site.hours, site.offers);
  return returned_row(query);
}

void SqlPlaceStore::remove_site(Row row) {
  execute(database_, kDeleteSite, row);
}

std::optional<app::MerchantRecord> SqlPlaceStore::find_merchant(base::MerchantId id) {
  Query query(database_, kFindMerchant, id);
  if (!query.next()) return std::nullopt;
  return app::MerchantRecord{query.integer(0),
                             {query.uuid(1)},
                             query.text(2),
                             query.text(3),
                             query.integer(4),
                             query.text(5),
                             {query.real(6), query.real(7)},
                             query.text(8)};
}

Row SqlPlaceStore::save_merchant(const app::MerchantRecord& merchant) {
  Query query(database_, kSaveMerchant, merchant.id, merchant.name, merchant.trade,
              merchant.place_row, merchant.at.x, merchant.at.y, merchant.phone);
  return returned_row(query);
}

bool SqlPlaceStore::remove_merchant(Row row) {
  {
    Query query(database_, kMerchantUsed, row);
    if (query.next() && query.integer(0) != 0) return false;
  }
  execute(database_, kDeleteMerchant, row);
  return true;
}

}  // namespace shanzhi::storage
