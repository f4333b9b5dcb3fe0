// The tree is small (a county: some thousands of rows), so a change of its shape renumbers all of it.
#include "server/storage/place_store.h"

#include <algorithm>
#include <map>

#include "shared/base/pinyin.h"

namespace shanzhi::storage {

namespace {

using app::PlaceRecord;
using app::Row;

constexpr char kFind[] = R"(SELECT p.id, p.code, p.name, p.level, ifnull(p.parent_id, 0),
  ifnull(u.code, ''), p.low, p.high, p.schematic, p.outline
  FROM place p LEFT JOIN place u ON u.id = p.parent_id WHERE p.code = ?)";
constexpr char kFindRow[] = R"(SELECT p.id, p.code, p.name, p.level, ifnull(p.parent_id, 0),
  ifnull(u.code, ''), p.low, p.high, p.schematic, ''
  FROM place p LEFT JOIN place u ON u.id = p.parent_id WHERE p.id = ?)";
constexpr char kAllRows[] = R"(SELECT p.id, p.code, p.name, p.level, ifnull(p.parent_id, 0),
  ifnull(u.code, ''), p.low, p.high, p.schematic, ''
  FROM place p LEFT JOIN place u ON u.id = p.parent_id ORDER BY p.low)";
constexpr char kRoot[] = "SELECT id FROM place WHERE parent_id IS NULL ORDER BY low, id LIMIT 1";
constexpr char kLeastChild[] = "SELECT min(level) FROM place WHERE parent_id = ?";
constexpr char kInsert[] = R"(INSERT INTO place
  (code, name, level, parent_id, schematic, outline, full_pinyin, initials, revision)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kUpdate[] = R"(UPDATE place SET code = ?, name = ?, level = ?, parent_id = ?,
  schematic = ?, outline = ?, full_pinyin = ?, initials = ?, revision = ? WHERE id = ?)";
constexpr char kParentOf[] = "SELECT ifnull(parent_id, 0) FROM place WHERE id = ?";
constexpr char kTree[] =
    "SELECT id, ifnull(parent_id, 0), low, high FROM place ORDER BY level, code";
constexpr char kNumber[] = "UPDATE place SET low = ?, high = ? WHERE id = ?";
constexpr char kSetting[] = "SELECT value FROM setting WHERE name = ?";
constexpr char kSetPlaceholder[] =
    "INSERT INTO setting VALUES ('town_placeholder', '1') ON CONFLICT DO NOTHING";
constexpr char kDropPlaceholder[] = "DELETE FROM setting WHERE name = 'town_placeholder'";
constexpr char kSetTown[] =
    "INSERT INTO setting (name, value) VALUES ('town', ?) ON CONFLICT DO UPDATE SET value = "
    "excluded.value";

// Whatever refers to a place; the journal's mention alone does not keep it, but the place's row must
// then stay for the chain, so such a place is in use too.
constexpr char kUsed[] = R"(SELECT EXISTS (SELECT 1 FROM place WHERE parent_id = ?1)
  OR EXISTS (SELECT 1 FROM household WHERE grid_id = ?1 OR hamlet_id = ?1)
  OR EXISTS (SELECT 1 FROM site WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM merchant WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM team WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM user WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM token WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM grid_worker WHERE grid_id = ?1)
  OR EXISTS (SELECT 1 FROM alarm WHERE place_id = ?1 OR by_place_id = ?1)
  OR EXISTS (SELECT 1 FROM alarm_force WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM hall WHERE place_id = ?1 OR focus_id = ?1)
  OR EXISTS (SELECT 1 FROM hall_scene WHERE place_id = ?1)
  OR EXISTS (SELECT 1 FROM journal WHERE place_id = ?1))";
constexpr char kDelete[] = "DELETE FROM place WHERE id = ?";

std::optional<PlaceRecord> read_place(Query& query) {
  if (!query.next()) return std::nullopt;
  PlaceRecord place;
  place.row = query.integer(0);
  place.code = query.text(1);
  place.name = query.text(2);
  place.level = static_cast<places::Level>(query.integer(3));
  place.parent_row = query.integer(4);
  place.parent = query.text(5);
  place.low = query.integer(6);
  place.high = query.integer(7);
  place.schematic = query.integer(8) != 0;
  place.outline = query.text(9);
  return place;
}

struct Node {
  Row row;
  std::int64_t low, high;
};
using Children = std::map<Row, std::vector<Node>>;

// Writes the numbers of a subtree and gives the next free one.
std::int64_t number(Database& database, Children& children, const Node& node, std::int64_t low) {
  std::int64_t next = low + 1;
  for (const Node& child : children[node.row]) next = number(database, children, child, next);
  if (node.low != low || node.high != next - 1) execute(database, kNumber, low, next - 1, node.row);
  return next;
}

}  // namespace

void renumber_places(Database& database) {
  Children children;
  {
    Query query(database, kTree);
    while (query.next())
      children[query.integer(1)].push_back({query.integer(0), query.integer(2), query.integer(3)});
  }
  std::int64_t next = 1;
  for (const Node& root : children[0]) next = number(database, children, root, next);
}

std::optional<PlaceRecord> SqlPlaceStore::find(std::string_view code) {
  Query query(database_, kFind, code);
  return read_place(query);
}

std::vector<PlaceRecord> SqlPlaceStore::all_rows() {
  std::vector<PlaceRecord> all;
  Query query(database_, kAllRows);
  while (auto place = read_place(query)) all.push_back(std::move(*place));
  return all;
}

std::optional<PlaceRecord> SqlPlaceStore::find_row(Row row) {
  if (recall_ == nullptr) return read_row(row);
  return recall_->place(row, [&] { return read_row(row); });
}

std::optional<PlaceRecord> SqlPlaceStore::read_row(Row row) {
  Query query(database_, kFindRow, row);
  return read_place(query);
}

std::optional<places::Level> SqlPlaceStore::least_child_level(Row row) {
  Query query(database_, kLeastChild, row);
  if (!query.next() || query.null(0)) return std::nullopt;
  return static_cast<places::Level>(query.integer(0));
}

std::optional<PlaceRecord> SqlPlaceStore::root() {
  Row row = 0;
  {
    Query query(database_, kRoot);
    if (query.next()) row = query.integer(0);
  }
  return row == 0 ? std::nullopt : find_row(row);
}

bool SqlPlaceStore::root_is_placeholder() {
  Query query(database_, kSetting, kPlaceholderSetting);
  return query.next();
}

Row SqlPlaceStore::save(const PlaceRecord& place, std::int64_t position) {
  const auto pinyin = base::pinyin_of_place(place.name);
  const auto parent = row_or_null(place.parent_row);
  const auto level = static_cast<int>(place.level);
  Row row = place.row;
  bool reshaped = true;
  if (row == 0) {
    execute(database_, kInsert, place.code, place.name, level, parent, place.schematic,
            place.outline, pinyin.full, pinyin.initials, position);
    row = database_.last_row();
  } else {
    {
      Query query(database_, kParentOf, row);
      reshaped = !query.next() || query.integer(0) != place.parent_row;
    }
    execute(database_, kUpdate, place.code, place.name, level, parent, place.schematic,
            place.outline, pinyin.full, pinyin.initials, position, row);
  }
  if (place.parent_row == 0) {
    execute(database_, kSetTown, place.code);
    execute(database_, place.code == kStandInCode ? kSetPlaceholder : kDropPlaceholder);
  }
  if (reshaped) renumber_places(database_);
  return row;
}

bool SqlPlaceStore::remove(Row row) {
  {
    Query query(database_, kUsed, row);
    if (query.next() && query.integer(0) != 0) return false;
  }
  execute(database_, kDelete, row);
  renumber_places(database_);
  return true;
}

}  // namespace shanzhi::storage
