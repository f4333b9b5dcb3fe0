// The descriptions of what a wall asks and is told.
#include "shared/api/hall.h"

#include <limits>

#include "shared/api/limits.h"
#include "shared/api/queries.h"
#include "shared/api/usual_fields.h"

namespace shanzhi {
namespace d = shanzhi::describe;

namespace {

using api::kOptional, api::kRequired, api::place_code;

constexpr std::int64_t kYearMin = 2000;
constexpr std::int64_t kYearMax = 2999;

constexpr d::Field minute_of_day(const char* name, const char* sentence) {
  return {name, sentence, kOptional, 0, hall::kMinutesOfDay, d::Kind::count};
}

}  // namespace

namespace hall {

void fields(describe::Visitor& v, Scene& r) {
  d::visit_choice(v, {"kind", "What it shows.", kRequired}, r.kind);
  v.integer({"seconds", "How long it is shown.", kRequired, kSceneSecondsMin, kSceneSecondsMax,
             d::Kind::count},
            r.seconds);
  v.optional_integer(minute_of_day("from_minute", "Minute of the day from which it may be shown."),
                     r.from_minute);
  v.optional_integer(
      minute_of_day("until_minute", "Minute of the day until which it may be shown."),
      r.until_minute);
  v.text(
      place_code("place", "Code of the place that the map looks at; absent: the whole.", kOptional),
      r.place);
  v.text({"measure", "What colours the map; absent: the usual one of that kind.", kOptional, 0,
          api::kCodeMax},
         r.measure);
}

}  // namespace hall

namespace api {

void fields(describe::Visitor& v, DaysQuery& q) {
  v.text(at_place(), q.place);
  v.optional_integer({"year", "A civil year; this one when absent.", kOptional, kYearMin, kYearMax,
                      d::Kind::count},
                     q.year);
  d::visit_choice(v, {"field", "One service field only; all when absent.", kOptional}, q.field);
}

void fields(describe::Visitor& v, Days& r) {
  v.text(optional("place"), r.place);
  v.text(optional("first"), r.first);
  v.text(optional("today"), r.today);
  v.integer(optional("year"), r.year);
  v.integers(optional("minutes"), r.minutes);
  v.integers(optional("points"), r.points);
  v.integers(optional("services"), r.services);
}

void fields(describe::Visitor& v, DayChangesQuery& q) {
  d::visit_date(v, {"day", "The civil day, YYYY-MM-DD.", kRequired, 10, 10}, q.day);
  v.integer({"after", "Position up to which everything is known; 0 for the whole day.", kOptional,
             0, std::numeric_limits<std::int64_t>::max(), d::Kind::count},
            q.after);
  v.integer({"limit", "Rows of one page.", kOptional, 1, kPageLimitMax, d::Kind::count}, q.limit);
}

void fields(describe::Visitor& v, DayChanges& r) {
  v.text(optional("day"), r.day);
  v.integer(optional("position"), r.position);
  v.boolean(optional("more"), r.more);
  d::visit_list(v, optional("changes"), r.changes);
}

void fields(describe::Visitor& v, Trend& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.integer(optional("households"), r.households);
  v.integers(optional("points"), r.points);
  v.integers(optional("minutes"), r.minutes);
  v.integers(optional("services"), r.services);
}

void fields(describe::Visitor& v, Trends& r) {
  v.text(optional("place"), r.place);
  v.text(optional("today"), r.today);
  v.texts(optional("months"), r.months);
  d::visit_list(v, optional("villages"), r.villages);
  d::visit_list(v, optional("fields"), r.fields);
}

void fields(describe::Visitor& v, DeedsQuery& q) {
  v.text(at_place(), q.place);
  d::visit_date(v, {"since", "The first day, YYYY-MM-DD.", kRequired, 10, 10}, q.since);
  d::visit_date(v, {"until", "The last day, a month later at most.", kRequired, 10, 10}, q.until);
}

void fields(describe::Visitor& v, Deed& r) {
  v.text(optional("rule"), r.rule);
  v.integer(optional("services"), r.services);
  v.integer(optional("minutes"), r.minutes);
  v.integer(optional("points"), r.points);
}

void fields(describe::Visitor& v, Deeds& r) {
  v.text(optional("place"), r.place);
  v.text(optional("since"), r.since);
  v.text(optional("until"), r.until);
  d::visit_list(v, optional("deeds"), r.deeds);
}

void fields(describe::Visitor& v, SaveHallScenes& c) {
  d::visit_id(v, command_id(), c.id);
  v.text(place_code("place", "Code of the place whose wall it is."), c.place);
  d::visit_list(v,
                {"scenes", "The scenes in order; none: the usual ones again.", kOptional, 0,
                 hall::kScenesMax},
                c.scenes);
  v.boolean({"names_hidden", "True: for visitors, no names at all, not even masked.", kOptional},
            c.names_hidden);
}

void fields(describe::Visitor& v, DirectHall& c) {
  d::visit_id(v, command_id(), c.id);
  v.text(place_code("place", "Code of the place whose wall it is."), c.place);
  d::visit_choice(v, {"action", "What the wall is to do.", kRequired}, c.action);
  v.optional_integer({"scene", "Number of the scene to show, from 1.", kOptional, 1,
                      hall::kScenesMax, d::Kind::count},
                     c.scene);
  v.text(place_code("focus", "Code of the place to look at.", kOptional), c.focus);
  d::visit_date(v, {"day", "The day to show again, YYYY-MM-DD.", kOptional, 10, 10}, c.day);
  v.optional_integer({"speed", "Seconds of that day in one second; 600 when absent.", kOptional, 1,
                      hall::kReplaySpeedMax, d::Kind::count},
                     c.speed);
  v.optional_integer({"from_minute", "Minute of the day from which it is shown again.", kOptional,
                      0, hall::kMinutesOfDay - 1, d::Kind::count},
                     c.from_minute);
  v.optional_integer(
      {"hold_minutes", "How long it holds; when absent, 10, and a day shown again to its end.",
       kOptional, 1, hall::kDirectionMinutesMax, d::Kind::minutes},
      c.hold_minutes);
}

void fields(describe::Visitor& v, HallDirection& r) {
  v.text(optional("at"), r.at);
  v.text(optional("until"), r.until);
  v.integer(optional("scene"), r.scene);
  v.text(optional("focus"), r.focus);
  v.text(optional("focus_name"), r.focus_name);
  v.boolean(optional("paused"), r.paused);
  v.text(optional("day"), r.day);
  v.integer(optional("speed"), r.speed);
}

void fields(describe::Visitor& v, HallScenes& r) {
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("now"), r.now);
  v.boolean(optional("arranged"), r.arranged);
  v.boolean(optional("names_hidden"), r.names_hidden);
  v.boolean(optional("directed"), r.directed);
  d::visit_list(v, optional("scenes"), r.scenes);
  d::visit_record(v, optional("direction"), r.direction);
}

}  // namespace api
}  // namespace shanzhi
