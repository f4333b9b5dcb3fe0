#include "server/app/import_roster.h"

#include <map>
#include <set>
#include <unordered_map>

#include "server/app/import_cells.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

using base::Error;
using base::ErrorCode;
using people::Relation;

/// One row, read and checked.
struct Entry {
  std::size_t row = 0;
  std::size_t household = 0;  ///< index of the household of the file
  PersonRecord person;
};

/// One household of the file, from the first of its rows.
struct HouseholdEntry {
  std::size_t row = 0;
  HouseholdRecord record;
  Row village = 0;
  bool has_head = false;
};

/// The sentence on a wrong value depends on what it is.
Error at_field(Error error, const char* field) {
  error.field = field;
  return error;
}

class Roster {
 public:
  Roster(ImportWork& import, const IdentityDigest& digest)
      : import_(import), digest_(digest), places_(import.work) {}

  void read() {
    for (std::size_t row = 0; row < import_.table.rows.size(); ++row) {
      if (!import_.blank(row)) read_row(row);
    }
  }

  void write() {
    for (HouseholdEntry& household : households_) save_household(household);
    for (Entry& entry : entries_) save_person(entry);
  }

 private:
  void read_row(std::size_t row) {
    Entry entry;
    entry.row = row;
    read_name(entry);
    read_birth_and_gender(entry);
    read_identity(entry);
    read_phone(entry);
    entry.person.relation = read_relation_cell(import_.cell(row, "relation"));
    const auto at = read_point(import_, row);
    const bool heads = head_of_itself(entry);
    if (heads) entry.person.relation = Relation::head;
    if (!join_household(entry, heads)) return;
    HouseholdEntry& household = households_[entry.household];
    if (!household.record.at) household.record.at = at;
    if (entry.person.relation == Relation::head) {
      if (household.has_head)
        import_.refuse(row, "relation", {ErrorCode::already_exists, "/relation", "户主"});
      household.has_head = true;
    }
    entries_.push_back(std::move(entry));
  }

  /// A row without a relation whose name is the household's head is the head.
  bool head_of_itself(const Entry& entry) const {
    const auto relation = import_.cell(entry.row, "relation");
    if (!relation.empty()) return entry.person.relation == Relation::head;
    return import_.cell(entry.row, "head") == entry.person.name;
  }

  void read_name(Entry& entry) {
    const auto cell = import_.cell(entry.row, "name");
    entry.person.name = cell;
    if (cell.empty()) {
      import_.refuse(entry.row, "name", {ErrorCode::missing_field, "/name"});
    } else if (!base::printable(cell, false) || base::length_utf8(cell) > kImportedNameMax) {
      import_.refuse(entry.row, "name",
                     {ErrorCode::out_of_range, "/name", std::to_string(kImportedNameMax)});
    }
  }

  void read_birth_and_gender(Entry& entry) {
    if (const auto cell = import_.cell(entry.row, "born"); !cell.empty()) {
      const auto born = read_date_cell(cell);
      if (!born) {
        import_.refuse(entry.row, "born", born.error());
      } else if (base::start_of(*born) > import_.work.now) {
        import_.refuse(entry.row, "born", {ErrorCode::in_the_future, "/born", std::string(cell)});
      } else {
        entry.person.born = *born;
      }
    }
    const auto gender = read_gender_cell(import_.cell(entry.row, "gender"));
    if (!gender) {
      import_.refuse(entry.row, "gender", gender.error());
    } else {
      entry.person.gender = *gender;
    }
  }

  /// The number proves itself by its check digit, fills in birth and gender, and is hashed at once.
  void read_identity(Entry& entry) {
    const auto cell = import_.cell(entry.row, "id_card");
    if (cell.empty()) return;
    const auto card = people::parse_id_card(cell);
    if (!card) {
      import_.refuse(entry.row, "id_card", at_field(card.error(), "/id_card"));
      return;
    }
    if (entry.person.born && !(*entry.person.born == card->born)) {
      import_.refuse(entry.row, "born",
                     {ErrorCode::out_of_range, "/born", base::to_text(*entry.person.born),
                      base::to_text(card->born)});
    }
    entry.person.born = card->born;
    if (entry.person.gender != people::Gender::unknown && entry.person.gender != card->gender)
      import_.refuse(entry.row, "gender", {ErrorCode::not_a_choice, "/gender"});
    entry.person.gender = card->gender;
    entry.person.id_digest = digest_(card->number);
    if (!digests_.insert(entry.person.id_digest).second)
      import_.refuse(entry.row, "id_card", {ErrorCode::already_exists, "/id_card"});
  }

  void read_phone(Entry& entry) {
    const auto cell = import_.cell(entry.row, "phone");
    if (cell.empty()) return;
    auto phone = people::parse_phone(cell);
    if (!phone) {
      import_.refuse(entry.row, "phone", at_field(phone.error(), "/phone"));
    } else {
      entry.person.phone = std::move(*phone);
    }
  }

  /// Finds or opens the household of the row. False when its place is unknown.
  bool join_household(Entry& entry, bool heads) {
    const auto spot = place_of(entry.row);
    if (!spot) return false;
    const std::string number(import_.cell(entry.row, "number"));
    if (number.empty() && !heads && households_.empty()) {
      import_.refuse(entry.row, "number", {ErrorCode::missing_field, "/number"});
      return false;
    }
    if (number.empty() && !heads) {
      entry.household = households_.size() - 1;  // below its head's row, as registers are written
      return true;
    }
    const std::string key = std::to_string(spot->village) + "/" +
                            (number.empty() ? "#" + std::to_string(entry.row) : number);
    const auto [found, fresh] = household_of_.try_emplace(key, households_.size());
    entry.household = found->second;
    if (fresh) open_household(entry.row, *spot, number);
    return true;
  }

  struct Spot {
    Row village = 0;
    PlaceRecord grid;
    std::optional<PlaceRecord> hamlet;
  };

  std::optional<Spot> place_of(std::size_t row) {
    const std::string key = std::string(import_.cell(row, "town")) + "\t" +
                            std::string(import_.cell(row, "village")) + "\t" +
                            std::string(import_.cell(row, "grid")) + "\t" +
                            std::string(import_.cell(row, "hamlet"));
    auto found = spots_.find(key);
    if (found == spots_.end()) found = spots_.emplace(key, look_up(row)).first;
    const auto& [spot, field, error] = found->second;
    if (!spot) import_.refuse(row, field, error);
    return spot;
  }

  struct LookedUp {
    std::optional<Spot> spot;
    const char* field = "village";
    Error error;
  };

  LookedUp look_up(std::size_t row) {
    Spot spot;
    Row town = 0;  // many towns have a 赵庄村
    if (const auto cell = import_.cell(row, "town"); !cell.empty()) {
      const auto found = places_.find(cell, places::Level::town, 0);
      if (!found) return {std::nullopt, "town", found.error()};
      town = found->row;
    }
    const auto village_cell = import_.cell(row, "village");
    if (!village_cell.empty()) {
      const auto village = places_.find(village_cell, places::Level::village, town);
      if (!village) return {std::nullopt, "village", village.error()};
      spot.village = village->row;
      spot.grid = *village;
    }
    if (const auto cell = import_.cell(row, "grid"); !cell.empty()) {
      const auto grid = places_.find(cell, places::Level::grid, spot.village);
      if (!grid) return {std::nullopt, "grid", grid.error()};
      spot.grid = *grid;
      if (spot.village == 0) spot.village = grid->parent_row;
    }
    if (spot.village == 0) return {std::nullopt, "village", {ErrorCode::missing_field, "/village"}};
    if (const auto cell = import_.cell(row, "hamlet"); !cell.empty()) {
      const auto hamlet = places_.find(cell, places::Level::hamlet, spot.village);
      if (hamlet) spot.hamlet = *hamlet;
    }
    return {spot, "village", {}};
  }

  void open_household(std::size_t row, const Spot& spot, const std::string& number) {
    HouseholdEntry household;
    household.row = row;
    household.village = spot.village;
    HouseholdRecord& record = household.record;
    record.number = number;
    record.grid_row = spot.grid.row;
    record.grid = spot.grid.code;
    record.grid_low = spot.grid.low;
    if (spot.hamlet) {
      record.hamlet_row = spot.hamlet->row;
      record.hamlet = spot.hamlet->code;
    }
    record.address = base::cut_utf8(import_.cell(row, "address"), kImportedTextMax);
    record.tags = comma_separated(import_.cell(row, "tags"));
    households_.push_back(std::move(household));
  }

  /// 党员户、低保户 and 党员户；低保户 become 党员户,低保户.
  static std::string comma_separated(std::string_view cell) {
    std::string tags;
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t from = at;
      const char32_t c = base::next_code_point(cell, at);
      const bool parts = c == U'、' || c == U'；' || c == ';' || c == U'，' || c == ',' || c == ' ';
      if (!parts) {
        tags += cell.substr(from, at - from);
      } else if (!tags.empty() && tags.back() != ',') {
        tags += ',';
      }
    }
    if (!tags.empty() && tags.back() == ',') tags.pop_back();
    return std::string(base::cut_utf8(tags, kImportedTextMax));
  }

  void save_household(HouseholdEntry& entry) {
    HouseholdRecord& record = entry.record;
    std::optional<HouseholdRecord> known;
    if (!record.number.empty())
      known = import_.work.people.find_numbered(record.number, entry.village);
    if (known) {
      const std::string before = describe::to_json(*known);
      record.row = known->row;
      record.id = known->id;
      if (record.address.empty()) record.address = known->address;
      if (record.tags.empty()) record.tags = known->tags;
      if (!record.at) record.at = known->at;
      if (record.hamlet_row == 0) {
        record.hamlet_row = known->hamlet_row;
        record.hamlet = known->hamlet;
      }
      if (describe::to_json(record) == before) return;
      import_.work.people.save_household(record);
      import_.keep("household", record.row, before);
      return;
    }
    if (record.number.empty()) record.number = free_number(entry.village);
    record.id.uuid = import_.work.new_id();
    record.row = import_.work.people.save_household(record);
    import_.keep("household", record.row, {});
  }

  /// A household that the file gives no number gets the next one of its village.
  std::string free_number(Row village) {
    std::int64_t& last = last_number_[village];
    for (;;) {
      std::string number = "H-" + std::to_string(10'000 + ++last).substr(1);
      if (!import_.work.people.find_numbered(number, village)) return number;
    }
  }

  void save_person(Entry& entry) {
    PersonRecord& person = entry.person;
    const HouseholdRecord& household = households_[entry.household].record;
    person.household_row = household.row;
    person.household = household.id;
    std::optional<PersonRecord> known;
    if (!person.id_digest.empty()) known = import_.work.people.find_digest(person.id_digest);
    if (!known) known = import_.work.people.find_member(household.row, person.name);
    if (known) {
      const std::string before = describe::to_json(*known);
      person.row = known->row;
      person.id = known->id;
      person.off_boards = known->off_boards;
      if (!person.born) person.born = known->born;
      if (person.phone.empty()) person.phone = known->phone;
      if (person.id_digest.empty()) person.id_digest = known->id_digest;
      if (person.gender == people::Gender::unknown) person.gender = known->gender;
      if (describe::to_json(person) == before) return;
      import_.work.people.save_person(person);
      import_.keep("person", person.row, before);
      return;
    }
    person.id.uuid = import_.work.new_id();
    person.row = import_.work.people.save_person(person);
    import_.keep("person", person.row, {});
  }

  ImportWork& import_;
  const IdentityDigest& digest_;
  ReachedPlaces places_;
  std::vector<HouseholdEntry> households_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> household_of_;
  std::unordered_map<std::string, LookedUp> spots_;
  std::set<std::string> digests_;
  std::map<Row, std::int64_t> last_number_;
};

}  // namespace

void import_roster(ImportWork& import, const IdentityDigest& digest, bool write) {
  Roster roster(import, digest);
  roster.read();
  if (write && import.problems.empty()) roster.write();
}

}  // namespace shanzhi::app
