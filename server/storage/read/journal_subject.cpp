// One look-up by the key of the subject's own table.
#include "server/storage/read/journal_subject.h"

#include <array>

namespace shanzhi::storage::read {
namespace {

struct NameSource {
  std::string_view kind;
  std::string sql;  ///< gives name, grid or place of who it is (0: nobody's name), hamlet
};

const std::array<NameSource, 8>& sources() {
  static const std::array<NameSource, 8> all{{
      {"person",
       "SELECT p.name, h.grid_id, coalesce(h.hamlet_id, 0) FROM person p"
       " JOIN household h ON h.id = p.household_id WHERE p.uuid = ?"},
      {"household",
       "SELECT head_name, grid_id, coalesce(hamlet_id, 0) FROM household WHERE uuid = ?"},
      {"team", "SELECT name, 0, 0 FROM team WHERE uuid = ?"},
      {"site", "SELECT name, 0, 0 FROM site WHERE uuid = ?"},
      {"merchant", "SELECT name, 0, 0 FROM merchant WHERE uuid = ?"},
      {"user", "SELECT coalesce(nullif(title, ''), name), 0, 0 FROM user WHERE uuid = ?"},
      {"alarm", "SELECT matter, 0, 0 FROM alarm WHERE uuid = ?"},
      {"import", "SELECT name, 0, 0 FROM import WHERE uuid = ?"},
  }};
  return all;
}

std::string name_of(Reading& r, const NameSource& source, const base::Uuid& id) {
  Rows rows(r.snapshot, source.sql, id);
  if (!rows.next()) return {};
  if (rows.integer(1) == 0) return rows.text(0);
  const PlaceNode* grid = r.town->by_id(rows.integer(1));
  const PlaceNode* hamlet = r.town->by_id(rows.integer(2));
  return r.name(rows.text(0), grid ? grid->low : 0, hamlet ? hamlet->low : 0);
}

}  // namespace

JournalSubject journal_subject(Reading& r, const std::string& kind, const base::Uuid& id,
                               std::int64_t place) {
  if (kind == "place") {
    const PlaceNode* node = r.town->by_id(place);
    return node ? JournalSubject{kind, node->code, node->name} : JournalSubject{kind, {}, {}};
  }
  JournalSubject subject{kind, id.none() ? std::string{} : base::to_text(id), {}};
  for (const NameSource& source : sources())
    if (source.kind == kind) subject.name = name_of(r, source, id);
  return subject;
}

}  // namespace shanzhi::storage::read
