// The wall over the wire: the year day by day, the scenes that take turns, the presenter's direction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/names.h"
#include "shared/api/views.h"
#include "shared/hall/hall.h"

namespace shanzhi::api {

/// GET /api/v1/days?place=&year=&field= : one number a civil day from 1 January; days to come are absent.
struct DaysQuery {
  std::string place;
  std::optional<std::int64_t> year;  ///< none: this one
  boards::FieldFilter field = boards::FieldFilter::all;
};
struct Days {
  std::string place, first, today;  ///< first: 1 January of the year
  std::int64_t year = 0;
  std::vector<std::int64_t> minutes, points,
      services;  ///< points in centipoints, reversals taken off
};

/// GET /api/v1/day-changes?day=&after= : what happened on a day, in the order of its time, as `changes`
/// tells it; points only.
struct DayChangesQuery {
  std::optional<base::CivilDate> day;
  std::int64_t after = 0;  ///< position of the last one known; 0: from the day's beginning
  std::int64_t limit = 500;
};
struct DayChanges {
  std::string day;
  std::int64_t position = 0;  ///< to go on after
  bool more = false;
  std::vector<Change> changes;
};

/// GET /api/v1/trends?place= : the last twelve months, village by village and field by field.
struct Trend {
  std::string code, name;  ///< of the village; code of the field
  std::int64_t households = 0;
  std::vector<std::int64_t> points, minutes, services;  ///< one a month, oldest first
};
struct Trends {
  std::string place, today;
  std::vector<std::string> months;  ///< "2026-11"
  std::vector<Trend> villages, fields;
};

/// GET /api/v1/deeds?place=&since=&until= : what was done in those days, rule by rule, most often first.
struct DeedsQuery {
  std::string place;
  std::optional<base::CivilDate> since, until;  ///< both included
};
struct Deed {
  std::string rule;
  std::int64_t services = 0, minutes = 0, points = 0;
};
struct Deeds {
  std::string place, since, until;
  std::vector<Deed> deeds;
};
inline constexpr std::int64_t kDeedDaysMax = 31;

/// Replaces the scenes of a place's wall.
struct SaveHallScenes {
  base::CommandId id;
  std::string place;
  std::vector<hall::Scene> scenes;  ///< none: the usual ones again
  bool names_hidden = false;        ///< 志愿者 instead of masked names, for visitors
};
/// From the presenter's phone; see hall::Action.
struct DirectHall {
  base::CommandId id;
  std::string place;
  hall::Action action = hall::Action::stop;
  std::optional<std::int64_t> scene, speed, hold_minutes;
  std::optional<std::int64_t> from_minute;  ///< of the day replayed
  std::string focus;
  std::optional<base::CivilDate> day;
};

/// What is in force; the wall drops it by itself when `until` has passed. See hall::Direction.
struct HallDirection {
  std::string at, until;
  std::int64_t scene = 0;  ///< from 1; 0: scenes take turns
  std::string focus, focus_name;
  bool paused = false;
  std::string day;
  std::int64_t speed = 0;
};
/// GET /api/v1/hall-scenes?place=
struct HallScenes {
  std::string place, place_name;
  std::string now;        ///< the server's
  bool arranged = false;  ///< false: nobody has, these are the usual ones
  bool names_hidden = false;
  bool directed = false;  ///< `direction` holds something
  std::vector<hall::Scene> scenes;
  HallDirection direction;
};

void fields(describe::Visitor& v, DaysQuery& q);
void fields(describe::Visitor& v, Days& r);
void fields(describe::Visitor& v, DayChangesQuery& q);
void fields(describe::Visitor& v, DayChanges& r);
void fields(describe::Visitor& v, Trend& r);
void fields(describe::Visitor& v, Trends& r);
void fields(describe::Visitor& v, DeedsQuery& q);
void fields(describe::Visitor& v, Deed& r);
void fields(describe::Visitor& v, Deeds& r);
void fields(describe::Visitor& v, SaveHallScenes& c);
void fields(describe::Visitor& v, DirectHall& c);
void fields(describe::Visitor& v, HallDirection& r);
void fields(describe::Visitor& v, HallScenes& r);

}  // namespace shanzhi::api

namespace shanzhi::hall {

void fields(describe::Visitor& v, Scene& r);

}  // namespace shanzhi::hall

namespace shanzhi::describe {

template <>
struct EnumNames<hall::SceneKind> {
  static constexpr std::array values{"overview", "points", "hours", "households", "teams",
                                     "villages", "fields", "year",  "holiday"};
};
template <>
struct EnumNames<hall::Action> {
  static constexpr std::array values{"scene",  "focus", "pause",      "go_on",
                                     "replay", "stop",  "hide_names", "show_names"};
};

}  // namespace shanzhi::describe
