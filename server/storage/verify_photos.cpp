// Every photograph is hashed anew, and held against the entry of its award, both ways.
#include "server/storage/digest.h"
#include "server/storage/verify_walk.h"

namespace shanzhi::storage {

namespace {

constexpr char kPhotos[] = "SELECT id, lower(hex(id)), bytes FROM photo";
constexpr char kUnnamed[] = R"(SELECT lower(hex(p.id)) FROM photo p
  LEFT JOIN journal j ON j.position = p.entry WHERE p.entry IS NOT NULL AND NOT ifnull(
    json_valid(j.after) AND json_extract(j.after, '$.photos[' || (p.number - 1) || ']')
      = lower(hex(p.id)), 0) LIMIT 1)";
constexpr char kMissing[] = R"(SELECT j.position, e.value FROM journal j
  JOIN json_each(CASE WHEN json_valid(j.after) THEN j.after ELSE '{}' END, '$.photos') e
  LEFT JOIN photo p ON p.entry = j.position AND p.number = e.key + 1
  WHERE j.what = 'points_awarded' AND j.after <> '' AND NOT ifnull(lower(hex(p.id)) = e.value, 0)
  LIMIT 1)";

}  // namespace

void check_photos(Database& database, VerifyReport& report) {
  Query photos(database, kPhotos);
  while (photos.next()) {
    const ledger::Digest own = sha256(photos.bytes(2));
    if (own != photos.digest(0))
      note(report, Check::photos, "photo", photos.text(1), "its picture hashes to " + hex(own));
  }
  Query unnamed(database, kUnnamed);
  if (unnamed.next())
    note(report, Check::photos, "photo", unnamed.text(0),
         "the entry of its award does not name it");
  Query missing(database, kMissing);
  if (missing.next())
    note(report, Check::photos, "journal", missing.text(0),
         "names the photo " + missing.text(1) + ", which is not there");
}

}  // namespace shanzhi::storage
