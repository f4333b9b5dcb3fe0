// Answers that come from the device because the server was not reached: shown with their age, asked for again.
#include <catch2/catch_test_macros.hpp>

#include "client/model/shelf.h"
#include "client/platform/headless/headless.h"
#include "shared/api/views.h"

namespace shanzhi::test {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;

struct Town {
  platform::HeadlessPlatform platform;
  model::ApiClient api{platform};
  model::Shelf<api::Figures> figures{api};

  const model::Loaded<api::Figures>& want() { return figures.want("/api/v1/figures"); }
  /// Answers what was asked last.
  void answer(int status, std::string body, std::int64_t seen_ms = 0) {
    platform.replies.push_back({platform.sent.back().first, status, "W/\"1\"", "application/json",
                                std::move(body), seen_ms});
    api.take_in();
  }
};

}  // namespace

TEST_CASE(
    "an answer kept on the device is shown with its own age and does not count as the server") {
  Town town;
  const std::int64_t seen = town.platform.now - kHourMs;
  town.want();
  town.answer(200, R"({"households":17206})", seen);
  CHECK(town.want()->households == 17206);
  CHECK(town.want().at_ms == seen);
  CHECK_FALSE(town.api.reachable());
  CHECK(town.api.away_since_ms() == seen);
}

TEST_CASE("the age told is that of the oldest answer shown, and is gone once the server answers") {
  Town town;
  town.want();
  town.answer(0, "");
  CHECK(town.api.away_since_ms() == town.platform.now);
  town.platform.now += 5000;
  town.want();
  town.answer(200, "{}", town.platform.now - kHourMs);
  CHECK(town.api.away_since_ms() == town.platform.now - kHourMs);
  town.platform.now += 10'000;
  town.want();
  town.answer(304, "");
  CHECK(town.api.reachable());
  CHECK(town.want().at_ms == town.platform.now);
}

TEST_CASE("an answer kept on the device is asked for again, each time later") {
  Town town;
  town.want();
  town.answer(200, "{}", 1);
  const auto asked = town.platform.sent.size();
  town.want();
  CHECK(town.platform.sent.size() == asked);
  town.platform.now += model::retry_delay_ms(0);
  town.want();
  CHECK(town.platform.sent.size() == asked + 1);
  town.answer(200, "{}", 1);
  town.platform.now += model::retry_delay_ms(0);
  town.want();
  CHECK(town.platform.sent.size() == asked + 1);
}

}  // namespace shanzhi::test
