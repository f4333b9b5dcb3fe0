// A file of a list holds what the list shows to whoever asks, whole, and nothing that runs.
#include <catch2/catch_test_macros.hpp>

#include "server/app/export_lists.h"
#include "server/app/export_service.h"
#include "server/exchange/read_table.h"
#include "server/exchange/write_rows.h"
#include "shared/api/views.h"
#include "tests/storage/read/fixture.h"

namespace shanzhi::test {
namespace {

base::Result<std::string> file_of(TownFile& file, const app::Parameters& parameters,
                                  const app::Caller& caller) {
  app::ExportService exports(*file.queries, exchange::make_row_writer, file.clock);
  api::ExportQuery query;
  if (auto read = describe::read_parameters(parameters, describe::access_record(query)); !read)
    return read.error();
  auto stream = exports.open(query, parameters, caller);
  if (!stream) return stream.error();
  std::string bytes;
  for (;;) {
    auto piece = (*stream)->next();
    if (!piece) return piece.error();
    if (piece->empty()) return bytes;
    bytes += *piece;
  }
}

app::Table table_of(TownFile& file, const app::Parameters& parameters, const app::Caller& caller) {
  const auto bytes = file_of(file, parameters, caller);
  REQUIRE(bytes);
  const auto table = exchange::read_table(*bytes);
  REQUIRE(table);
  return *table;
}

int column(const app::Table& table, std::string_view heading) {
  for (std::size_t i = 0; i < table.headings.size(); ++i)
    if (table.headings[i] == heading) return static_cast<int>(i);
  FAIL("no column " << heading);
  return -1;
}
std::string cell(const app::Table& table, std::size_t row, std::string_view heading) {
  const auto at = static_cast<std::size_t>(column(table, heading));
  return at < table.rows[row].size() ? table.rows[row][at] : "";
}

}  // namespace

TEST_CASE("every list can be had in every format by whoever may read it") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106", 3);
  for (const char* list : describe::EnumNames<api::ListKind>::values)
    for (const char* format : describe::EnumNames<api::FileKind>::values) {
      INFO(list << " as " << format);
      const auto bytes = file_of(file, {{"list", list}, {"format", format}}, town);
      REQUIRE(bytes);
      CHECK(bytes->size() > 40);
    }
}

TEST_CASE("a list longer than a page comes whole, in its order, the same as XLSX and as CSV") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  // As many as need a second page.
  file.database->run(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
      " INSERT INTO household (uuid, number, grid_id, head_name)"
      " SELECT randomblob(16), 'Z-' || i, (SELECT grid_id FROM household LIMIT 1), '新户' || i"
      " FROM n");
  const auto total = file.view<api::HouseholdPage>("households", {{"limit", "1"}}, town).total;
  REQUIRE(total > api::kPageLimitMax);
  const auto sheet = table_of(file, {{"list", "households"}, {"sort", "number"}}, town);
  const auto lines =
      table_of(file, {{"list", "households"}, {"sort", "number"}, {"format", "csv"}}, town);
  CHECK(static_cast<std::int64_t>(sheet.rows.size()) == total);
  CHECK(sheet.headings == lines.headings);
  REQUIRE(sheet.rows.size() == lines.rows.size());
  for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
    CHECK(cell(sheet, i, "户号") == cell(lines, i, "户号"));
    CHECK(cell(sheet, i, "余额") == cell(lines, i, "余额"));
    if (i > 0) CHECK(cell(sheet, i - 1, "户号") <= cell(sheet, i, "户号"));
  }
}

TEST_CASE("a file obeys the list's filters, reach and masks") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const auto village = file.caller(api::Role::village_officer, "371702106201");
  const auto whole = table_of(file, {{"list", "people"}}, town);
  const auto own = table_of(file, {{"list", "people"}}, village);
  CHECK(own.rows.size() < whole.rows.size());
  const auto elsewhere = file_of(file, {{"list", "people"}, {"place", "371702106202"}}, village);
  REQUIRE_FALSE(elsewhere);
  CHECK(elsewhere.error().code == base::ErrorCode::not_found);
  const auto closed = file_of(file, {{"list", "journal"}}, village);
  REQUIRE_FALSE(closed);
  CHECK(closed.error().code == base::ErrorCode::not_permitted);
  const auto foreign = file_of(file, {{"list", "people"}, {"what", "points_awarded"}}, town);
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == base::ErrorCode::unknown_field);
}

TEST_CASE("cells that a spreadsheet would run are made harmless in every format") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  file.database->run("UPDATE household SET address = '=1+1', head_name = '@SUM(A1)'");
  const auto lines = file_of(file, {{"list", "households"}, {"format", "csv"}}, town);
  REQUIRE(lines);
  CHECK(lines->find(",'=1+1,") != std::string::npos);
  CHECK(lines->find(",'@SUM(A1),") != std::string::npos);
  const auto sheet = table_of(file, {{"list", "households"}}, town);
  CHECK(cell(sheet, 0, "住址") == "=1+1");  // text in the sheet: its type says so
  file.database->run("UPDATE household SET address = '<img src=x onerror=alert(1)>'");
  const auto page = file_of(file, {{"list", "households"}, {"format", "html"}}, town);
  REQUIRE(page);
  CHECK(page->find("<img") == std::string::npos);
}

TEST_CASE("short lists are searched and sorted in the file as on the screen") {
  TownFile file;
  const auto town = file.caller(api::Role::town_administrator, "371702106");
  const auto sorted = table_of(file, {{"list", "grids"}, {"sort", "-points"}}, town);
  REQUIRE(sorted.rows.size() > 3);
  for (std::size_t i = 1; i < sorted.rows.size(); ++i)
    CHECK(std::stod("0" + cell(sorted, i - 1, "累计积分")) >=
          std::stod("0" + cell(sorted, i, "累计积分")));
  const std::string village = cell(sorted, 0, "行政村");
  const auto found = table_of(file, {{"list", "grids"}, {"search", village}}, town);
  CHECK(found.rows.size() < sorted.rows.size());
  for (std::size_t i = 0; i < found.rows.size(); ++i)
    CHECK(cell(found, i, "行政村").find(village) != std::string::npos);
}

TEST_CASE("points and hours in a file are plain numbers") {
  CHECK(app::plain_points(0) == "0");
  CHECK(app::plain_points(12'850) == "128.5");
  CHECK(app::plain_points(1'234'567'89) == "1234567.89");
  CHECK(app::plain_points(-205) == "-2.05");
  CHECK(app::plain_hours(90) == "1.5");
  CHECK(app::plain_hours(95) == "1.58");
  CHECK(app::plain_hours(-60) == "-1");
}

}  // namespace shanzhi::test
