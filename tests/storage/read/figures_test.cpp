// Aggregates equal plain SQL over the rows they stand for.
#include <algorithm>
#include <cmath>

#include <catch2/catch_test_macros.hpp>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

const std::string kWithin =
    " JOIN place g ON g.id = h.grid_id JOIN place top ON g.low BETWEEN top.low"
    " AND top.high WHERE top.code = ";

TEST_CASE("figures of every place equal a plain count of rows and sum of transfers") {
  TownFile file;
  const auto display = file.caller(api::Role::display, "371702106");
  for (const std::string code : {"371702106", "371702106-H1", "371702106201", "371702106202-G02"}) {
    INFO(code);
    const auto f = file.view<api::Figures>("figures", {{"place", code}}, display);
    const std::string quoted = "'" + code + "'";
    CHECK(f.households == file.number("SELECT count(*) FROM household h" + kWithin + quoted));
    CHECK(f.people == file.number("SELECT count(*) FROM person p JOIN household h"
                                  " ON h.id = p.household_id" +
                                  kWithin + quoted));
    const std::string of_people =
        " FROM transfer t JOIN account a ON a.id = %SIDE% JOIN person p"
        " ON p.id = a.person_id JOIN household h ON h.id = p.household_id" +
        kWithin + quoted;
    const auto side = [&](const char* which) {
      std::string sql = of_people;
      return sql.replace(sql.find("%SIDE%"), 6, which);
    };
    CHECK(f.points_issued == file.number("SELECT coalesce(sum(t.amount), 0)" + side("t.credit") +
                                         " AND t.currency = 0"));
    CHECK(f.hours == file.number("SELECT coalesce(sum(t.amount), 0)" + side("t.credit") +
                                 " AND t.currency = 1"));
    CHECK(f.points_verified == file.number("SELECT coalesce(sum(t.amount), 0)" + side("t.debit") +
                                           " AND t.currency = 0"));
    const std::int64_t day = base::start_of(base::day_of(file.clock.at)).unix_ms;
    CHECK(f.points_today ==
          file.number("SELECT coalesce(sum(t.amount), 0)" + side("t.credit") +
                      " AND t.currency = 0 AND t.occurred_at >= " + std::to_string(day)));
    CHECK(f.volunteers ==
          file.number("SELECT count(DISTINCT p.id)" + side("t.credit") + " AND t.currency = 0"));
    CHECK(f.points_by_month.size() == 12);
    CHECK(f.points_this_month == f.points_by_month.back());
  }
}

TEST_CASE("last month is counted to the same day of the month") {
  TownFile file;
  const auto f =
      file.view<api::Figures>("figures", {}, file.caller(api::Role::display, "371702106"));
  const auto from = base::start_of(base::civil_from_ymd(2026, 10, 1)).unix_ms;
  const auto before = base::start_of(base::civil_from_ymd(2026, 10, 23)).unix_ms;
  CHECK(f.points_last_month ==
        file.number("SELECT coalesce(sum(t.amount), 0) FROM transfer t WHERE t.reason = 0 AND"
                    " t.currency = 0 AND t.occurred_at >= " +
                    std::to_string(from) + " AND t.occurred_at < " + std::to_string(before)));
  CHECK(f.points_last_month > 0);
}

TEST_CASE("figures follow what is written after the first answer") {
  TownFile file;
  const auto display = file.caller(api::Role::display, "371702106");
  const auto before = file.view<api::Figures>("figures", {}, display);
  // A household more, and the entry that says so.
  file.database->run(
      "INSERT INTO household (uuid, number, grid_id) SELECT randomblob(16), 'XL-9', id"
      " FROM place WHERE code = '371702106201-G01'");
  file.database->run(
      "INSERT INTO journal (position, at, what, ledger_digest, previous, own) SELECT"
      " max(position) + 1, 1, 'household_saved', zeroblob(32), zeroblob(32),"
      " zeroblob(32) FROM journal");
  const auto after = file.view<api::Figures>("figures", {}, display);
  CHECK(after.households == before.households + 1);
}

TEST_CASE("the months of a measure belong to its grids") {
  TownFile file;
  const auto display = file.caller(api::Role::display, "371702106");
  const auto all = file.view<api::Measures>("measures", {{"measure", "points"}}, display);
  REQUIRE(all.grids.size() == 6);
  REQUIRE(all.values.size() == 6);
  for (std::size_t i = 0; i < all.grids.size(); ++i)
    CHECK(all.values[i] ==
          file.number("SELECT coalesce(sum(t.points), 0) FROM grid_total t JOIN place p"
                      " ON p.id = t.grid_id WHERE t.span = 2 AND p.code = '" +
                      all.grids[i] + "'"));
  CHECK(all.months.back() == "2026-11");
  CHECK(file.refusal("measures", {{"measure", "beauty"}}, display) ==
        base::ErrorCode::not_a_choice);
  CHECK(file.refusal("measures", {{"month", "2026-13"}}, display) == base::ErrorCode::malformed);
}

namespace {

using Corners = std::vector<std::pair<std::int64_t, std::int64_t>>;

/// The ring that borders make, from its lowest corner on.
Corners ring_of(const api::Outlines& map, const std::vector<std::int64_t>& borders) {
  std::vector<Corners> lines;
  std::int64_t x = 0, y = 0;
  std::size_t at = 0;
  for (const std::int64_t size : map.border_sizes) {
    lines.emplace_back();
    for (std::int64_t i = 0; i < size; ++i, at += 2)
      lines.back().emplace_back(x += map.coordinates[at], y += map.coordinates[at + 1]);
  }
  REQUIRE(at == map.coordinates.size());
  Corners ring;
  for (const std::int64_t number : borders) {
    Corners line = lines.at(static_cast<std::size_t>(std::abs(number)) - 1);
    if (number < 0) std::reverse(line.begin(), line.end());
    ring.insert(ring.end(), line.begin(), line.end() - 1);
  }
  std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
  return ring;
}

Corners stored(const base::Ring& ring) {
  Corners corners;
  for (const base::Point& p : ring)
    corners.emplace_back(std::llround(p.x * api::kUnitsPerDegree),
                         std::llround(p.y * api::kUnitsPerDegree));
  std::rotate(corners.begin(), std::min_element(corners.begin(), corners.end()), corners.end());
  return corners;
}

}  // namespace

TEST_CASE("the borders of a place add up to the outline that was stored") {
  TownFile file;
  const auto out =
      file.view<api::Outlines>("outlines", {}, file.caller(api::Role::display, "371702106"));
  REQUIRE(out.places.size() == file.town.places.size());
  CHECK(out.schematic);
  std::size_t compared = 0;
  for (const api::OutlineRow& row : out.places) {
    REQUIRE(row.ring_sizes.size() == 1);
    REQUIRE(row.ring_sizes[0] == static_cast<std::int64_t>(row.borders.size()));
    for (const auto& place : file.town.places) {
      if (place.code != row.code) continue;
      CHECK(ring_of(out, row.borders) == stored(place.outline[0].outer));
      ++compared;
    }
  }
  CHECK(compared == out.places.size());
}

TEST_CASE("a reader's own place is the scope when none is named") {
  TownFile file;
  const auto officer = file.caller(api::Role::village_officer, "371702106202");
  CHECK(file.view<api::Figures>("figures", {}, officer).place == "371702106202");
  const auto me = file.view<api::Me>("me", {}, officer);
  CHECK(me.place_name == "耿庄村");
  CHECK(me.town == "371702106");
  CHECK(me.today == "2026-11-22");
  CHECK(me.position == file.number("SELECT max(position) FROM journal"));
}

}  // namespace
}  // namespace shanzhi::test
