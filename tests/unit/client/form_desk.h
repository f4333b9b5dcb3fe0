// A desk with one household in hand, and the moves that fill in a form by role and name.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include "shared/api/commands.h"
#include "tests/unit/client/desk_fixture.h"

namespace shanzhi::test {

using ui::Role;

inline constexpr const char* kHousehold = "0190a000-0000-7000-8000-000000000b01";
inline constexpr const char* kOther = "0190a000-0000-7000-8000-000000000b02";
inline constexpr const char* kHead = "0190a000-0000-7000-8000-000000000c01";
inline constexpr const char* kWife = "0190a000-0000-7000-8000-000000000c02";
inline constexpr const char* kTeam = "0190a000-0000-7000-8000-000000000e01";
inline constexpr const char* kArchive =
    "#/desk/households?open=0190a000-0000-7000-8000-000000000b01";
inline constexpr const char* kGrid = "371702106201-G01";

inline api::PersonRow person(const char* id, const char* name, const char* relation) {
  api::PersonRow p;
  p.id = id, p.name = name, p.relation = relation, p.gender = "male", p.born = "1968-03-12";
  p.phone = "13800000001", p.household = kHousehold, p.household_number = "KZ-0127";
  p.grid = kGrid, p.grid_name = "第 1 微网格", p.village = "康庄村";
  return p;
}

struct FormDesk : DeskFixture {
  FormDesk() {
    answer("passbook", book());
    answer("people", api::PersonPage{
                         {person(kHead, "张三", "head"), person(kWife, "李梅", "spouse")}, 2, ""});
    answer("households", homes());
    answer("grids", api::GridPage{});
    for (const char* command :
         {"save-household", "save-person", "move-person", "save-team", "save-site", "save-place"})
      answer(command, api::Saved{kHousehold, 501, ""});
  }
  static api::Passbook book() {
    api::Passbook b;
    b.household = kHousehold, b.number = "KZ-0127", b.head = "张三", b.village = "康庄村";
    b.grid = kGrid, b.grid_name = "第 1 微网格", b.hamlet = "371702106201-X1";
    b.address = "3组 127号", b.tags = "党员户";
    b.members = {{kHead, "张三", "head", "male", 58, 12'800, 60, false},
                 {kWife, "李梅", "spouse", "female", 57, 300, 0, true}};
    return b;
  }
  static api::HouseholdPage homes() {
    api::HouseholdPage page;
    api::HouseholdRow row;
    row.id = kOther, row.number = "KZ-0200", row.head = "王五", row.grid = kGrid,
    row.grid_name = "第 1 微网格", row.village = "康庄村", row.address = "1组 9号";
    page.households = {row};
    page.total = 1;
    return page;
  }
  void as(const char* role, const char* place, const char* place_name) {
    api::Me me = *describe::from_answer<api::Me>(answers["me"].second);
    me.role = role, me.place = place, me.place_name = place_name;
    answer("me", me);
  }
  void press(Role role, std::string_view name) {
    INFO(platform.outline());
    REQUIRE(platform.press(role, name));
    run();
  }
  void type(std::string_view name, std::string_view value) {
    INFO(platform.outline());
    REQUIRE(platform.type(name, value));
    run(6);
  }
  void choose(std::string_view list, std::string_view option) {
    press(Role::combobox, list);
    press(Role::option, option);
  }
  std::string field(std::string_view name) const {
    const auto found = platform.find(Role::textbox, name);
    return found.empty() ? "(none)" : found.front().value;
  }
  std::string wrong(std::string_view name) const {
    for (const Role role : {Role::textbox, Role::combobox})
      for (const ui::Node& n : platform.find(role, name))
        if (n.state & ui::kInvalid) return n.describe;
    return {};
  }
  std::string key_of(const char* name) const {
    for (const auto& [header, value] : last(name)->headers)
      if (header == "Idempotency-Key") return value;
    return {};
  }
  bool dialog() const { return !platform.find(Role::dialog, "", true).empty(); }
  template <class C>
  C sent(const char* name) const {
    const auto* request = last(name);
    REQUIRE(request);
    const auto command = describe::from_json<C>(request->body);
    REQUIRE(command.ok());
    return *command;
  }
  void escape() {
    ui::on_key({.key = ui::Key::escape});
    run(4);
  }
};

}  // namespace shanzhi::test
