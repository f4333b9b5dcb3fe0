// Points in time, and civil dates of the town's zone (Asia/Shanghai, UTC+8 without summer time).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace shanzhi::base {

/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
  std::int64_t unix_ms = 0;

  bool operator==(const Instant&) const = default;
  bool operator<(const Instant& other) const { return unix_ms < other.unix_ms; }
  bool operator<=(const Instant& other) const { return unix_ms <= other.unix_ms; }
  bool operator>(const Instant& other) const { return unix_ms > other.unix_ms; }
  bool operator>=(const Instant& other) const { return unix_ms >= other.unix_ms; }
};

inline constexpr std::int64_t kMsPerSecond = 1000;
inline constexpr std::int64_t kMsPerMinute = 60 * kMsPerSecond;
inline constexpr std::int64_t kMsPerHour = 60 * kMsPerMinute;
inline constexpr std::int64_t kMsPerDay = 24 * kMsPerHour;
/// China has kept UTC+8 all year since 1992; the product knows no earlier instants.
inline constexpr std::int64_t kTownOffsetMs = 8 * kMsPerHour;

/// Where "now" comes from. One in the whole program, given to what needs it.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

/// A proleptic Gregorian date of the town's zone, as days since 1970-01-01 (may be negative).
struct CivilDate {
  std::int32_t days = 0;

  bool operator==(const CivilDate&) const = default;
  bool operator<(const CivilDate& other) const { return days < other.days; }
  bool operator<=(const CivilDate& other) const { return days <= other.days; }
  bool operator>(const CivilDate& other) const { return days > other.days; }
  bool operator>=(const CivilDate& other) const { return days >= other.days; }
};

struct YearMonthDay {
  int year = 1970;
  int month = 1;  ///< 1–12
  int day = 1;    ///< 1–31
};

CivilDate civil_from_ymd(int year, int month, int day);
YearMonthDay ymd_of(CivilDate date);
bool valid_ymd(int year, int month, int day);
/// 1 = Monday … 7 = Sunday (ISO 8601).
int weekday_of(CivilDate date);
/// The civil day of the town in which the instant falls.
CivilDate day_of(Instant instant);
/// Midnight that begins the civil day.
Instant start_of(CivilDate date);

/// "2026-11-22".
std::string to_text(CivilDate date);
/// Reads YYYY-MM-DD of a real date; anything else is nullopt.
std::optional<CivilDate> parse_date(std::string_view text);
/// RFC 3339 in the town's zone with milliseconds when not whole: "2026-11-22T09:41:00+08:00".
std::string to_text(Instant instant);
/// Reads RFC 3339 with an offset ("Z" or ±hh:mm), up to milliseconds.
std::optional<Instant> parse_instant(std::string_view text);

/// Spans of civil days that boards and caps are counted over.
enum class Period : std::uint8_t { day, week, month, quarter, year, all };
struct DaySpan {
  CivilDate first;  ///< included
  CivilDate end;    ///< excluded
};
/// The span of that kind which contains the date; weeks begin on Monday. `all` is everything.
DaySpan span_of(Period period, CivilDate date);
/// The span just before the one that contains the date; for `all` the empty span before it.
DaySpan span_before(Period period, CivilDate date);

}  // namespace shanzhi::base
