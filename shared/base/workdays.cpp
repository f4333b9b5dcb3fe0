// The State Council's yearly notices of holidays and make-up days, as data.
#include "shared/base/workdays.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace shanzhi::base {
namespace {

/// Days off in a row, first to last, within one year. Plain weekends need no row.
struct Holiday {
  int year, first_month, first_day, last_month, last_day;
  const char* name;
};
/// A Saturday or Sunday on which work is made up for.
struct MakeUpDay {
  int year, month, day;
};

// 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号 (notices for 2024, 2025, 2026); compared day by day with
// the npm package chinese-days 1.5.7. Append the next notice when it is out, and raise kLastYear.
constexpr int kFirstYear = 2024;
constexpr int kLastYear = 2026;

constexpr Holiday kHolidays[] = {
    {2024, 1, 1, 1, 1, "元旦"},     {2024, 2, 10, 2, 17, "春节"},   {2024, 4, 4, 4, 6, "清明节"},
    {2024, 5, 1, 5, 5, "劳动节"},   {2024, 6, 10, 6, 10, "端午节"}, {2024, 9, 15, 9, 17, "中秋节"},
    {2024, 10, 1, 10, 7, "国庆节"}, {2025, 1, 1, 1, 1, "元旦"},     {2025, 1, 28, 2, 4, "春节"},
    {2025, 4, 4, 4, 6, "清明节"},   {2025, 5, 1, 5, 5, "劳动节"},   {2025, 5, 31, 6, 2, "端午节"},
    {2025, 10, 1, 10, 5, "国庆节"}, {2025, 10, 6, 10, 6, "中秋节"}, {2025, 10, 7, 10, 8, "国庆节"},
    {2026, 1, 1, 1, 3, "元旦"},     {2026, 2, 15, 2, 23, "春节"},   {2026, 4, 4, 4, 6, "清明节"},
    {2026, 5, 1, 5, 5, "劳动节"},   {2026, 6, 19, 6, 21, "端午节"}, {2026, 9, 25, 9, 27, "中秋节"},
    {2026, 10, 1, 10, 7, "国庆节"},
};

constexpr MakeUpDay kMakeUpDays[] = {
    {2024, 2, 4},  {2024, 2, 18}, {2024, 4, 7},   {2024, 4, 28},  {2024, 5, 11},
    {2024, 9, 14}, {2024, 9, 29}, {2024, 10, 12}, {2025, 1, 26},  {2025, 2, 8},
    {2025, 4, 27}, {2025, 9, 28}, {2025, 10, 11}, {2026, 1, 4},   {2026, 2, 14},
    {2026, 2, 28}, {2026, 5, 9},  {2026, 9, 20},  {2026, 10, 10},
};

const Holiday* holiday_on(CivilDate date) {
  const Holiday* found =
      std::find_if(std::begin(kHolidays), std::end(kHolidays), [date](const Holiday& holiday) {
        return civil_from_ymd(holiday.year, holiday.first_month, holiday.first_day) <= date &&
               date <= civil_from_ymd(holiday.year, holiday.last_month, holiday.last_day);
      });
  return found == std::end(kHolidays) ? nullptr : found;
}

bool made_up_on(CivilDate date) {
  return std::any_of(std::begin(kMakeUpDays), std::end(kMakeUpDays), [date](const MakeUpDay& day) {
    return civil_from_ymd(day.year, day.month, day.day) == date;
  });
}

}  // namespace

Result<bool> working_day(CivilDate date) {
  const int year = ymd_of(date).year;
  if (year < kFirstYear || year > kLastYear)
    return {ErrorCode::year_not_covered, {}, std::to_string(year)};
  if (holiday_on(date) != nullptr) return false;
  return weekday_of(date) <= 5 || made_up_on(date);
}

const char* holiday_name(CivilDate date) {
  const Holiday* holiday = holiday_on(date);
  return holiday == nullptr ? "" : holiday->name;
}

std::vector<HolidaySpan> holidays_of(int year) {
  std::vector<HolidaySpan> spans;
  for (const Holiday& row : kHolidays) {
    if (row.year != year) continue;
    const HolidaySpan span{civil_from_ymd(year, row.first_month, row.first_day),
                           civil_from_ymd(year, row.last_month, row.last_day), row.name};
    if (spans.empty() || spans.back().last.days + 1 != span.first.days) {
      spans.push_back(span);
      continue;
    }
    HolidaySpan& before = spans.back();
    before.last = span.last;
    if (before.name.find(span.name) == std::string::npos) before.name += "、" + span.name;
  }
  return spans;
}

std::optional<HolidaySpan> holiday_from(CivilDate date) {
  const int year = ymd_of(date).year;
  for (int each = year; each <= year + 1; ++each)
    for (const HolidaySpan& span : holidays_of(each))
      if (date <= span.last) return span;
  return std::nullopt;
}

std::optional<HolidaySpan> holiday_before(const std::string& name, CivilDate date) {
  const std::string kind = name.substr(0, name.find("、"));
  for (int year = ymd_of(date).year; year >= kFirstYear; --year) {
    const std::vector<HolidaySpan> spans = holidays_of(year);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
      if (span->last < date && span->name.find(kind) != std::string::npos) return *span;
  }
  return std::nullopt;
}

int holidays_first_year() {
  return kFirstYear;
}

int holidays_last_year() {
  return kLastYear;
}

}  // namespace shanzhi::base
