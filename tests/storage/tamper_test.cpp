// Somebody with the file changes one value, one row or the order of two, anywhere in the ledger or the
// journal: verify sees it and names the table, whatever and wherever it was.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>
#include <set>

#include "tests/support/importing_town.h"

using namespace shanzhi;
using test::person;

namespace {

constexpr const char* kTables[] = {"transfer", "account", "journal"};
/// Changes of each sort to each table.
constexpr int kOfEach = 40;

struct Column {
  std::string name;
  std::string type;
};

/// A tampered copy, and the means to choose what to do to it.
class Tampered {
 public:
  Tampered(const std::filesystem::path& kept, std::mt19937_64& random) : random_(random) {
    path_ = (folder_.path() / storage::kDatabaseFile).string();
    std::filesystem::copy_file(kept, path_);
  }

  std::int64_t below(std::int64_t end) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end));
  }
  std::string ask(const std::string& sql) const {
    const std::string rows = test::rows_of(path_, sql);
    return rows.substr(0, rows.find('|'));
  }
  std::string some_row(const std::string& table) {
    const std::int64_t rows = std::stoll(ask("SELECT count(*) FROM " + table));
    return ask("SELECT rowid FROM " + table + " ORDER BY rowid LIMIT 1 OFFSET " +
               std::to_string(below(rows)));
  }
  Column some_column(const std::string& table) {
    const std::string info = "pragma_table_info('" + table + "')";
    const std::int64_t columns = std::stoll(ask("SELECT count(*) FROM " + info));
    const std::string which = " FROM " + info + " WHERE cid = " + std::to_string(below(columns));
    return {ask("SELECT name" + which), ask("SELECT type" + which)};
  }
  /// Does it; false when it changed nothing or SQLite itself will not have it.
  bool change(const std::string& table, const std::string& sql) {
    const std::string rows = "SELECT * FROM " + table + " ORDER BY rowid";
    const std::string before = content(table);
    try {
      test::tamper(path_, sql);
    } catch (const SQLite::Exception&) {
      return false;
    }
    return content(table) != before;
  }
  storage::VerifyReport verify() const {
    storage::Database database(path_, storage::Use::reader);
    return storage::verify(database);
  }

 private:
  std::string content(const std::string& table) const {
    std::string columns;
    const std::string names =
        test::rows_of(path_, "SELECT name FROM pragma_table_info('" + table + "')");
    for (std::size_t at = 0, end; (end = names.find("|\n", at)) != std::string::npos; at = end + 2)
      columns += (columns.empty() ? "quote(" : ", quote(") + names.substr(at, end - at) + ")";
    return test::rows_of(path_, "SELECT " + columns + " FROM " + table + " ORDER BY rowid");
  }

  test::TemporaryFolder folder_;
  std::mt19937_64& random_;
  std::string path_;
};

/// Another value of the column, near the old one or far.
std::string other_value(Tampered& town, const Column& column) {
  const std::string& name = column.name;
  if (column.type == "INTEGER") {
    const std::string values[] = {
        name + " + 1", name + " - 1", name + " + 4294967296",   name + " + 256",
        "-" + name,    "NULL",        "ifnull(" + name + ", 1)"};
    return values[town.below(7)];
  }
  if (column.type == "TEXT") {
    const std::string values[] = {name + " || ' '", name + " || char(0)", "upper(" + name + ")",
                                  "substr(" + name + ", 2)", "''"};
    return values[town.below(5)];
  }
  const std::string values[] = {"randomblob(16)", "randomblob(32)", "x''",         "x'00'",
                                "NULL",           "zeroblob(16)",   "zeroblob(32)"};
  return values[town.below(7)];
}

std::string change_of_value(Tampered& town, const std::string& table) {
  const Column column = town.some_column(table);
  return "UPDATE " + table + " SET " + column.name + " = " + other_value(town, column) +
         " WHERE rowid = " + town.some_row(table);
}

std::string removal(Tampered& town, const std::string& table) {
  return "DELETE FROM " + table + " WHERE rowid = " + town.some_row(table);
}

/// A copy of a row under a new key at the end, with another name where names are unique.
std::string addition(Tampered& town, const std::string& table) {
  const std::string copy = "CREATE TEMP TABLE c AS SELECT * FROM " + table +
                           " WHERE rowid = " + town.some_row(table) + ";";
  const std::string end = "(SELECT max(rowid) + 1 FROM " + table + ")";
  if (table == "transfer")
    return copy + "UPDATE c SET seq = " + end +
           ", uuid = randomblob(16), reverses = NULL; INSERT INTO transfer SELECT * FROM c";
  if (table == "journal")
    return copy + "UPDATE c SET position = " + end + "; INSERT INTO journal SELECT * FROM c";
  return copy + "UPDATE c SET id = " + end +
         ", who = randomblob(16), balance = 0; INSERT INTO account SELECT * FROM c";
}

/// Two rows change places: each gets the other's key.
std::string exchange(Tampered& town, const std::string& table) {
  const std::string key = table == "transfer" ? "seq" : table == "journal" ? "position" : "id";
  const std::string one = town.some_row(table), other = town.some_row(table);
  const auto move = [&](const std::string& from, const std::string& to) {
    return "UPDATE " + table + " SET " + key + " = " + to + " WHERE " + key + " = " + from + ";";
  };
  return move(one, "-1") + move(other, one) + move("-1", other);
}

/// Awards with hours, reversals, deductions, a user's and the program's, places and people saved.
void live(test::ImportingTown& town) {
  REQUIRE(town.storage().add_user(
      {"zhoumin", "周敏", "", api::Role::town_administrator, "correct horse", {}}));
  for (std::uint64_t n = 1; n <= 10; ++n) {
    const auto posted = town.award(person(n), test::kHourRule, static_cast<std::int64_t>(n) * 6);
    REQUIRE(posted);
    if (n % 3 == 0) REQUIRE(town.reverse(posted->transfer));
    REQUIRE(town.award(person(n), test::kFreeRule));
    if (n % 4 == 0) REQUIRE(town.award(person(n), test::kLitterRule));
    town.clock().turn(base::kMsPerMinute);
  }
  (void)town.imported("teams", "队伍名称,所属地区\n红心服务队,370000001201\n");
  REQUIRE(town.storage().set_setting("floor", "0"));
  REQUIRE(town.faults() == "");
}

}  // namespace

TEST_CASE("any value, row or order changed in the ledger or the journal is seen and named") {
  std::mt19937_64 random(Catch::getSeed());
  test::ImportingTown town;
  live(town);
  const auto kept = town.folder() / "kept.db";
  REQUIRE(town.storage().backup(kept.string()));
  const auto published = town.storage().verify().journal_head;
  const auto ways = {change_of_value, removal, addition, exchange};
  for (const std::string table : kTables) {
    for (const auto way : ways) {
      for (int done = 0, tried = 0; done < kOfEach && tried < kOfEach * 3; ++tried) {
        Tampered copy(kept, random);
        const std::string sql = way(copy, table);
        if (!copy.change(table, sql)) continue;
        ++done;
        const auto report = copy.verify();
        INFO(sql);
        // Only what is cut off at the end leaves a whole chain: one that ends in another hash than the
        // one that was published.
        const bool cut_off = way == removal && report.journal_head != published;
        CHECK((!report.holds() || cut_off));
        for (const auto& finding : report.findings)
          CHECK(storage::sentence(finding, true).find(finding.table) != std::string::npos);
      }
    }
  }
}
