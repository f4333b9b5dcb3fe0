// Steps are ticked one after the other; what hangs on the wall carries nobody's numbers.
#include "shared/alarms/alarms.h"

#include "shared/base/utf8.h"

namespace shanzhi::alarms {

using base::Done;
using base::ErrorCode;
using base::Result;

std::vector<Step> usual_steps(bool english) {
  struct Name {
    const char *chinese, *english;
  };
  static constexpr Name kNames[] = {{"接报", "Reported"},
                                    {"派单", "Called out"},
                                    {"出动", "On the way"},
                                    {"正在处置", "At work"},
                                    {"处置完毕", "Settled"}};
  std::vector<Step> steps;
  for (const Name& name : kNames) steps.push_back({english ? name.english : name.chinese, {}, {}});
  return steps;
}

std::int64_t current_step(const Alarm& alarm) {
  for (std::size_t i = 0; i < alarm.steps.size(); ++i)
    if (alarm.steps[i].done_at.unix_ms == 0) return static_cast<std::int64_t>(i) + 1;
  return 0;
}

Result<Done> finish_step(Alarm& alarm, std::int64_t number, base::Instant now) {
  if (alarm.state == State::ended) return {ErrorCode::in_use, "/alarm"};
  const std::int64_t current = current_step(alarm);
  if (current == 0) return {ErrorCode::in_use, "/step"};
  if (number != current) return {ErrorCode::out_of_range, "/step", std::to_string(current)};
  alarm.steps[static_cast<std::size_t>(number) - 1].done_at = now;
  return Done{};
}

Result<Done> end(Alarm& alarm, std::string outcome, base::Instant now) {
  if (alarm.state == State::ended) return {ErrorCode::in_use, "/alarm"};
  alarm.state = State::ended;
  alarm.outcome = std::move(outcome);
  alarm.ended_at = now;
  return Done{};
}

bool told(const Alarm& alarm, base::Instant now) {
  return alarm.state == State::raised || now.unix_ms - alarm.ended_at.unix_ms <= kToldAfterEndMs;
}

void make_public(Alarm& alarm) {
  const auto clean = [](std::string& text) { text = base::mask_numbers(base::tidy(text)); };
  for (std::string* text :
       {&alarm.matter, &alarm.detail, &alarm.commander, &alarm.appeal, &alarm.outcome})
    clean(*text);
  for (Step& step : alarm.steps) clean(step.name), clean(step.note);
  for (Force& force : alarm.forces) clean(force.name);
}

}  // namespace shanzhi::alarms
