// The pages of the day, and sums over what had happened by then.
#include "client/replayed_day.h"

#include <algorithm>

namespace shanzhi::app {
namespace {

constexpr int kPagesMost = 24;
constexpr std::size_t kFeedLines = 12;

/// Number of the field of service; -1: the rule is not known or serves none.
int field_of(const api::RulePage* rules, const std::string& code) {
  if (!rules) return -1;
  for (const api::RuleRow& rule : rules->rules) {
    if (rule.code != code) continue;
    const auto& all = screens::kFieldNames;
    const auto at = std::find(all.begin(), all.end(), rule.field);
    if (at != all.end()) return static_cast<int>(at - all.begin());
  }
  return -1;
}

}  // namespace

void ReplayedDay::Names::add(const std::string& name) {
  const auto known = std::find(names.begin(), names.end(), name);
  of.push_back(static_cast<std::size_t>(known - names.begin()));
  if (known == names.end()) names.push_back(name);
}

std::vector<screens::HallReplay::Place> ReplayedDay::Names::as_places() const {
  std::vector<screens::HallReplay::Place> places;
  for (const std::string& name : names) places.push_back({name, 0});
  return places;
}

void ReplayedDay::forget() {
  changes_.clear(), times_.clear();
  villages_ = grids_ = rules_ = {};
  pages_.clear();
  day_ = {};
  after_ = 0, pages_read_ = 0;
  whole_ = cut_ = false;
  noted_ = {};
}

void ReplayedDay::take_page(const api::DayChanges& page) {
  for (const api::Change& change : page.changes) {
    const auto at = base::parse_instant(change.at);
    if (!at || change.amount == 0) continue;
    villages_.add(change.place_name);
    grids_.add(change.grid);
    rules_.add(change.rule);
    times_.push_back(*at);
    changes_.push_back(change);
  }
  after_ = page.position;
  pages_read_++;
  cut_ = page.more && pages_read_ == kPagesMost;
  whole_ = !page.more || cut_;
}

void ReplayedDay::follow(base::CivilDate day) {
  if (day != day_) forget(), day_ = day;
  if (whole_) return;
  const auto& page = pages_.want(
      model::query_path("day-changes", {{"day", base::to_text(day)},
                                        {"after", after_ == 0 ? "" : std::to_string(after_)},
                                        {"limit", "1000"}}));
  if (page) take_page(*page);
}

screens::HallReplay ReplayedDay::until(base::Instant shown, const api::RulePage* rules) const {
  screens::HallReplay out;
  out.day = day_, out.shown = shown;
  out.known = whole_, out.cut = cut_;
  out.villages = villages_.as_places(), out.grids = grids_.as_places();
  out.grids_whole_day.resize(out.grids.size());
  std::vector<int> fields;
  for (const std::string& rule : rules_.names) fields.push_back(field_of(rules, rule));
  for (std::size_t i = 0; i < changes_.size(); i++) {
    const api::Change& c = changes_[i];
    const bool spent = c.what == "points_verified", taken = c.what == "transfer_reversed";
    if (!spent) {
      out.points_whole_day += c.amount, out.grids_whole_day[grids_.of[i]] += c.amount;
      out.minutes_whole_day += c.minutes, out.services_whole_day += taken ? -1 : 1;
    }
    if (times_[i] > shown) continue;
    out.entries++;
    if (spent) {
      out.spent -= c.amount, out.orders++;
      continue;
    }
    out.points += c.amount, out.minutes += c.minutes, out.services += taken ? -1 : 1;
    out.villages[villages_.of[i]].points += c.amount;
    out.grids[grids_.of[i]].points += c.amount;
    if (const int field = fields[rules_.of[i]]; field >= 0)
      out.field_minutes[static_cast<std::size_t>(field)] += c.minutes;
  }
  for (std::size_t i = changes_.size(); i-- > 0 && out.feed.size() < kFeedLines;)
    if (times_[i] <= shown) out.feed.push_back(changes_[i]);
  std::erase_if(out.villages, [](const auto& v) { return v.name.empty() || v.points <= 0; });
  std::stable_sort(out.villages.begin(), out.villages.end(),
                   [](const auto& a, const auto& b) { return a.points > b.points; });
  return out;
}

}  // namespace shanzhi::app
