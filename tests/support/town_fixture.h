// A village small enough to reason about, in a real database file, with a clock that tests turn.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <random>
#include <string>

#include "server/storage/storage.h"
#include "shared/describe/json.h"

namespace shanzhi::test {

/// Stands still until it is turned. Thread-safe.
class TurnedClock : public base::Clock {
 public:
  base::Instant now() const override { return {now_ms_.load()}; }
  void turn(std::int64_t ms) { now_ms_ += ms; }
  void set(base::Instant at) { now_ms_ = at.unix_ms; }

 private:
  std::atomic<std::int64_t> now_ms_{1795309200000};  // 2026-11-22T09:00:00+08:00
};

/// Gone with its files at the end of the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  std::filesystem::path path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Rules of the fixture.
inline constexpr const char* kHourRule = "HOUR";      ///< 1 point an hour, at most 8 a day, bonus 2
inline constexpr const char* kSweepRule = "SWEEP";    ///< 2 points each, at most 10 a day
inline constexpr const char* kFreeRule = "FREE";      ///< 5 points each, no cap, bonus 100
inline constexpr const char* kLitterRule = "LITTER";  ///< takes 3 points
inline constexpr const char* kTownRule = "TOWN";      ///< 50 points, only the town grants

/// Two villages of two grids; each grid has three households of two people: 24 people in order.
app::TownData small_town();
base::Uuid numbered(std::uint64_t kind, std::uint64_t number);
inline base::PersonId person(std::uint64_t number) {
  return {numbered(1, number)};
}
inline base::HouseholdId household(std::uint64_t number) {
  return {numbered(2, number)};
}

/// As somebody with the file and no scruples: triggers are dropped, checks and references ignored.
void tamper(const std::string& database, const std::string& sql);

/// The small town in an open database.
class Town {
 public:
  explicit Town(bool load = true);
  /// Closes and opens again, as after a restart.
  void reopen();
  storage::Storage& storage() { return *storage_; }
  TurnedClock& clock() { return clock_; }
  std::filesystem::path folder() const { return folder_.path(); }

  /// A caller with that role at that place; `user` row 0 unless one was added.
  app::Caller caller(api::Role role, const std::string& place);
  /// Town administrator at the root.
  app::Caller administrator() { return caller(api::Role::town_administrator, "370000001"); }
  /// A fresh identity, different each time.
  base::Uuid fresh();

  template <class Command>
  base::Result<app::Answer> run(const char* name, const Command& command, const app::Caller& caller,
                                base::Uuid key = {}) {
    return storage().commands().run({name, describe::to_json(command), key, caller});
  }
  base::Result<api::Posted> award(base::PersonId person, const char* rule,
                                  std::optional<std::int64_t> minutes = {},
                                  std::optional<std::int64_t> amount = {});
  base::Result<api::Posted> reverse(const std::string& transfer);
  api::AwardPoints award_command(base::PersonId person, const char* rule);
  /// The first value of the first row, by a connection of its own.
  std::int64_t number(const std::string& sql);
  std::string text(const std::string& sql);
  /// Every finding as a sentence; empty when the ledger holds.
  std::string faults();

 private:
  void open();

  TemporaryFolder folder_;
  TurnedClock clock_;
  std::mutex mutex_;
  std::mt19937_64 engine_{20261122};
  std::uint64_t next_ = 1;
  std::unique_ptr<storage::Storage> storage_;
};

}  // namespace shanzhi::test
