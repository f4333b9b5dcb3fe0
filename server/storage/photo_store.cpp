// The schema keeps what is bound; here it is only asked and told.
#include "server/storage/photo_store.h"

namespace shanzhi::storage {
namespace {

constexpr char kFind[] =
    "SELECT id, user_id, at, width, height, entry IS NOT NULL FROM photo WHERE id = ?";
constexpr char kAdd[] =
    "INSERT INTO photo (id, user_id, at, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kWait[] = "UPDATE photo SET at = ? WHERE id = ?";
constexpr char kBind[] = "UPDATE photo SET entry = ?, number = ? WHERE id = ?";
constexpr char kWaiting[] = "SELECT count(*) FROM photo WHERE entry IS NULL AND user_id = ?";
constexpr char kDrop[] = "DELETE FROM photo WHERE entry IS NULL AND at < ?";

}  // namespace

std::optional<app::PhotoRecord> SqlPhotoStore::find(const ledger::Digest& id) {
  Query query(database_, kFind, id);
  if (!query.next()) return std::nullopt;
  return app::PhotoRecord{query.digest(0),
                          query.integer(1),
                          {query.integer(2)},
                          static_cast<int>(query.integer(3)),
                          static_cast<int>(query.integer(4)),
                          query.integer(5) != 0};
}

void SqlPhotoStore::add(const app::PhotoRecord& photo, const std::string& bytes) {
  execute(database_, kAdd, photo.id, photo.user, photo.at.unix_ms, photo.width, photo.height,
          Bytes{bytes});
}

void SqlPhotoStore::wait_from(const ledger::Digest& id, base::Instant at) {
  execute(database_, kWait, at.unix_ms, id);
}

void SqlPhotoStore::bind(const ledger::Digest& id, std::int64_t position, std::int64_t number) {
  execute(database_, kBind, position, number, id);
}

std::int64_t SqlPhotoStore::waiting(app::Row user) {
  Query query(database_, kWaiting, user);
  return query.next() ? query.integer(0) : 0;
}

void SqlPhotoStore::drop_waiting(base::Instant before) {
  execute(database_, kDrop, before.unix_ms);
}

}  // namespace shanzhi::storage
