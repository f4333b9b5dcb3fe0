// Pages of households and people: whole, without doubles, in order, and only within reach.
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

template <class Page, class Rows>
std::vector<std::string> all_pages(TownFile& file, const std::string& query,
                                   app::Parameters parameters, const app::Caller& caller,
                                   Rows rows) {
  std::vector<std::string> ids;
  parameters.emplace_back("limit", "7");
  std::string cursor;
  do {
    app::Parameters page_parameters = parameters;
    if (!cursor.empty()) page_parameters.emplace_back("cursor", cursor);
    const Page page = file.view<Page>(query, page_parameters, caller);
    for (const auto& row : rows(page)) ids.push_back(row.id);
    REQUIRE(ids.size() <= 1000);
    cursor = page.next;
  } while (!cursor.empty());
  return ids;
}

const auto kPeople = [](const api::PersonPage& page) { return page.people; };
const auto kHouseholds = [](const api::HouseholdPage& page) { return page.households; };

TEST_CASE("the pages of people together are everybody once, under every sorting") {
  TownFile file;
  const auto officer = file.caller(api::Role::town_administrator, "371702106");
  for (const std::string name : {"name", "balance", "earned", "month", "hours", "age"})
    for (const std::string& sort : {name, "-" + name}) {
      INFO(sort);
      const auto ids =
          all_pages<api::PersonPage>(file, "people", {{"sort", sort}}, officer, kPeople);
      CHECK(ids.size() == file.town.people.size());
      CHECK(std::set(ids.begin(), ids.end()).size() == ids.size());
    }
}

TEST_CASE("the pages of households together are all of them once, under every sorting") {
  TownFile file;
  const auto officer = file.caller(api::Role::hub_officer, "371702106-H1");
  for (const std::string name :
       {"number", "head", "members", "balance", "earned", "month", "hours", "last"})
    for (const std::string& sort : {name, "-" + name}) {
      INFO(sort);
      const auto ids =
          all_pages<api::HouseholdPage>(file, "households", {{"sort", sort}}, officer, kHouseholds);
      CHECK(ids.size() == 40);
      CHECK(std::set(ids.begin(), ids.end()).size() == ids.size());
    }
}

TEST_CASE("a sorted list of people is in the order of its column") {
  TownFile file;
  const auto officer = file.caller(api::Role::town_administrator, "371702106");
  const auto by = [&](const std::string& sort) {
    return file.view<api::PersonPage>("people", {{"sort", sort}, {"limit", "1000"}}, officer)
        .people;
  };
  const auto balances = by("-balance");
  CHECK(balances.front().balance > 0);
  for (std::size_t i = 1; i < balances.size(); ++i)
    CHECK(balances[i - 1].balance >= balances[i].balance);
  const auto months = by("-month");
  CHECK(months.front().month > 0);
  for (std::size_t i = 1; i < months.size(); ++i) CHECK(months[i - 1].month >= months[i].month);
  const auto ages = by("age");
  for (std::size_t i = 1; i < ages.size(); ++i) CHECK(ages[i - 1].age <= ages[i].age);
}

TEST_CASE("a cursor of another sorting, a forged one and an unknown sorting are refused") {
  TownFile file;
  const auto officer = file.caller(api::Role::town_administrator, "371702106");
  const auto page =
      file.view<api::PersonPage>("people", {{"sort", "name"}, {"limit", "5"}}, officer);
  CHECK(file.refusal("people", {{"sort", "-name"}, {"cursor", page.next}}, officer) ==
        base::ErrorCode::malformed);
  CHECK(file.refusal("people", {{"cursor", "zz"}}, officer) == base::ErrorCode::malformed);
  CHECK(file.refusal("people", {{"sort", "password"}}, officer) == base::ErrorCode::not_a_choice);
}

TEST_CASE(
    "people are found by part of a name, pinyin, initials, and the end of a telephone number") {
  TownFile file;
  const auto officer = file.caller(api::Role::town_administrator, "371702106");
  const auto total = [&](const std::string& search) {
    return file.view<api::PersonPage>("people", {{"search", search}}, officer).total;
  };
  const auto count = [&](const std::string& where) {
    return file.number("SELECT count(*) FROM person WHERE " + where);
  };
  CHECK(total("小三") == count("instr(name, '小三') > 0"));
  CHECK(total("zhangsan") == count("name = '张三'"));
  CHECK(total("ZXS") == count("name IN ('张小三', '赵小三')"));
  const std::string phone = file.text("SELECT phone FROM person WHERE phone <> '' LIMIT 1");
  CHECK(total(phone.substr(7)) == count("phone LIKE '%" + phone.substr(7) + "'"));
  CHECK(total("XL-1001") ==
        count("household_id = (SELECT id FROM household WHERE number = 'XL-1001')"));
}

TEST_CASE("households are found by tag, and their sums cover what the filter leaves") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106201");
  const auto page = file.view<api::HouseholdPage>("households", {{"tag", "军属"}}, officer);
  const std::string rows =
      " FROM household h JOIN place p ON p.id = h.grid_id"
      " WHERE p.code LIKE '371702106201%' AND h.tags LIKE '%军属%'";
  CHECK(page.total == file.number("SELECT count(*)" + rows));
  CHECK(page.total > 0);
  CHECK(page.balance_sum == file.number("SELECT sum(h.balance)" + rows));
  for (const auto& household : page.households) CHECK(household.village == "郜寺村");
  CHECK(file.view<api::HouseholdPage>("households", {{"tag", "军"}}, officer).total == 0);
}

TEST_CASE("a team's people and their households are listed, as far as the caller's area goes") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const auto team = file.view<api::TeamPage>("teams", {}, town).teams.at(0);
  CHECK(team.leader_id == base::to_text(file.town.people[0].id.uuid));
  const auto people = file.view<api::PersonPage>("people", {{"team", team.id}}, town);
  CHECK(people.total == team.members);
  CHECK(people.total == static_cast<std::int64_t>(people.people.size()));
  const auto homes = file.view<api::HouseholdPage>("households", {{"team", team.id}}, town);
  CHECK(homes.total == file.number("SELECT count(DISTINCT household_id) FROM person JOIN"
                                   " team_member ON person_id = id"));
  const auto far = file.caller(api::Role::village_officer, "371702106202");
  const auto seen = file.view<api::PersonPage>("people", {{"team", team.id}}, far);
  for (const auto& person : seen.people) CHECK(person.grid.rfind("371702106202", 0) == 0);
  CHECK(seen.total < people.total);
  CHECK(file.view<api::TeamPage>("teams", {{"place", "371702106"}}, far).teams.at(0).leader_id ==
        "");
  CHECK(file.refusal("people", {{"team", "nobody"}}, town) == base::ErrorCode::out_of_range);
}

TEST_CASE("an archive says in which hamlet the household lives, and who stands on no board") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  for (const auto& home : file.town.households) {
    if (home.hamlet.empty()) continue;
    const auto book =
        file.view<api::Passbook>("passbook", {{"household", base::to_text(home.id.uuid)}}, town);
    CHECK(book.hamlet == home.hamlet);
    for (const auto& person : file.town.people)
      for (const auto& member : book.members)
        if (member.id == base::to_text(person.id.uuid))
          CHECK(member.off_boards == person.off_boards);
    break;
  }
}

TEST_CASE("an officer does not see people of a place beside their own") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106201");
  CHECK(file.refusal("people", {{"place", "371702106202"}}, officer) == base::ErrorCode::not_found);
  CHECK(file.refusal("households", {{"place", "371702106"}}, officer) ==
        base::ErrorCode::not_found);
  const std::string stranger = file.text(
      "SELECT lower(hex(p.uuid)) FROM person p JOIN household h ON h.id = p.household_id"
      " JOIN place g ON g.id = h.grid_id WHERE g.code = '371702106202-G01' LIMIT 1");
  const std::string id = stranger.substr(0, 8) + "-" + stranger.substr(8, 4) + "-" +
                         stranger.substr(12, 4) + "-" + stranger.substr(16, 4) + "-" +
                         stranger.substr(20);
  CHECK(file.refusal("passbook", {{"person", id}}, officer) == base::ErrorCode::not_found);
  CHECK(file.refusal("award-context", {{"person", id}, {"rule", "R1"}}, officer) ==
        base::ErrorCode::not_found);
}

TEST_CASE("a volunteer's lists hold their own household and nothing else") {
  TownFile file;
  const auto volunteer = file.caller(api::Role::volunteer, "371702106201", 5);
  const auto people = file.view<api::PersonPage>("people", {{"place", "371702106"}}, volunteer);
  CHECK(people.total == file.number("SELECT count(*) FROM person WHERE household_id ="
                                    " (SELECT household_id FROM person WHERE id = 5)"));
  CHECK(file.view<api::HouseholdPage>("households", {}, volunteer).households.size() == 1);
  const auto nobody = file.caller(api::Role::merchant_clerk, "371702106201");
  CHECK(file.view<api::PersonPage>("people", {}, nobody).people.empty());
}

}  // namespace
}  // namespace shanzhi::test
