// Opening with fewer ceremonies than a server.
#include "tests/support/quick_town.h"

#include <catch2/catch_test_macros.hpp>

namespace shanzhi::test {

storage::OpenOptions quick_options(const std::filesystem::path& folder, const base::Clock& clock,
                                   std::uint64_t seed) {
  storage::OpenOptions options;
  options.folder = folder;
  options.serve = true;
  options.clock = &clock;
  options.password_cost = {1, 8 * 1024 * 1024};
  struct Source {
    std::mutex mutex;
    std::mt19937_64 engine;
  };
  const auto source = std::make_shared<Source>();
  source->engine.seed(seed);
  options.random = [source](std::uint8_t* bytes, std::size_t count) {
    const std::lock_guard lock(source->mutex);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(source->engine());
  };
  return options;
}

void make_quick_town(const std::filesystem::path& folder, const base::Clock& clock) {
  const auto opened = storage::Storage::open(quick_options(folder, clock, 1));
  REQUIRE(opened);
  REQUIRE((*opened)->load(small_town(), [](int) {}));
}

app::Caller quick_administrator() {
  app::Caller caller;
  caller.role = api::Role::town_administrator;
  caller.place = 1;  // the root is loaded first
  caller.place_code = "370000001";
  caller.name = "测试";
  return caller;
}

api::AwardPoints quick_award(std::uint64_t person, base::Uuid id, base::Instant at) {
  api::AwardPoints command;
  command.id.uuid = id;
  command.person = test::person(person);
  command.rule = kFreeRule;
  command.occurred_at = at;
  return command;
}

}  // namespace shanzhi::test
