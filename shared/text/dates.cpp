// Dates and times as people read them, in the town's zone.
#include "shared/text/figures.h"

namespace shanzhi::text {
namespace {

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kWeekdays[] = {"周一", "周二", "周三", "周四", "周五", "周六", "周日"};
constexpr const char* kEnglishWeekdays[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string two(int value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}
std::string english_month(int month) {
  return kMonths[month - 1];
}

/// "11月22日", "22 Nov".
std::string short_date(base::CivilDate date, Language language) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (language == Language::english) {
    return std::to_string(ymd.day) + " " + short_month(date, language);
  }
  return short_month(date, language) + std::to_string(ymd.day) + "日";
}

std::string quarter(base::CivilDate date, Language language) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  const std::string year = std::to_string(ymd.year), number = std::to_string((ymd.month + 2) / 3);
  return language == Language::english ? "Q" + number + " " + year
                                       : year + "年第" + number + "季度";
}

}  // namespace

std::string day(base::CivilDate date, Language language) {
  const int weekday = base::weekday_of(date) - 1;
  if (language == Language::english) {
    return std::string(kEnglishWeekdays[weekday]) + " " + short_date(date, language);
  }
  return short_date(date, language) + " " + kWeekdays[weekday];
}

std::string full_date(base::CivilDate date, Language language) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (language == Language::english) {
    return std::to_string(ymd.day) + " " + english_month(ymd.month) + " " +
           std::to_string(ymd.year);
  }
  return std::to_string(ymd.year) + "年" + short_date(date, language);
}

std::string month(base::CivilDate date, Language language) {
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (language == Language::english) {
    return english_month(ymd.month) + " " + std::to_string(ymd.year);
  }
  return std::to_string(ymd.year) + "年" + short_month(date, language);
}

std::string short_month(base::CivilDate date, Language language) {
  const int number = base::ymd_of(date).month;
  return language == Language::english ? english_month(number).substr(0, 3)
                                       : std::to_string(number) + "月";
}

std::string clock(base::Instant instant) {
  const std::int64_t ms = instant.unix_ms - base::start_of(base::day_of(instant)).unix_ms;
  return two(static_cast<int>(ms / base::kMsPerHour)) + ":" +
         two(static_cast<int>(ms / base::kMsPerMinute % 60));
}

std::string when_day(base::CivilDate date, base::CivilDate today, Language language) {
  if (date == today) return say(Message::today, language);
  if (date.days == today.days - 1) return say(Message::yesterday, language);
  const base::YearMonthDay ymd = base::ymd_of(date);
  if (ymd.year != base::ymd_of(today).year) return base::to_text(date);
  if (language == Language::english) return short_date(date, language);
  return two(ymd.month) + "-" + two(ymd.day);
}

std::string when(base::Instant instant, base::Instant now, Language language) {
  const base::CivilDate date = base::day_of(instant), today = base::day_of(now);
  const std::string name = when_day(date, today, language);
  const bool other_year = base::ymd_of(date).year != base::ymd_of(today).year;
  const bool far = other_year && date.days != today.days - 1;  // yesterday may be last year
  return far ? name : name + " " + clock(instant);
}

std::string period_span(base::Period period, base::CivilDate date, Language language) {
  switch (period) {
    case base::Period::day: return day(date, language);
    case base::Period::week: {
      const base::DaySpan span = base::span_of(period, date);
      const base::CivilDate last{span.end.days - 1};
      return short_date(span.first, language) + "–" + short_date(last, language);
    }
    case base::Period::month: return month(date, language);
    case base::Period::quarter: return quarter(date, language);
    case base::Period::year:
      return std::to_string(base::ymd_of(date).year) + (language == Language::english ? "" : "年");
    case base::Period::all: return say(Message::map_all_time, language);
  }
  return {};
}

}  // namespace shanzhi::text
