// A small made-up town in a real database file, and a caller of every kind to read it.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "server/app/ports.h"
#include "server/app/town_data.h"
#include "server/storage/database.h"
#include "shared/describe/json.h"

namespace shanzhi::test {

class FixedClock final : public base::Clock {
 public:
  base::Instant at{};
  base::Instant now() const override { return at; }
};

/// One town of two hubs, three villages with a hamlet and two grids each, 60 households, some 200
/// people, and a year of awards and spendings up to 2026-11-22. The same seed makes the same town.
app::TownData small_town(unsigned seed);

/// The town in a file of its own, which goes away at the end, with the queries over it.
class TownFile {
 public:
  explicit TownFile(unsigned seed = 1);
  ~TownFile();
  TownFile(const TownFile&) = delete;
  TownFile& operator=(const TownFile&) = delete;

  app::Caller caller(api::Role role, const std::string& place, std::int64_t person = 0);
  base::Result<app::QueryAnswer> run(const std::string& query, const app::Parameters& parameters,
                                     const app::Caller& caller) {
    return queries->run(query, parameters, caller);
  }
  /// The view of an answer that must succeed.
  template <class View>
  View view(const std::string& query, const app::Parameters& parameters, const app::Caller& caller);
  /// The code of an answer that must be refused.
  base::ErrorCode refusal(const std::string& query, const app::Parameters& parameters,
                          const app::Caller& caller);
  /// First column of the first row.
  std::int64_t number(const std::string& sql);
  std::string text(const std::string& sql);

  std::string folder;
  app::TownData town;
  FixedClock clock;
  std::unique_ptr<storage::Database> database;
  std::unique_ptr<app::Queries> queries;

 private:
  SQLite::Database* sqlite();
  std::unique_ptr<SQLite::Database> plain_;
};

[[noreturn]] void fail_query(const std::string& query, const base::Error& error);

template <class View>
View TownFile::view(const std::string& query, const app::Parameters& parameters,
                    const app::Caller& caller) {
  const auto answer = queries->run(query, parameters, caller);
  if (!answer) fail_query(query, answer.error());
  auto read = describe::from_answer<View>(answer->json);
  if (!read) fail_query(query, read.error());
  return std::move(*read);
}

}  // namespace shanzhi::test
