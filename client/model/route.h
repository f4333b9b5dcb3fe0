// Where the person is: a section of the desk and what is set in it, written as the page's address.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace shanzhi::model {

enum class Section : unsigned char {
  sign_in,
  overview,
  map,
  households,
  people,
  teams,
  grids,
  boards,
  award,
  rules,
  sites,
  merchants,
  import,
  journal,
  users,
  settings,
};
inline constexpr int kSections = 16;
const char* section_name(Section section);

/// "#/desk/map?place=371702106&measure=hours" and back. Empty values are left out.
struct Route {
  Section section = Section::overview;
  std::map<std::string, std::string> set;

  bool operator==(const Route& other) const { return section == other.section && set == other.set; }
  std::string get(const std::string& key, std::string_view otherwise = {}) const;
  Route with(const std::string& key, std::string_view value) const;
  /// Another section in the same place.
  Route to(Section other) const;
};

std::string to_hash(const Route& route);
/// What cannot be understood leads to the overview.
Route parse_hash(std::string_view hash);

}  // namespace shanzhi::model
