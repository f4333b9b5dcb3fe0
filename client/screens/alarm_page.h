// Alarms for whoever sits at the desk or holds a phone: raised, worked on step by step, ended; and the
// strip that tells of one on every page.
#pragma once

#include "client/screens/parts.h"
#include "shared/api/alarms.h"

namespace shanzhi::screens {

/// Somebody sent, as typed.
struct ForceTyped {
  std::string name, people, minutes;
};
struct RaiseForm {
  bool open = false;
  std::string place, matter, detail, commander, appeal, steps;
  int severity = static_cast<int>(alarms::Severity::important);
  std::vector<ForceTyped> forces{1};
  model::SubmissionRef sent;
};
struct AlarmForm {
  RaiseForm raise;
  std::string alarm;  ///< id of the one that the rest is about
  std::string note, outcome;
  std::vector<ForceTyped> forces{1};
  model::SubmissionRef sent, ended;
};

/// The page on both faces; `page` is what their frame leaves.
Wish alarm_page(const Env& env, const model::Loaded<api::Alarms>& alarms, AlarmForm& form,
                ui::Rect page);
/// Cuts the strip off the page while an alarm is open; pressed, it leads to the alarm.
Wish alarm_strip(const Env& env, const model::Loaded<api::Alarms>& alarms, ui::Rect& page);
/// The open ones, newest first.
std::vector<const api::AlarmView*> open_alarms(const model::Loaded<api::Alarms>& alarms);

// Its parts.
void raise_dialog(const Env& env, RaiseForm& form, Wish& wish);
/// Lines for who is sent, with one more on demand.
void force_fields(const Env& env, std::vector<ForceTyped>& forces);
std::vector<api::AlarmForcePlan> plans_of(const std::vector<ForceTyped>& forces);

}  // namespace shanzhi::screens
