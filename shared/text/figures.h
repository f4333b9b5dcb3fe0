// Numbers, points, hours, dates and times as people read them: thousands with commas, a true minus, a
// half-width space between figures and Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/text/text.h"

namespace shanzhi::text {

/// U+2212: as wide as a plus, unlike the hyphen.
inline constexpr const char* kMinus = "\u2212";

/// 1234567 → "1,234,567"; −5 with a true minus.
std::string count(std::int64_t value);
/// Centipoints: 123450 → "1,234.5"; 100 → "1"; −200 → "−2".
std::string points(std::int64_t centipoints);
/// With its sign always: "+8", "−2", "0".
std::string signed_points(std::int64_t centipoints);
std::string signed_count(std::int64_t value);
/// Where room is short: from 100,000 on "16.2万" (English "162k"), from 100,000,000 on "1.2亿" ("120M").
std::string short_count(std::int64_t value, Language language);
std::string short_points(std::int64_t centipoints, Language language);
/// Minutes with their unit: "45 分钟", "1.5 小时", "1 小时 40 分", "1,052.3 小时".
std::string duration(std::int64_t minutes, Language language);
/// Minutes as hours without the unit, one decimal at most: 90 → "1.5", 3120 → "52".
std::string hours(std::int64_t minutes);
/// value / base − 1 as "+4.2%"; "" when base is 0.
std::string change_percent(std::int64_t value, std::int64_t base);
/// part / whole as "37.5%"; "" when whole is 0.
std::string share_percent(std::int64_t part, std::int64_t whole);
/// A plain decimal text with commas: "1000000.5" → "1,000,000.5"; any other text as it is.
std::string grouped(std::string_view decimal);

/// "11月22日 周日", "Sun 22 Nov".
std::string day(base::CivilDate date, Language language);
/// "2026年11月22日", "22 November 2026".
std::string full_date(base::CivilDate date, Language language);
/// "2026年11月", "November 2026".
std::string month(base::CivilDate date, Language language);
/// The month without its year: "11月", "Nov".
std::string short_month(base::CivilDate date, Language language);
/// "09:38" in the town's zone.
std::string clock(base::Instant instant);
/// "今天 09:38", "昨天 16:24", "11-20 16:24" ("20 Nov 16:24"), another year "2025-11-20".
std::string when(base::Instant instant, base::Instant now, Language language);
/// As when(), without the time of day: "今天", "昨天", "11-20", "2025-11-20".
std::string when_day(base::CivilDate date, base::CivilDate today, Language language);
/// The span of a period that contains the date: "11月22日 周日", "11月16日–11月22日", "2026年11月",
/// "2026年第4季度", "2026年", "累计".
std::string period_span(base::Period period, base::CivilDate date, Language language);

}  // namespace shanzhi::text
