// The demonstration town: 小留镇 with its 38 real village names, schematic outlines, invented people and
// a year of invented activity whose rows sum to the figures that the town has published.
#pragma once

#include <cstdint>

#include "server/app/town_data.h"
#include "shared/base/instant.h"

namespace shanzhi::demo {

/// Figures of 菏泽市牡丹区小留镇 as published by 山东省委社会工作部 (2025): what the demonstration reproduces.
inline constexpr int kHubs = 9;
inline constexpr int kHamlets = 76;
inline constexpr int kGrids = 263;
inline constexpr int kHouseholds = 17'206;  ///< "17000余户"
inline constexpr int kPeople = 60'000;      ///< "6万余人口"
inline constexpr int kTeams = 39;
inline constexpr int kMerchants = 87;
inline constexpr int kGridWorkers = 2'160;
inline constexpr std::int64_t kIssuedCentipoints = 16'200'000;  ///< "累计发放积分16.2万分"
/// "核销率6.35%": verified at merchants, of the points issued, in hundredths of a percent.
inline constexpr std::int64_t kVerifiedPerTenThousand = 635;

struct DemoOptions {
  /// Residents in all, 500 … 5,000,000. Up to 100,000 they live in one town; more make further towns
  /// of 牡丹区 of the same shape (about 60,000 each), under a county.
  std::int64_t people = kPeople;
  std::uint64_t seed = 20260;
  base::CivilDate today;      ///< activity ends with the day before
  std::int64_t activity = 1;  ///< multiplies the number of awards, for load tests
};

/// The whole town (or county) as values. The same options give the same bytes.
app::TownData make_town(const DemoOptions& options);

}  // namespace shanzhi::demo
