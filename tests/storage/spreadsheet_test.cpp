// Spreadsheets as real towns have them come in whole; what goes out comes back the same and runs nothing.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "server/app/import_cells.h"
#include "server/app/import_columns.h"
#include "server/exchange/read_table.h"
#include "server/exchange/write_table.h"

using namespace shanzhi;

namespace {

const std::string kMark = "\xEF\xBB\xBF";

app::Table sample() {
  app::Table table;
  table.headings = {"姓名", "手机号", "身份证号", "备注"};
  table.rows = {{"张三", "13812345678", "371702195803120014", "=HYPERLINK(\"http://x\")"},
                {"欧阳小三", "0530-5001234", "", "含,逗号 \"引号\"\n换行"},
                {"李四", "", "", "-5"}};
  return table;
}

}  // namespace

TEST_CASE("CSV with quotes, commas and line breaks in cells is read as RFC 4180 says") {
  const auto table = exchange::read_csv("姓名,备注\r\n张三,\"a,\"\"b\"\"\nc\"\r\n李四,\r\n");
  REQUIRE(table.ok());
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0][1] == "a,\"b\"\nc");
  CHECK(table->rows[1][0] == "李四");
  CHECK(table->first_row == 2);
}

TEST_CASE("CSV saved by Chinese Excel in GB 18030 is read as well") {
  const std::string gb = "\xD0\xD5\xC3\xFB,\xB5\xE7\xBB\xB0\r\n\xD5\xC5\xC8\xFD,13812345678\r\n";
  const auto table = exchange::read_csv(gb);
  REQUIRE(table.ok());
  CHECK(table->headings[0] == "姓名");
  CHECK(table->rows[0][0] == "张三");
}

TEST_CASE("a title above the headings and empty rows at the end are passed over") {
  const auto table = exchange::read_csv("小留镇花名册\n姓名;性别\n张三;男\n;\n\n");
  REQUIRE(table.ok());
  CHECK(table->headings.size() == 2);
  CHECK(table->rows.size() == 1);
  CHECK(table->first_row == 3);
}

TEST_CASE(
    "a quote that is never closed, binary data and an old .xls are refused with their reason") {
  CHECK(exchange::read_table("姓名,备注\n张三,\"没有结束").error().code ==
        base::ErrorCode::malformed);
  CHECK(exchange::read_table(std::string("a,b\0c,d\n", 8)).error().code ==
        base::ErrorCode::unsupported_media);
  CHECK(exchange::read_table("\xD0\xCF\x11\xE0 old").error().code ==
        base::ErrorCode::unsupported_media);
  CHECK_FALSE(exchange::read_table("PK\x03\x04 not an archive").ok());
}

TEST_CASE("what is written as XLSX is read back cell by cell") {
  const auto file = exchange::write_xlsx(sample(), "花名册");
  REQUIRE(file.ok());
  const auto back = exchange::read_table(*file);
  REQUIRE(back.ok());
  CHECK(back->headings == sample().headings);
  REQUIRE(back->rows.size() == 3);
  CHECK(back->rows[0] == sample().rows[0]);
  CHECK(back->rows[2][3] == "-5");
}

TEST_CASE("the marked copy carries the reason beside the row") {
  const auto file =
      exchange::write_xlsx(sample(), "花名册", {{1, 1, "电话号码不对"}, {1, 0, "姓名太长"}});
  REQUIRE(file.ok());
  const auto back = exchange::read_table(*file);
  REQUIRE(back.ok());
  CHECK(back->headings.back() == "错误原因");
  CHECK(back->rows[1].back() == "电话号码不对；姓名太长");
}

TEST_CASE("a cell that would run as a formula leaves as text in CSV, a plain number stays") {
  const std::string csv = exchange::write_csv(sample());
  CHECK(csv.starts_with(kMark));
  CHECK(csv.find("\"'=HYPERLINK") != std::string::npos);
  CHECK(csv.find(",-5\r\n") != std::string::npos);
}

TEST_CASE("dates are read in the forms that real spreadsheets have") {
  const auto expected = base::civil_from_ymd(1958, 3, 12);
  for (const char* cell : {"1958-3-12", "1958/03/12", "1958.3.12", "19580312", "1958年3月12日",
                           "1958-03-12 00:00:00", " 1958－03－12 "}) {
    CAPTURE(cell);
    const auto date = app::read_date_cell(cell);
    REQUIRE(date.ok());
    CHECK(*date == expected);
  }
  CHECK(*app::read_date_cell("1958年3月") == base::civil_from_ymd(1958, 3, 1));
  for (const char* cell : {"1958-13-01", "1958-02-30", "不详", "58-3-12", "1234567890123"}) {
    CAPTURE(cell);
    CHECK_FALSE(app::read_date_cell(cell).ok());
  }
}

TEST_CASE("relations to the head are understood in their usual words") {
  using people::Relation;
  CHECK(app::read_relation_cell("户主") == Relation::head);
  CHECK(app::read_relation_cell("妻子") == Relation::spouse);
  CHECK(app::read_relation_cell("长子") == Relation::son);
  CHECK(app::read_relation_cell("儿媳") == Relation::in_law);
  CHECK(app::read_relation_cell("次女") == Relation::daughter);
  CHECK(app::read_relation_cell("女儿") == Relation::daughter);
  CHECK(app::read_relation_cell("女婿") == Relation::in_law);
  CHECK(app::read_relation_cell("孙女") == Relation::grandchild);
  CHECK(app::read_relation_cell("岳母") == Relation::in_law);
  CHECK(app::read_relation_cell("母亲") == Relation::parent);
  CHECK(app::read_relation_cell("保姆") == Relation::other);
}

TEST_CASE("columns are found by their usual headings, whatever stands in brackets") {
  app::Table table;
  table.headings = {"序号", "姓 名*", "手机号码（必填）", "公民身份号码", "所属村"};
  const app::MatchedColumns columns(table, app::roster_fields());
  CHECK(columns.missing().empty());
  CHECK(columns.column("name") == 1);
  CHECK(columns.column("phone") == 2);
  CHECK(columns.column("id_card") == 3);
  CHECK(columns.column("village") == 4);
  CHECK(columns.column("born") == -1);
}
