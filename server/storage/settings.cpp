// The defaults: nobody below zero; no second person until the town sets a sum.
#include "server/storage/settings.h"

#include "server/storage/ledger_store.h"

namespace shanzhi::storage {

namespace {
constexpr char kDefault[] = "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO NOTHING";
constexpr char kRead[] = "SELECT value FROM setting WHERE name = ?";
constexpr char kWrite[] =
    "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
}  // namespace

void fill_settings(Database& database) {
  execute(database, kDefault, kFloorSetting, "0");
  execute(database, kDefault, kSecondPersonSetting, "0");
}

std::string read_setting(Database& database, const std::string& name) {
  Query query(database, kRead, name);
  return query.next() ? query.text(0) : std::string{};
}

void write_setting(Database& database, const std::string& name, const std::string& value) {
  execute(database, kWrite, name, value);
}

}  // namespace shanzhi::storage
