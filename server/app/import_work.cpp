#include "server/app/import_work.h"

#include "server/app/import_cells.h"
#include "server/app/reach.h"
#include "shared/api/limits.h"
#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;

/// 杨庄村 and 杨庄 are the same, so are 杨庄村委会 and 杨庄村村民委员会.
std::string bare_village(std::string name) {
  for (std::string_view end : {"村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"}) {
    if (name.size() > end.size() + 3 && name.ends_with(end)) name.resize(name.size() - end.size());
  }
  return name;
}

/// The number of a grid: 3 of "杨庄村第3微网格", "3", "第三网格" stays 0.
int number_in(std::string_view name) {
  int number = 0;
  bool any = false;
  for (char c : name) {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
      any = true;
      if (number > 9'999) return 0;
    } else if (any) {
      break;
    }
  }
  return number;
}

bool named(const PlaceRecord& place, const std::string& cell) {
  if (place.name == cell) return true;
  if (place.level == places::Level::grid)
    return number_in(cell) > 0 && number_in(place.name) == number_in(cell) &&
           (place.name.find(cell) != std::string::npos || number_in(cell) > 0);
  return bare_village(place.name) == bare_village(cell);
}

/// Degrees in one cell; nullopt, and refused, when they are none within the bounds.
std::optional<double> read_degrees(ImportWork& import, std::size_t row, const char* field,
                                   std::int64_t low, std::int64_t high) {
  const auto cell = import.cell(row, field);
  const auto value = read_number_cell(cell);
  const bool within =
      value && *value >= static_cast<double>(low) && *value <= static_cast<double>(high);
  if (within) return value;
  const std::string pointer = std::string("/") + field;
  if (cell.empty())
    import.refuse(row, field, {ErrorCode::missing_field, pointer});
  else
    import.refuse(row, field,
                  {ErrorCode::out_of_range, pointer, std::to_string(low), std::to_string(high)});
  return std::nullopt;
}

}  // namespace

std::optional<base::Point> read_point(ImportWork& import, std::size_t row) {
  if (import.cell(row, "longitude").empty() && import.cell(row, "latitude").empty())
    return std::nullopt;
  const auto x = read_degrees(import, row, "longitude", api::kLongitudeMin, api::kLongitudeMax);
  const auto y = read_degrees(import, row, "latitude", api::kLatitudeMin, api::kLatitudeMax);
  if (!x || !y) return std::nullopt;
  return base::to_wgs84({*x, *y}, import.datum);
}

ReachedPlaces::ReachedPlaces(Work& work) {
  for (PlaceRecord& place : work.places.all_rows()) {
    if (reaches(work, place.low)) places_.push_back(std::move(place));
  }
}

const PlaceRecord* ReachedPlaces::row(Row row) const {
  for (const PlaceRecord& place : places_)
    if (place.row == row) return &place;
  return nullptr;
}

base::Result<PlaceRecord> ReachedPlaces::one_of(const std::vector<const PlaceRecord*>& found,
                                                std::string_view cell) const {
  if (found.empty()) return {ErrorCode::not_found, "/place", std::string(cell)};
  if (found.size() > 1) return {ErrorCode::already_exists, "/place", std::string(cell)};
  return *found.front();
}

base::Result<PlaceRecord> ReachedPlaces::find(std::string_view cell, places::Level level,
                                              Row within) const {
  const std::string text = base::tidy(cell);
  const PlaceRecord* around = within == 0 ? nullptr : row(within);
  std::vector<const PlaceRecord*> found;
  for (const PlaceRecord& place : places_) {
    if (place.code == text && place.level == level) return place;
    if (place.level != level) continue;
    if (around != nullptr && (place.low < around->low || place.low > around->high)) continue;
    if (named(place, text)) found.push_back(&place);
  }
  return one_of(found, cell);
}

base::Result<PlaceRecord> ReachedPlaces::find_any(std::string_view cell) const {
  const std::string text = base::tidy(cell);
  std::vector<const PlaceRecord*> found;
  for (const PlaceRecord& place : places_) {
    if (place.code == text) return place;
    if (place.level <= places::Level::village && named(place, text)) found.push_back(&place);
  }
  return one_of(found, cell);
}

}  // namespace shanzhi::app
