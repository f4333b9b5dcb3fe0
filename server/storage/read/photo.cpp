// One photograph of an award: the file itself, for whoever may open the book in which the award stands.
#include "server/storage/read/answers.h"
#include "shared/base/sha256.h"

namespace shanzhi::storage::read {
namespace {

const std::string kPhoto =
    "SELECT s.uuid, p.bytes FROM photo p JOIN transfer t ON t.entry = p.entry AND t.currency = 0"
    " JOIN account d ON d.id = t.debit JOIN account c ON c.id = t.credit"
    " JOIN person s ON s.id = coalesce(c.person_id, d.person_id) WHERE p.id = unhex(?) LIMIT 1";

const base::Error kUnseen{base::ErrorCode::not_found, "/id", {}, {}};

}  // namespace

Result<std::string> read_photo(Reading& r, const api::PhotoQuery& q) {
  if (!base::parse_hash256(q.id)) return {base::ErrorCode::malformed, "/id"};
  Rows rows(r.snapshot, kPhoto, q.id);
  if (!rows.next()) return kUnseen;
  // The book itself is asked for: whoever is refused there is refused here, whatever the reason.
  api::PassbookQuery book;
  book.person = rows.uuid_text(0);
  book.limit = 1;
  if (!read_passbook(r, book)) return kUnseen;
  return rows.text(1);
}

}  // namespace shanzhi::storage::read
