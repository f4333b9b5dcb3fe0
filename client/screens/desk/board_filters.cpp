// The address of a board read, and its figures written.
#include "client/screens/desk/board_parts.h"
#include "shared/api/names.h"

namespace shanzhi::screens {
namespace board_parts {

using base::Period;

std::string subject_of(const Env& env) {
  const std::string chosen = env.route.get("subject");
  if (!chosen.empty()) return chosen;
  const api::PlaceRow* row = env.places.find(env.place);
  if (row && row->level == "village") return "grid";
  return row && row->level == "grid" ? "household" : "village";
}

Period period_of(const Env& env) {
  return describe::parse_enum<Period>(env.route.get("period", "month")).value_or(Period::month);
}

base::CivilDate date_of(const Env& env) {
  return base::parse_date(env.route.get("date")).value_or(env.today);
}

base::CivilDate year_before(Period period, base::CivilDate date) {
  constexpr int kWeeksDays = 364;
  if (period == Period::week) return {date.days - kWeeksDays};
  const auto ymd = base::ymd_of(date);
  const int day = ymd.month == 2 && ymd.day == 29 ? 28 : ymd.day;
  return base::civil_from_ymd(ymd.year - 1, ymd.month, day);
}

std::optional<base::CivilDate> against_of(const Env& env) {
  const std::string against = env.route.get("against");
  const Period period = period_of(env);
  if (against.empty() || period == Period::all) return std::nullopt;
  const base::CivilDate before{base::span_of(period, date_of(env)).first.days - 1};
  if (against == "year") return year_before(period, date_of(env));
  return base::parse_date(against).value_or(before);
}

bool is_place(std::string_view subject) {
  return subject == "grid" || subject == "village" || subject == "hub";
}

std::string value_text(const Env& env, std::string_view measure, std::int64_t value) {
  if (measure == "hours") return text::duration(value, env.language());
  return measure == "points" ? text::points(value) : text::count(value);
}

std::string unit_text(const Env& env, std::string_view measure) {
  if (measure == "points") return env.say(Message::unit_points);
  return measure == "services" ? env.say(Message::unit_times) : "";
}

std::string with_unit(const Env& env, std::string_view measure, std::int64_t value) {
  const std::string unit = unit_text(env, measure);
  return value_text(env, measure, value) + (unit.empty() ? "" : " " + unit);
}

}  // namespace board_parts

using namespace board_parts;

model::Parameters board_parameters(const Env& env, const BoardsForm& form) {
  const auto against = against_of(env);
  return {{"place", env.place},
          {"subject", subject_of(env)},
          {"period", env.route.get("period", "month")},
          {"date", env.route.get("date")},
          {"against", against ? base::to_text(*against) : std::string{}},
          {"field", env.route.get("field")},
          {"measure", env.route.get("measure", "points")},
          {"limit", std::to_string(form.limit)},
          {"mine", env.route.get("mine")}};
}

model::Parameters history_parameters(const Env& env) {
  return {{"place", env.place},
          {"subject", subject_of(env)},
          {"mine", env.route.get("open")},
          {"period", env.route.get("period", "month")},
          {"date", env.route.get("date")},
          {"field", env.route.get("field")},
          {"measure", env.route.get("measure", "points")}};
}

std::string board_words(const Env& env) {
  std::string words = text::period_span(period_of(env), date_of(env), env.language());
  if (const auto against = against_of(env))
    words = env.fill(Message::boards_between,
                     {words, text::period_span(period_of(env), *against, env.language())});
  for (const std::string_view part :
       {env.word(text::Vocabulary::subject, subject_of(env)),
        env.word(text::Vocabulary::measure, env.route.get("measure", "points")),
        env.word(text::Vocabulary::service_field, env.route.get("field", "all"))})
    (words += " · ") += part;
  return words;
}

}  // namespace shanzhi::screens
