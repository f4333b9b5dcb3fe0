// Boards equal a computation that anybody would write first.
#include <algorithm>
#include <map>

#include <catch2/catch_test_macros.hpp>

#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

using boards::Measure;
using boards::Subject;

struct Asked {
  std::string place;
  Subject subject;
  base::Period period;
  int field;  ///< -1 all
  Measure measure;
};

app::Parameters parameters_of(const Asked& a) {
  return {{"place", a.place},
          {"subject", describe::name_of(a.subject)},
          {"period", describe::name_of(a.period)},
          {"field", describe::name_of(static_cast<boards::FieldFilter>(a.field + 1))},
          {"measure", describe::name_of(a.measure)},
          {"limit", "1000"}};
}

bool below(const app::TownData& town, std::string code, const std::string& top) {
  while (!code.empty() && code != top)
    code = std::find_if(town.places.begin(), town.places.end(), [&](const auto& p) {
             return p.code == code;
           })->parent;
  return code == top;
}

std::string level_above(const app::TownData& town, std::string code, places::Level level) {
  for (;;) {
    const auto at = std::find_if(town.places.begin(), town.places.end(),
                                 [&](const auto& p) { return p.code == code; });
    if (at->level == level) return code;
    code = at->parent;
  }
}

/// Value of every subject of the scope, straight from the awards.
std::map<std::string, std::int64_t> naive(const app::TownData& town, const Asked& asked,
                                          base::DaySpan days) {
  std::map<std::string, std::int64_t> values;
  std::map<std::string, const people::Household*> homes;
  for (const auto& home : town.households) homes[base::to_text(home.id.uuid)] = &home;
  const auto home_of = [&](std::int32_t person) {
    return homes[base::to_text(town.people[static_cast<std::size_t>(person)].household.uuid)];
  };
  for (const auto& award : town.awards) {
    const auto day = base::day_of(award.at);
    if (asked.period != base::Period::all && (day < days.first || day >= days.end)) continue;
    const auto& rule = town.rules[static_cast<std::size_t>(award.rule)];
    if (asked.field >= 0 && static_cast<int>(rule.field) != asked.field) continue;
    const std::int64_t value = asked.measure == Measure::points  ? award.points.count
                               : asked.measure == Measure::hours ? award.minutes.count
                                                                 : 1;
    const people::Household& home = *home_of(award.person);
    const auto& person = town.people[static_cast<std::size_t>(award.person)];
    if (asked.subject == Subject::team) {
      for (const auto& team : town.teams)
        if (below(town, team.place, asked.place) &&
            std::count(team.members.begin(), team.members.end(), person.id) > 0)
          values[base::to_text(team.id.uuid)] += value;
      continue;
    }
    const bool inside = below(town, home.grid, asked.place) ||
                        (!home.hamlet.empty() && below(town, home.hamlet, asked.place));
    if (!inside) continue;
    switch (asked.subject) {
      case Subject::person: values[base::to_text(person.id.uuid)] += value; break;
      case Subject::household: values[base::to_text(home.id.uuid)] += value; break;
      case Subject::grid: values[home.grid] += value; break;
      case Subject::village:
      case Subject::hub: {
        const bool hub = asked.subject == Subject::hub;
        const std::string code =
            level_above(town, home.grid, hub ? places::Level::hub : places::Level::village);
        if (below(town, code, asked.place)) values[code] += value;  // not the hub above a village
        break;
      }
      case Subject::team: break;
    }
  }
  return values;
}

std::int64_t rank_in(const std::map<std::string, std::int64_t>& values, std::int64_t value) {
  return 1 + std::count_if(values.begin(), values.end(),
                           [&](const auto& v) { return v.second > value; });
}

void check_board(TownFile& file, const Asked& asked, const app::Caller& caller) {
  const base::CivilDate today = base::day_of(file.clock.at);
  const auto now = naive(file.town, asked, base::span_of(asked.period, today));
  const auto before = asked.period == base::Period::all
                          ? std::map<std::string, std::int64_t>{}
                          : naive(file.town, asked, base::span_before(asked.period, today));
  const auto board = file.view<api::Board>("boards", parameters_of(asked), caller);
  std::int64_t last_rank = 0;
  std::size_t with_value = 0;
  for (const api::BoardRow& row : board.rows) {
    const auto found = now.find(row.subject);
    const std::int64_t value = found == now.end() ? 0 : found->second;
    with_value += value != 0;
    CHECK(row.value == value);
    if (value == 0) continue;  // places without any stand at the end
    CHECK(row.rank == rank_in(now, value));
    CHECK(row.rank >= last_rank);
    last_rank = row.rank;
    const auto earlier = before.find(row.subject);
    const bool ranked_before = earlier != before.end() && earlier->second > 0;
    CHECK(row.move == (ranked_before ? rank_in(before, earlier->second) - row.rank : 0));
  }
  const auto ranked = static_cast<std::size_t>(
      std::count_if(now.begin(), now.end(), [](const auto& v) { return v.second > 0; }));
  if (asked.subject == Subject::person) CHECK(board.of == static_cast<std::int64_t>(ranked));
  if (asked.subject != Subject::person && asked.subject != Subject::household)
    CHECK(with_value == ranked);
}

TEST_CASE("every board equals the naive computation") {
  TownFile file;
  const auto caller = file.caller(api::Role::town_administrator, "371702106");
  for (int subject = 0; subject < 6; ++subject)
    for (int period = 0; period < 6; ++period)
      for (int field = -1; field < 5; field += 2)
        for (int measure = 0; measure < 3; ++measure)
          for (const char* place : {"371702106", "371702106201", "371702106201-G01"}) {
            const Asked asked{place, static_cast<Subject>(subject),
                              static_cast<base::Period>(period), field,
                              static_cast<Measure>(measure)};
            INFO(place << " subject " << subject << " period " << period << " field " << field
                       << " measure " << measure);
            check_board(file, asked, caller);
          }
}

TEST_CASE("a hamlet's board ranks those whose household lies in it") {
  TownFile file;
  const auto caller = file.caller(api::Role::town_administrator, "371702106");
  const Asked asked{"371702106201-X1", Subject::person, base::Period::all, -1, Measure::points};
  check_board(file, asked, caller);
  CHECK(file.view<api::Board>("boards", parameters_of(asked), caller).of > 0);
}

TEST_CASE("who asked to be left off is not on the board, and the ranks of others do not change") {
  TownFile file;
  const auto caller = file.caller(api::Role::town_administrator, "371702106");
  const Asked asked{"371702106", Subject::person, base::Period::all, -1, Measure::points};
  const auto shown = file.view<api::Board>("boards", parameters_of(asked), caller);
  std::size_t hidden = 0;
  for (const auto& person : file.town.people) {
    if (!person.off_boards) continue;
    const std::string id = base::to_text(person.id.uuid);
    std::string hex = id;
    std::erase(hex, '-');
    hidden +=
        file.number("SELECT earned > 0 FROM person WHERE hex(uuid) = upper('" + hex + "')") == 1;
    for (const auto& row : shown.rows) CHECK(row.subject != id);
  }
  REQUIRE(hidden > 0);
  CHECK(shown.rows.size() + hidden == static_cast<std::size_t>(shown.of));
}

TEST_CASE("a short board is the beginning of the long one") {
  TownFile file;
  const auto caller = file.caller(api::Role::display, "371702106");
  for (const char* subject : {"person", "household", "grid"}) {
    const auto all = file.view<api::Board>(
        "boards", {{"subject", subject}, {"period", "all"}, {"limit", "1000"}}, caller);
    for (std::size_t limit : {1u, 3u, 5u}) {
      const auto cut = file.view<api::Board>(
          "boards", {{"subject", subject}, {"period", "all"}, {"limit", std::to_string(limit)}},
          caller);
      REQUIRE(cut.rows.size() == std::min(limit, all.rows.size()));
      for (std::size_t i = 0; i < cut.rows.size(); ++i) {
        CHECK(cut.rows[i].subject == all.rows[i].subject);
        CHECK(cut.rows[i].rank == all.rows[i].rank);
      }
      CHECK(cut.of == all.of);
    }
  }
}

TEST_CASE("my place tells rank, value and the distance to the next better rank") {
  TownFile file;
  const Asked asked{"371702106", Subject::person, base::Period::all, -1, Measure::points};
  const auto values = naive(file.town, asked, {});
  for (std::int64_t row = 1; row <= 40; ++row) {
    const auto& person = file.town.people[static_cast<std::size_t>(row - 1)];
    const auto caller = file.caller(api::Role::volunteer, "371702106201", row);
    const auto board =
        file.view<api::Board>("boards", {{"place", "371702106"}, {"period", "all"}}, caller);
    REQUIRE(board.mine.size() == 1);
    const auto found = values.find(base::to_text(person.id.uuid));
    const std::int64_t own = found == values.end() ? 0 : found->second;
    CHECK(board.mine[0].value == own);
    CHECK(board.mine[0].rank == (own > 0 ? rank_in(values, own) : 0));
    std::int64_t next = 0;
    for (const auto& [id, value] : values)
      if (value > own && (next == 0 || value < next)) next = value;
    CHECK(board.mine[0].to_next == (next == 0 ? 0 : next - own));
    CHECK(board.mine[0].next_rank == (next == 0 ? 0 : rank_in(values, next)));
  }
}

TEST_CASE("columns kept in memory follow awards and reversals written later") {
  TownFile file;
  const auto caller = file.caller(api::Role::town_administrator, "371702106");
  const app::Parameters all{{"period", "all"}, {"limit", "1000"}};
  const auto before = file.view<api::Board>("boards", all, caller);
  // One more award to the last of the board, as the writer would leave it.
  const std::string last = before.rows.back().subject;
  std::string hex = last;
  std::erase(hex, '-');
  const std::string person = "(SELECT id FROM person WHERE hex(uuid) = upper('" + hex + "'))";
  file.database->run(("INSERT INTO person_total VALUES (2, 0, 0, " + person +
                      ", 100000, 0, 1) ON CONFLICT DO UPDATE SET points = points + 100000")
                         .c_str());
  file.database->run(
      ("INSERT INTO journal (position, at, what, ledger_digest, previous, own) SELECT"
       " max(position) + 1, 1, 'points_awarded', zeroblob(32), zeroblob(32), zeroblob(32) FROM "
       "journal;"
       "INSERT INTO transfer (seq, uuid, entry, currency, debit, credit, amount, reason, "
       "occurred_at,"
       " recorded_at, previous, own) SELECT max(seq) + 1, randomblob(16), (SELECT max(position) "
       "FROM"
       " journal), 0, 1, (SELECT id FROM account WHERE currency = 0 AND person_id = " +
       person + "), 100000, 0, 1, 1, zeroblob(32), zeroblob(32) FROM transfer")
          .c_str());
  const auto after = file.view<api::Board>("boards", all, caller);
  CHECK(after.rows.front().subject == last);
  CHECK(after.rows.front().value == before.rows.back().value + 100000);
  CHECK(after.of == before.of);
}

}  // namespace
}  // namespace shanzhi::test
