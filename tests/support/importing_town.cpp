// Imports put together as the program does.
#include "tests/support/importing_town.h"

#include <catch2/catch_test_macros.hpp>

#include "server/exchange/read_table.h"

namespace shanzhi::test {

std::string rows_of(const std::string& database, const std::string& sql) {
  storage::Database connection(database, storage::Use::reader);
  storage::Query query(connection, sql.c_str());
  std::string all;
  while (query.next()) {
    for (int i = 0; i < sqlite3_column_count(connection.prepared(sql.c_str())); ++i)
      all += query.text(i) + "|";
    all += "\n";
  }
  return all;
}

ImportingTown::ImportingTown(bool load) : Town(load) {
  const app::RunInWriter run = [this](const app::Caller& caller,
                                      const auto& work) -> base::Result<app::Outcome> {
    auto answer = storage().run_work(caller, work);
    if (!answer) return answer.error();
    return app::Outcome{answer->json, answer->json, answer->position, false};
  };
  const app::IdentityDigest digest = [this](std::string_view number) {
    return *storage().id_digest(std::string(number));
  };
  const auto read = [](std::string_view bytes, base::Datum) { return exchange::read_table(bytes); };
  const auto mark = [](const app::Table&, const std::vector<app::RowProblem>&, bool) {
    return base::Result<std::string>(std::string{});
  };
  imports_ =
      std::make_unique<app::ImportService>(app::FileFormats{read, mark}, run, digest, clock());
}

app::Caller ImportingTown::console() {
  auto caller = storage().console();
  REQUIRE(caller);
  return *caller;
}

base::Result<api::ImportReport> ImportingTown::import(const char* kind, const std::string& csv,
                                                      base::Datum datum) {
  return imports_->run({{fresh()}, kind, "文件.csv", false, datum, csv}, console());
}

base::ImportId ImportingTown::imported(const char* kind, const std::string& csv,
                                       base::Datum datum) {
  const auto report = import(kind, csv, datum);
  REQUIRE(report);
  for (const auto& problem : report->problems) FAIL_CHECK(problem.reason);
  REQUIRE(report->applied);
  return {*base::parse_uuid(report->id)};
}

base::Result<app::Answer> ImportingTown::undo(base::ImportId import, base::Uuid command) {
  api::UndoImport undo;
  undo.id.uuid = command.none() ? fresh() : command;
  undo.import = import;
  return run("undo-import", undo, console());
}

std::string ImportingTown::state() {
  constexpr const char* kTables[] = {
      R"(SELECT p.code, p.name, p.level, u.code, p.low, p.high, p.outline FROM place p
        LEFT JOIN place u ON u.id = p.parent_id ORDER BY p.code)",
      R"(SELECT hex(uuid), number, grid_id, hamlet_id, address, tags, head_name, members, balance,
        earned, minutes, longitude, latitude FROM household WHERE removed_by = 0 ORDER BY uuid)",
      R"(SELECT hex(uuid), household_id, name, full_pinyin, initials, gender, relation, born, phone,
        id_digest, off_boards, balance, earned FROM person WHERE removed_by = 0 ORDER BY uuid)",
      "SELECT hex(uuid), name, place_id, brand, way, leader_id FROM team ORDER BY uuid",
      "SELECT team_id, person_id FROM team_member ORDER BY team_id, person_id",
      "SELECT hex(uuid), name, trade, place_id, phone, longitude, latitude FROM merchant ORDER BY "
      "uuid",
      "SELECT hex(uuid), name, place_id FROM site ORDER BY uuid",
      "SELECT code, version, points FROM rule ORDER BY code, version",
      "SELECT name, value FROM setting ORDER BY name",
      "SELECT seq, hex(own) FROM transfer ORDER BY seq"};
  std::string all;
  for (const char* table : kTables) all += rows_of(storage().path(), table) + "\n";
  return all;
}

}  // namespace shanzhi::test
