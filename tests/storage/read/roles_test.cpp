// Who sees what: names masked, notes withheld, books closed.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/registry.h"
#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

using base::ErrorCode;

std::string id_of(const TownFile& file, std::size_t person) {
  return base::to_text(file.town.people[person].id.uuid);
}

TEST_CASE("nobody is answered without a role, and no role beyond its queries") {
  TownFile file;
  CHECK(file.refusal("figures", {}, app::Caller{}) == ErrorCode::signed_out);
  CHECK(file.refusal("no-such-query", {}, file.caller(api::Role::auditor, "371702106")) ==
        ErrorCode::not_found);
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query || route.octets) continue;
    for (int role = 0; role < api::kRoleCount; ++role) {
      const auto each = static_cast<api::Role>(role);
      if ((route.roles & api::bit(each)) != 0) continue;
      INFO(route.name << " by " << describe::name_of(each));
      CHECK(file.refusal(route.name, {}, file.caller(each, "371702106")) ==
            ErrorCode::not_permitted);
    }
  }
}

TEST_CASE("every query of the registry is answered by the read side") {
  TownFile file;
  const auto caller = file.caller(api::Role::town_administrator, "371702106", 3);
  for (const api::Route& route : api::routes()) {
    if (route.verb != api::Verb::query || route.octets) continue;  // files are made of queries
    INFO(route.name);
    app::Parameters parameters;
    if (std::string_view(route.name) == "award-context")
      parameters = {{"person", id_of(file, 0)}, {"rule", "R1"}};
    if (std::string_view(route.name) == "day-changes") parameters = {{"day", "2026-11-20"}};
    if (std::string_view(route.name) == "deeds")
      parameters = {{"since", "2026-11-01"}, {"until", "2026-11-20"}};
    if (std::string_view(route.name) == "search") parameters = {{"q", "zhang"}};
    if (std::string_view(route.name) == "subject-history")
      parameters = {{"subject", "village"}, {"mine", "371702106201"}};
    CHECK(file.run(route.name, parameters, caller).ok());
    parameters.emplace_back("nonsense", "1");
    CHECK(file.refusal(route.name, parameters, caller) == ErrorCode::unknown_field);
  }
}

TEST_CASE("no answer to a kiosk or a stranger holds a whole name or a telephone number") {
  TownFile file;
  // A name and a number that occur nowhere else, in places where they could slip through.
  file.database->run("UPDATE person SET name = '欧阳金丝雀', phone = '13511112222'");
  file.database->run("UPDATE household SET head_name = '欧阳金丝雀'");
  const app::Caller callers[]{file.caller(api::Role::display, "371702106"),
                              file.caller(api::Role::volunteer, "371702106"),
                              file.caller(api::Role::merchant_clerk, "371702106201"),
                              file.caller(api::Role::grid_worker, "371702106202-G01")};
  const char* published[]{"figures",   "places", "outlines", "measures", "place-card", "sites",
                          "merchants", "boards", "rules",    "changes",  "teams",      "grids"};
  for (const app::Caller& caller : callers)
    for (const char* query : published) {
      INFO(query << " by " << describe::name_of(*caller.role));
      app::Parameters parameters;
      if (std::string_view(query) == "place-card") parameters = {{"place", "371702106201-G01"}};
      if (std::string_view(query) == "boards")
        parameters = {{"place", "371702106201"}, {"period", "all"}};
      if (std::string_view(query) == "teams") parameters = {{"place", "371702106201"}};
      const auto answer = file.run(query, parameters, caller);
      if (!answer) {
        CHECK(answer.error().code == ErrorCode::not_permitted);
        continue;
      }
      const bool own_tree =
          caller.role == api::Role::grid_worker && std::string_view(query) == "changes";
      if (!own_tree) CHECK(answer->json.find("金丝") == std::string::npos);
      CHECK(answer->json.find("13511112222") == std::string::npos);
    }
}

TEST_CASE("an officer reads names of the own tree in full on a board, and masked beside it") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106201");
  const auto board = [&](const std::string& place, const app::Caller& caller) {
    return file.view<api::Board>("boards", {{"place", place}, {"period", "all"}}, caller);
  };
  for (const auto& row : board("371702106201", officer).rows)
    CHECK(row.name.find('*') == std::string::npos);
  for (const auto& row : board("371702106202", officer).rows)
    CHECK(row.name.find('*') != std::string::npos);
  for (const auto& row : board("371702106202", file.caller(api::Role::auditor, "371702106")).rows)
    CHECK(row.name.find('*') == std::string::npos);
}

TEST_CASE("a person reads the book of the own household and no other") {
  TownFile file;
  const auto volunteer = file.caller(api::Role::volunteer, "371702106", 1);
  const auto own = file.view<api::Passbook>("passbook", {}, volunteer);
  CHECK(own.household == base::to_text(file.town.people[0].household.uuid));
  std::size_t other = 0;
  while (file.town.people[other].household == file.town.people[0].household) ++other;
  CHECK(file.refusal("passbook", {{"person", id_of(file, other)}}, volunteer) ==
        ErrorCode::not_found);
  CHECK(file.refusal("passbook",
                     {{"household", base::to_text(file.town.people[other].household.uuid)}},
                     volunteer) == ErrorCode::not_found);
  CHECK(file.refusal("boards", {{"mine", id_of(file, other)}}, volunteer) == ErrorCode::not_found);
}

TEST_CASE("every book's running balance ends in the balance of its owner") {
  TownFile file;
  const auto officer = file.caller(api::Role::town_administrator, "371702106");
  for (std::size_t i = 0; i < file.town.people.size(); i += 5) {
    const std::string id = id_of(file, i);
    std::string cursor;
    std::vector<api::PassbookLine> lines;
    api::Passbook book;
    do {
      book = file.view<api::Passbook>(
          "passbook", {{"person", id}, {"limit", "3"}, {"cursor", cursor}}, officer);
      lines.insert(lines.end(), book.lines.begin(), book.lines.end());
      cursor = book.next;
    } while (!cursor.empty());
    std::int64_t balance = 0;
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      balance += line->amount;
      CHECK(line->balance == balance);
      CHECK(line->hash.size() == 64);
      CHECK(line->can_reverse);
    }
    CHECK(book.balance == balance);
    CHECK(book.earned - book.spent == balance);
  }
}

TEST_CASE("following changes misses nothing and doubles nothing, whatever the page") {
  TownFile file;
  const auto display = file.caller(api::Role::display, "371702106-H1");
  const auto all = file.view<api::Changes>("changes", {{"limit", "1000"}}, display);
  CHECK(all.changes.size() == 1000);
  std::vector<std::int64_t> seen;
  std::int64_t after = 0;
  for (bool more = true; more;) {
    const auto page = file.view<api::Changes>(
        "changes", {{"after", std::to_string(after)}, {"limit", "37"}}, display);
    for (const auto& change : page.changes) seen.push_back(change.position);
    CHECK((page.position > after || !page.more));
    after = page.position;
    more = page.more;
  }
  CHECK(after == file.number("SELECT max(position) FROM journal"));
  CHECK(
      static_cast<std::int64_t>(seen.size()) ==
      file.number("SELECT count(*) FROM journal j JOIN place p ON p.id = j.place_id JOIN place h ON"
                  " h.code = '371702106-H1' WHERE p.low BETWEEN h.low AND h.high"));
  for (std::size_t i = 1; i < seen.size(); ++i) CHECK(seen[i - 1] < seen[i]);
  const auto none = file.view<api::Changes>("changes", {{"after", std::to_string(after)}}, display);
  CHECK(none.changes.empty());
  CHECK(none.position == after);
}

TEST_CASE("who asked to be left off boards is in no change that others read") {
  TownFile file;
  const auto display = file.caller(api::Role::display, "371702106");
  const auto page = file.view<api::Changes>("changes", {{"limit", "1000"}}, display);
  std::size_t nameless = 0;
  for (const auto& change : page.changes) {
    CHECK(change.note.empty());
    nameless += change.subject.empty() && change.subject_name.empty();
    for (const auto& person : file.town.people)
      if (person.off_boards) CHECK(change.subject != base::to_text(person.id.uuid));
  }
  CHECK(nameless > 0);
}

TEST_CASE("the context of an award is what the ledger holds") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106201", 1);
  const auto& award = file.town.awards.back();
  const auto& person = file.town.people[static_cast<std::size_t>(award.person)];
  const auto admin = file.caller(api::Role::town_administrator, "371702106");
  const auto view = file.view<api::AwardContextView>(
      "award-context",
      {{"person", base::to_text(person.id.uuid)},
       {"rule", file.town.rules[static_cast<std::size_t>(award.rule)].code},
       {"occurred_at", base::to_text(award.at)}},
      admin);
  std::int64_t granted = 0;
  for (const auto& other : file.town.awards)
    if (other.person == award.person && other.rule == award.rule &&
        base::day_of(other.at) == base::day_of(award.at))
      granted += other.points.count;
  CHECK(view.granted_in_period == granted);
  CHECK(view.balance ==
        file.number("SELECT balance FROM person WHERE id = " + std::to_string(award.person + 1)));
  CHECK_FALSE(view.same_household);
  const auto self = file.view<api::AwardContextView>(
      "award-context", {{"person", id_of(file, 0)}, {"rule", "R1"}}, officer);
  CHECK(self.same_person);
  CHECK(self.same_household);
}

}  // namespace
}  // namespace shanzhi::test
