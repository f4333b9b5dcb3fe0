// Civil calendar arithmetic and RFC 3339, without the C library's zones and locales.
#include "shared/base/instant.h"

#include <cstdio>

namespace shanzhi::base {
namespace {

constexpr int kYearFirst = 1;
constexpr int kYearLast = 9999;

std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
  const std::int64_t quotient = value / divisor;
  return value % divisor < 0 ? quotient - 1 : quotient;
}

/// Reads exactly `count` digits and moves past them; -1 when they are not there.
int read_digits(std::string_view& text, std::size_t count) {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

bool read_char(std::string_view& text, char wanted) {
  if (text.empty() || text.front() != wanted) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<CivilDate> read_date(std::string_view& text) {
  const int year = read_digits(text, 4);
  if (year < 0 || !read_char(text, '-')) return std::nullopt;
  const int month = read_digits(text, 2);
  if (month < 0 || !read_char(text, '-')) return std::nullopt;
  const int day = read_digits(text, 2);
  if (!valid_ymd(year, month, day)) return std::nullopt;
  return civil_from_ymd(year, month, day);
}

/// "09:41:00" or "09:41:00.5" as milliseconds of the day.
std::optional<std::int64_t> read_time(std::string_view& text) {
  const int hour = read_digits(text, 2);
  if (hour < 0 || hour > 23 || !read_char(text, ':')) return std::nullopt;
  const int minute = read_digits(text, 2);
  if (minute < 0 || minute > 59 || !read_char(text, ':')) return std::nullopt;
  const int second = read_digits(text, 2);
  if (second < 0 || second > 59) return std::nullopt;  // leap seconds are not counted
  std::int64_t ms = hour * kMsPerHour + minute * kMsPerMinute + second * kMsPerSecond;
  if (!read_char(text, '.')) return ms;
  std::int64_t scale = 100;
  for (int digit = read_digits(text, 1); digit >= 0; digit = read_digits(text, 1)) {
    if (scale == 0) return std::nullopt;  // finer than a millisecond
    ms += digit * scale;
    scale /= 10;
  }
  if (scale == 100) return std::nullopt;  // a point without digits
  return ms;
}

/// "Z" or "+08:00" as milliseconds east of Greenwich.
std::optional<std::int64_t> read_offset(std::string_view& text) {
  if (read_char(text, 'Z') || read_char(text, 'z')) return 0;
  const bool west = read_char(text, '-');
  if (!west && !read_char(text, '+')) return std::nullopt;
  const int hour = read_digits(text, 2);
  if (hour < 0 || hour > 23 || !read_char(text, ':')) return std::nullopt;
  const int minute = read_digits(text, 2);
  if (minute < 0 || minute > 59) return std::nullopt;
  const std::int64_t ms = hour * kMsPerHour + minute * kMsPerMinute;
  return west ? -ms : ms;
}

CivilDate month_start(YearMonthDay ymd, int months_later) {
  const int month0 = ymd.year * 12 + ymd.month - 1 + months_later;
  return civil_from_ymd(month0 / 12, month0 % 12 + 1, 1);
}

}  // namespace

// Days and dates by eras of 400 years that begin on 1 March, so that the leap day comes last
// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
CivilDate civil_from_ymd(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

YearMonthDay ymd_of(CivilDate date) {
  const int shifted = date.days + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int march_month = (5 * day_of_year + 2) / 153;
  YearMonthDay ymd;
  ymd.day = day_of_year - (153 * march_month + 2) / 5 + 1;
  ymd.month = march_month + (march_month < 10 ? 3 : -9);
  ymd.year = year_of_era + era * 400 + (ymd.month <= 2 ? 1 : 0);
  return ymd;
}

bool valid_ymd(int year, int month, int day) {
  if (year < kYearFirst || year > kYearLast || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (leap && month == 2 ? 1 : 0);
}

int weekday_of(CivilDate date) {
  const int since_monday = (date.days + 3) % 7;  // 1970-01-01 was a Thursday
  return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

CivilDate day_of(Instant instant) {
  return {static_cast<std::int32_t>(floor_div(instant.unix_ms + kTownOffsetMs, kMsPerDay))};
}

Instant start_of(CivilDate date) {
  return {date.days * kMsPerDay - kTownOffsetMs};
}

std::string to_text(CivilDate date) {
  const YearMonthDay ymd = ymd_of(date);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
  return text;
}

std::optional<CivilDate> parse_date(std::string_view text) {
  const auto date = read_date(text);
  return text.empty() ? date : std::nullopt;
}

std::string to_text(Instant instant) {
  const CivilDate date = day_of(instant);
  const auto ms = static_cast<int>(instant.unix_ms - start_of(date).unix_ms);
  char time[32];
  std::snprintf(time, sizeof time, "T%02d:%02d:%02d", ms / 3600000, ms / 60000 % 60,
                ms / 1000 % 60);
  std::string text = to_text(date) + time;
  if (ms % 1000 != 0) {
    std::snprintf(time, sizeof time, ".%03d", ms % 1000);
    text += time;
  }
  return text + "+08:00";
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto date = read_date(text);
  if (!date || !(read_char(text, 'T') || read_char(text, 't'))) return std::nullopt;
  const auto time = read_time(text);
  if (!time) return std::nullopt;
  const auto offset = read_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return Instant{date->days * kMsPerDay + *time - *offset};
}

DaySpan span_of(Period period, CivilDate date) {
  const YearMonthDay ymd = ymd_of(date);
  switch (period) {
    case Period::day: return {date, {date.days + 1}};
    case Period::week: {
      const CivilDate monday{date.days - weekday_of(date) + 1};
      return {monday, {monday.days + 7}};
    }
    case Period::month: return {month_start(ymd, 0), month_start(ymd, 1)};
    case Period::quarter: {
      const int into = (ymd.month - 1) % 3;
      return {month_start(ymd, -into), month_start(ymd, 3 - into)};
    }
    case Period::year: return {civil_from_ymd(ymd.year, 1, 1), civil_from_ymd(ymd.year + 1, 1, 1)};
    case Period::all: break;
  }
  return {civil_from_ymd(kYearFirst, 1, 1), civil_from_ymd(kYearLast + 1, 1, 1)};
}

DaySpan span_before(Period period, CivilDate date) {
  const DaySpan span = span_of(period, date);
  if (period == Period::all) return {span.first, span.first};
  return span_of(period, {span.first.days - 1});
}

}  // namespace shanzhi::base
