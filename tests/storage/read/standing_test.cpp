// A standing is one's own, and equals the boards and the passbook it is made of.
#include <catch2/catch_test_macros.hpp>

#include "shared/api/views_phone.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {

TEST_CASE("a standing says what the passbook and the boards say") {
  TownFile file;
  int ranked = 0;
  for (const std::int64_t person : {1, 2, 3, 5, 8, 13, 21, 34, 55, 89}) {
    INFO("person " << person);
    const auto me = file.caller(api::Role::volunteer, "371702106", person);
    const auto s = file.view<api::Standing>("standing", {}, me);
    const auto book = file.view<api::Passbook>("passbook", {{"person", s.person}}, me);
    CHECK(s.name == book.person_name);
    CHECK(s.balance == book.balance);
    CHECK(s.earned == book.earned);
    CHECK(s.spent == book.spent);
    CHECK(s.hours == book.hours);
    CHECK(s.week == book.week);
    REQUIRE(s.by_week.size() == 12);
    CHECK(s.by_week.back() == s.week);
    const auto home = file.view<api::Passbook>("passbook", {{"household", s.household}}, me);
    CHECK(s.household_balance == home.balance);
    CHECK(s.household_week == home.week);
    REQUIRE(s.places.size() == 3);
    CHECK(s.places[0].level == "grid");
    CHECK(s.places[2].level == "town");
    for (const api::StandingPlace& each : s.places) {
      const auto board = file.view<api::Board>("boards", {{"place", each.place}}, me);
      REQUIRE(board.mine.size() == 1);
      CHECK(each.rank == board.mine[0].rank);
      CHECK(each.value == board.mine[0].value);
      CHECK(each.to_next == board.mine[0].to_next);
      CHECK(each.before_rank == board.mine[0].before_rank);
      CHECK(each.of == board.of);
      ranked += each.rank > 0;
    }
  }
  CHECK(ranked > 3);
}

TEST_CASE("a standing is nobody else's: who is no resident has none") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106201");
  CHECK(file.view<api::Standing>("standing", {}, officer).person.empty());
  CHECK(file.refusal("standing", {}, file.caller(api::Role::display, "371702106")) ==
        base::ErrorCode::not_permitted);
  CHECK(file.refusal("standing", {{"person", base::to_text(file.town.people[0].id.uuid)}},
                     file.caller(api::Role::volunteer, "371702106", 3)) ==
        base::ErrorCode::not_found);
  CHECK(file.refusal("given", {}, file.caller(api::Role::volunteer, "371702106", 3)) ==
        base::ErrorCode::not_permitted);
}

TEST_CASE(
    "a board round one's own line holds the first three and the neighbours, as the whole one") {
  TownFile file;
  int cut = 0;
  for (std::int64_t person = 1; person < 60; person += 7) {
    const auto me = file.caller(api::Role::volunteer, "371702106", person);
    const app::Parameters asked{{"period", "year"}, {"limit", "1000"}};
    app::Parameters near = asked;
    near.emplace_back("around", "2");
    const auto whole = file.view<api::Board>("boards", asked, me);
    const auto part = file.view<api::Board>("boards", near, me);
    CHECK(part.of == whole.of);
    REQUIRE(part.mine.size() == 1);
    CHECK(part.mine[0].rank == whole.mine[0].rank);
    std::size_t at = 0, own = whole.rows.size();
    for (std::size_t i = 0; i < whole.rows.size(); i++)
      if (whole.rows[i].subject == whole.mine[0].subject) own = i;
    if (own == whole.rows.size()) continue;  // not on the board
    for (std::size_t i = 0; i < whole.rows.size(); i++) {
      const bool kept = i < 3 || (i + 2 >= own && i <= own + 2);
      if (!kept) continue;
      REQUIRE(at < part.rows.size());
      CHECK(part.rows[at].subject == whole.rows[i].subject);
      CHECK(part.rows[at].rank == whole.rows[i].rank);
      CHECK(part.rows[at].value == whole.rows[i].value);
      at++;
    }
    CHECK(at == part.rows.size());
    cut += part.rows.size() < whole.rows.size();
  }
  CHECK(cut > 2);
}

}  // namespace shanzhi::test
