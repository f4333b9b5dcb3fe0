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
  wall,
  alarm,
  // the phone
  me,
  me_passbook,
  me_board,
  me_rules,
  me_team,
  me_card,
  me_work,
  me_settings,
  me_remote,
  me_alarm,
};
inline constexpr int kSections = 28;
const char* section_name(Section section);
/// A page of the phone rather than of the desk.
inline bool in_hand(Section section) {
  return section >= Section::me;
}

/// Of a page of the phone: the relative whose points it shows, in the place of one's own.
inline constexpr const char* kFor = "for";
/// May a page of that section be about somebody else?
inline bool of_somebody(Section section) {
  return section == Section::me || section == Section::me_passbook ||
         section == Section::me_board || section == Section::me_team;
}

/// "#/desk/map?place=371702106&measure=hours", "#/me/passbook" and back. Empty values are left out.
struct Route {
  Section section = Section::overview;
  std::map<std::string, std::string> set;

  bool operator==(const Route& other) const { return section == other.section && set == other.set; }
  std::string get(const std::string& key, std::string_view otherwise = {}) const;
  Route with(const std::string& key, std::string_view value) const;
  /// Another section in the same place, and about the same person where it is about one.
  Route to(Section other) const;
};

std::string to_hash(const Route& route);
/// What cannot be understood leads to the overview.
Route parse_hash(std::string_view hash);

}  // namespace shanzhi::model
