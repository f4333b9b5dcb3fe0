// The order in which rows come back is the order in which they may be taken away.
#include "server/storage/import_store.h"

namespace shanzhi::storage {

namespace {

constexpr char kFind[] =
    "SELECT id, uuid, kind, name, report, undone_by FROM import WHERE uuid = ?";
constexpr char kAdd[] = R"(INSERT INTO import (uuid, kind, name, at, user_id, report, position)
  VALUES (?, ?, ?, ?, ?, ?, ?))";
constexpr char kKeep[] = "INSERT INTO import_row VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
constexpr char kRows[] = R"(SELECT sort, row_id, before FROM import_row WHERE import_id = ?
  ORDER BY CASE sort WHEN 'team' THEN 0 WHEN 'person' THEN 1 WHEN 'household' THEN 2
  WHEN 'site' THEN 3 WHEN 'merchant' THEN 4 WHEN 'rule' THEN 5 ELSE 6 END,
  sort = 'place' AND before = '', row_id DESC)";
// CROSS JOIN: from the few things that happened to the many rows, by their keys.
// What hangs on the stand-in for a root is hashed under the real root's code by now.
constexpr char kInUse[] = R"(WITH
  this AS (SELECT id, position FROM import WHERE id = ?1),
  own AS (SELECT sort, row_id, before FROM import_row WHERE import_id = ?1),
  later AS (SELECT what, subject, note FROM this CROSS JOIN journal j
    WHERE j.position > this.position AND j.what IN
      ('person_saved', 'person_moved', 'household_saved', 'team_saved', 'place_saved')),
  again AS (SELECT own.sort, own.row_id FROM own CROSS JOIN import i ON i.id > ?1 AND i.undone_by = 0
    CROSS JOIN import_row o ON o.import_id = i.id AND o.sort = own.sort AND o.row_id = own.row_id),
  logins AS (SELECT person_id FROM user WHERE person_id IS NOT NULL)
  SELECT 'person', p.name FROM later CROSS JOIN person p ON p.uuid = later.subject
    CROSS JOIN import_row r ON r.import_id = ?1 AND r.sort = 'person' AND r.row_id = p.id
  UNION ALL SELECT 'household', h.number FROM later CROSS JOIN household h ON h.uuid = later.subject
    CROSS JOIN import_row r ON r.import_id = ?1 AND r.sort = 'household' AND r.row_id = h.id
  UNION ALL SELECT 'team', t.name FROM later CROSS JOIN team t ON t.uuid = later.subject
    CROSS JOIN import_row r ON r.import_id = ?1 AND r.sort = 'team' AND r.row_id = t.id
  UNION ALL SELECT 'place', p.name FROM later CROSS JOIN place p ON p.code = later.note
    CROSS JOIN import_row r ON r.import_id = ?1 AND r.sort = 'place' AND r.row_id = p.id
    WHERE later.what = 'place_saved'
  UNION ALL SELECT 'person', p.name FROM again JOIN person p ON p.id = again.row_id
    WHERE again.sort = 'person'
  UNION ALL SELECT 'household', h.number FROM again JOIN household h ON h.id = again.row_id
    WHERE again.sort = 'household'
  UNION ALL SELECT 'place', p.name FROM again JOIN place p ON p.id = again.row_id
    WHERE again.sort = 'place'
  UNION ALL SELECT 'person', p.name FROM own CROSS JOIN person p ON p.id = own.row_id
    WHERE own.sort = 'person' AND own.before = '' AND p.removed_by = 0
    AND (EXISTS (SELECT 1 FROM account WHERE person_id = p.id)
      OR EXISTS (SELECT 1 FROM team_member WHERE person_id = p.id)
      OR EXISTS (SELECT 1 FROM grid_worker WHERE person_id = p.id) OR p.id IN logins)
  UNION ALL SELECT 'place', p.name FROM own JOIN place p ON p.id = own.row_id
    WHERE own.sort = 'place' AND own.before <> '' AND p.parent_id IS NULL
    AND json_extract(own.before, '$.code') <> p.code
    AND EXISTS (SELECT 1 FROM journal WHERE place_id = p.id)
  LIMIT 1)";
constexpr char kFinish[] = "UPDATE import SET report = ?, position = ? WHERE id = ?";
constexpr char kUndone[] = "UPDATE import SET undone_by = ? WHERE id = ?";

}  // namespace

std::optional<app::ImportRecord> SqlImportStore::find(base::ImportId id) {
  Query query(database_, kFind, id);
  if (!query.next()) return std::nullopt;
  return app::ImportRecord{query.integer(0), {query.uuid(1)}, query.text(2),
                           query.text(3),    query.text(4),   query.integer(5) != 0};
}

app::Row SqlImportStore::add(const app::ImportRecord& import, std::int64_t position) {
  execute(database_, kAdd, import.id, import.kind, import.name, now_.unix_ms,
          row_or_null(caller_.user), import.report, position);
  return database_.last_row();
}

void SqlImportStore::keep(app::Row import, const app::ImportedRow& row) {
  execute(database_, kKeep, import, row.sort, row.row, row.before);
}

std::vector<app::ImportedRow> SqlImportStore::rows(app::Row import) {
  std::vector<app::ImportedRow> rows;
  Query query(database_, kRows, import);
  while (query.next()) rows.push_back({query.text(0), query.integer(1), query.text(2)});
  return rows;
}

std::optional<app::NamedRow> SqlImportStore::in_use(app::Row import) {
  Query query(database_, kInUse, import);
  if (!query.next()) return std::nullopt;
  return app::NamedRow{query.text(0), query.text(1)};
}

void SqlImportStore::finish(app::Row import, const std::string& report, std::int64_t position) {
  execute(database_, kFinish, report, position, import);
}

void SqlImportStore::mark_undone(app::Row import, std::int64_t position) {
  execute(database_, kUndone, position, import);
}

}  // namespace shanzhi::storage
