// Administrative divisions and outlines: parents first, each row through the use case of the desk.
#include <algorithm>
#include <unordered_set>

#include "server/app/import_tables.h"
#include "server/app/places.h"
#include "shared/api/names.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;
using places::Level;

std::optional<Level> level_of_word(std::string_view word) {
  struct Word {
    const char* text;
    Level level;
  };
  static constexpr Word kWords[] = {
      {"市", Level::city},      {"县", Level::county},      {"区", Level::county},
      {"镇", Level::town},      {"乡", Level::town},        {"街道", Level::town},
      {"管区", Level::hub},     {"行政村", Level::village}, {"村", Level::village},
      {"社区", Level::village}, {"自然村", Level::hamlet},  {"网格", Level::grid},
      {"微网格", Level::grid}};
  for (const Word& known : kWords)
    if (word == known.text) return known.level;
  return describe::parse_enum<Level>(word);
}

std::optional<Level> level_of_code(std::string_view code) {
  if (code.find("-G") != std::string_view::npos) return Level::grid;
  if (code.find("-X") != std::string_view::npos) return Level::hamlet;
  if (code.find("-H") != std::string_view::npos) return Level::hub;
  if (code.size() == 4) return Level::city;
  if (code.size() == 6) return Level::county;
  if (code.size() == 9) return Level::town;
  if (code.size() == 12) return Level::village;
  return std::nullopt;
}

/// 小留村村民委员会 is 小留村 on every screen.
std::string short_name(std::string name) {
  for (std::string_view end : {"村民委员会", "居民委员会"}) {
    if (name.size() > end.size() && name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name;
}

struct PlaceRow {
  std::size_t row = 0;
  api::SavePlace command;
};

std::optional<PlaceRow> read_place(ImportWork& import, std::size_t row) {
  PlaceRow place;
  place.row = row;
  place.command.code = import.cell(row, "code");
  place.command.name = short_name(std::string(import.cell(row, "name")));
  place.command.parent = import.cell(row, "parent");
  place.command.outline = import.cell(row, "outline");
  const std::string word(import.cell(row, "level"));
  const auto level = word.empty() ? level_of_code(place.command.code) : level_of_word(word);
  if (!level) {
    import.refuse(row, word.empty() ? "code" : "level", {ErrorCode::not_a_choice, "/level", word});
    return std::nullopt;
  }
  place.command.level = *level;
  if (base::length_utf8(place.command.name) > kImportedNameMax) {
    import.refuse(row, "name",
                  {ErrorCode::out_of_range, "/name", std::to_string(kImportedNameMax)});
    return std::nullopt;
  }
  return place;
}

/// A known place whose row names no parent stays where it is. The top of the file may be the top of the
/// database: a parent that neither of them has is nobody (371702 under 3717 in a county's list).
std::string parent_of(ImportWork& import, const api::SavePlace& command,
                      const std::optional<PlaceRecord>& known,
                      const std::unordered_set<std::string>& in_file) {
  if (command.parent.empty()) return known ? known->parent : std::string{};
  if (in_file.count(command.parent) > 0 || import.work.places.find(command.parent))
    return command.parent;
  const auto root = import.work.places.root();
  const bool may_be_root =
      !root || import.work.places.root_is_placeholder() || root->code == command.code;
  return may_be_root ? std::string{} : command.parent;
}

}  // namespace

void import_places(ImportWork& import) {
  std::vector<PlaceRow> rows;
  for (std::size_t row = 0; row < import.table.rows.size(); ++row) {
    if (import.blank(row)) continue;
    if (auto place = read_place(import, row)) rows.push_back(std::move(*place));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PlaceRow& a, const PlaceRow& b) {
    return a.command.level < b.command.level;
  });
  std::unordered_set<std::string> in_file;
  for (const PlaceRow& place : rows) in_file.insert(place.command.code);
  for (PlaceRow& place : rows) {
    const auto known = import.work.places.find(place.command.code);
    const auto stand_in = import.work.places.root_is_placeholder() ? import.work.places.root()
                                                                   : std::optional<PlaceRecord>{};
    place.command.parent = parent_of(import, place.command, known, in_file);
    const auto done = put_place(import.work, place.command, import.work.journal.next_position());
    if (!done) {
      const std::string field =
          done.error().field.empty() ? std::string("code") : done.error().field.substr(1);
      import.refuse(place.row, field, done.error());
      continue;
    }
    const auto now = import.work.places.find(place.command.code);
    if (stand_in && stand_in->row == now->row) {
      ++import.added;
      import.work.imports.keep(import.import, {"place", now->row, describe::to_json(*stand_in)});
    } else if (!known) {
      import.keep("place", now->row, {});
    } else if (describe::to_json(*known) != describe::to_json(*now)) {
      import.keep("place", now->row, describe::to_json(*known));
    }
  }
}

}  // namespace shanzhi::app
