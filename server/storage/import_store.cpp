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
  WHEN 'site' THEN 3 WHEN 'merchant' THEN 4 WHEN 'rule' THEN 5 ELSE 6 END, row_id DESC)";
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

void SqlImportStore::finish(app::Row import, const std::string& report, std::int64_t position) {
  execute(database_, kFinish, report, position, import);
}

void SqlImportStore::mark_undone(app::Row import, std::int64_t position) {
  execute(database_, kUndone, position, import);
}

}  // namespace shanzhi::storage
