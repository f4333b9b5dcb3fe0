// SQLite's own quote() writes the values.
#include "tests/support/schema_text.h"

#include <algorithm>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

namespace shanzhi::test {

namespace {

std::vector<std::string> column_of(SQLite::Database& database, const std::string& sql) {
  SQLite::Statement statement(database, sql);
  std::vector<std::string> all;
  while (statement.executeStep()) all.push_back(statement.getColumn(0).getString());
  return all;
}

std::vector<std::string> tables_of(SQLite::Database& database) {
  return column_of(database,
                   "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                   "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
}

std::string quoted_columns(SQLite::Database& database, const std::string& table) {
  std::string all;
  for (const auto& name :
       column_of(database, "SELECT name FROM pragma_table_info('" + table + "')"))
    all += (all.empty() ? "quote(" : " || ',' || quote(") + name + ")";
  return all;
}

std::string spaces_as_one(const std::string& sql) {
  std::string out;
  for (const char c : sql)
    if (c != ' ' && c != '\n') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  return out;
}

}  // namespace

std::string text_of(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  std::string all;
  for (const auto& sql :
       column_of(database,
                 "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                 "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"))
    all += sql + ";\n";
  for (const auto& table : tables_of(database))
    for (const auto& row : column_of(
             database, "SELECT " + quoted_columns(database, table) + " FROM \"" + table + "\""))
      all += "INSERT INTO " + table + " VALUES (" + row + ");\n";
  for (const auto& sql : column_of(database,
                                   "SELECT sql FROM sqlite_schema WHERE type IN ('index', "
                                   "'trigger') AND sql IS NOT NULL ORDER BY rowid"))
    all += sql + ";\n";
  const auto version = column_of(database, "PRAGMA user_version").front();
  return all + "PRAGMA user_version = " + version + ";\n";
}

void make_from_text(const std::string& path, const std::string& text) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; BEGIN");
  database.exec(text);
  database.exec("COMMIT");
}

std::string schema_of(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  auto lines = column_of(database,
                         "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM "
                         "sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'");
  std::sort(lines.begin(), lines.end());
  std::string all;
  for (const auto& line : lines) all += spaces_as_one(line) + "\n";
  return all;
}

std::string content_of(const std::string& path, const std::string& like) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  SQLite::Database model(like, SQLite::OPEN_READONLY);
  std::string all;
  for (const auto& table : tables_of(model)) {
    auto rows =
        column_of(database, "SELECT " + quoted_columns(model, table) + " FROM \"" + table + "\"");
    std::sort(rows.begin(), rows.end());
    all += table + "\n";
    for (const auto& row : rows) all += "  " + row + "\n";
  }
  return all;
}

}  // namespace shanzhi::test
