// Reads beside the server, by connections of its own.
#include "tests/crash/served_town.h"

#include <chrono>

#include <catch2/catch_test_macros.hpp>

namespace shanzhi::test {

base::Instant MachineClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

ServedTown::ServedTown() {
  make_quick_town(data(), clock_);
  const auto opened = storage::Storage::open(quick_options(data(), clock_, 2));
  REQUIRE(opened);
  const auto token = (*opened)->issue_token({"接口", "", api::Role::town_administrator, {}});
  REQUIRE(token);
  token_ = *token;
}

Program ServedTown::serve(std::int64_t file_bytes_max) const {
  return Program({"serve", "--data", data(), "--listen", "127.0.0.1:0"}, file_bytes_max);
}

std::map<std::string, std::int64_t> ServedTown::positions() const {
  storage::Database file(database(), storage::Use::reader);
  storage::Query query(file, "SELECT uuid, entry FROM transfer");
  std::map<std::string, std::int64_t> all;
  while (query.next()) all[base::to_text(query.uuid(0))] = query.integer(1);
  return all;
}

std::int64_t ServedTown::number(const char* sql) const {
  storage::Database file(database(), storage::Use::reader);
  storage::Query query(file, sql);
  return query.next() ? query.integer(0) : -1;
}

std::string ServedTown::faults() const {
  const Ran ran = run_program({"verify", "--data", data()});
  return ran.code == 0 ? "" : "exit " + std::to_string(ran.code) + ": " + ran.err;
}

}  // namespace shanzhi::test
