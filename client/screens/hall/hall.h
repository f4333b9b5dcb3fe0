// The wall: the whole town at eight metres, without a hand. A function of what is known and of what the
// wall remembers between frames.
#pragma once

#include <array>

#include "client/screens/desk/town_map.h"
#include "client/screens/hall/plan.h"
#include "client/screens/hall/replay.h"
#include "client/widgets/wall.h"
#include "shared/api/hall.h"
#include "shared/base/workdays.h"

namespace shanzhi::screens {

/// The boards that take turns.
enum class HallBoard : unsigned char { village, team, household };
inline constexpr int kHallBoards = 3;
/// How long a board stays.
inline constexpr std::int64_t kBoardTurnMs = 12'000;

/// The year's days for the ribbon: minutes and services of each day so far, and what is written there.
struct HallYear {
  int year = 0;
  int today = -1;  ///< index of today; -1: not known
  std::vector<ui::RibbonDay> days;
  std::vector<ui::RibbonMark> terms, peaks;
};

/// A holiday that comes or is, or the last there was, and how the days off of the year were.
struct HallHoliday {
  struct Off {
    base::HolidaySpan span;
    std::int64_t minutes = 0, services = 0, points = 0;  ///< of its days so far
    int days_past = 0;  ///< of it, today included; 0: it is to come
  };
  std::optional<Off> next;            ///< the one that is or comes next; none: no notice names one
  std::optional<Off> last;            ///< the last of that kind; when none comes, the last of all
  std::vector<Off> year;              ///< those of this year that have begun, in their order
  std::int64_t ordinary_minutes = 0;  ///< of a working day of this year
  const api::Deeds* deeds = nullptr;  ///< of the last one's days, or of the present one's
};

struct HallView {
  const model::Loaded<api::Figures>& figures;
  TownMapView map;
  std::array<const model::Loaded<api::Board>*, kHallBoards> boards;
  std::array<std::int64_t, kServiceFields> field_minutes{};
  const std::vector<api::Change>& feed;
  bool feed_whole = false;  ///< the feed reaches back to midnight
  const model::Loaded<api::RulePage>& rules;
  const HallYear& year;
  std::string lunar, term;  ///< 丙午年十月十四, 小雪; empty when not known
  std::string focus;        ///< the place the map looks at; "" the town
  bool months = false;      ///< the scene shows the months in the place of the fields
  int board = -1;           ///< the scene's board; -1: they take turns
  /// What takes the place of map and figures; nullptr each: nothing does.
  const api::Trends* trends = nullptr;
  bool by_village = false;  ///< the trends of the villages, not of the fields
  const HallHoliday* holiday = nullptr;
  /// Of each field, service of last month up to the same day of the month; -1: not known.
  std::array<std::int64_t, kServiceFields> field_minutes_before{};
  const HallReplay* replay = nullptr;  ///< a past day is shown again; nullptr: it is now
  std::int64_t in_step_ms = 0;
};

/// What has just happened, shown beside where it did.
struct HallTag {
  std::string grid, words, amount;
  double since = -1e9;
  double stays_ms = 6000;
};

/// What the wall remembers from frame to frame.
struct HallForm {
  TownMapForm map;
  std::array<ui::Roll, 8> rolls;
  std::vector<HallTag> tags;  ///< the first is shown, the others wait; few
  std::int64_t turn = -1;     ///< number of the turn
  int board_now = 0, board_before = 0;
  double turned_ms = -1e9;
  std::string alarm;  ///< id of the alarm that has the wall
  double alarm_ms = -1e9;
  std::int64_t feed_newest = -1;
  double feed_ms = -1e9;                  ///< when it came
  model::Loaded<api::Measures> replayed;  ///< what colours the map while a day is shown again
  std::int64_t replayed_entries = -1;
};

/// Draws the wall. `page` is the whole frame.
void hall_page(const Env& env, const HallView& view, HallForm& form, ui::Rect page);
/// Dark, with the one sentence that says why and what to do.
void hall_dark(const Env& env, std::string_view sentence, ui::Rect page);

// Its parts.
void hall_header(const Env& env, const HallView& view, HallForm& form, ui::Rect r);
void hall_figures(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan);
void hall_fields(const Env& env, const HallView& view, ui::Rect r);
void hall_months(const Env& env, const HallView& view, ui::Rect r);
void hall_boards(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan);
/// One board alone, without a turn.
void hall_board_of(const Env& env, const HallView& view, ui::Rect r, int which);
void hall_feed(const Env& env, const HallView& view, HallForm& form, ui::Rect r);
/// Mountain lines of the five fields over the months.
void hall_trends(const Env& env, const HallView& view, ui::Rect r);
/// All villages in ranked columns, each with its months.
void hall_villages(const Env& env, const HallView& view, ui::Rect r);
void hall_holiday(const Env& env, const HallView& view, ui::Rect r);
void hall_map(const Env& env, const HallView& view, HallForm& form, const HallPlan& plan);
void hall_ribbon(const Env& env, const HallView& view, ui::Rect r);
/// Of a day that is shown again: its moment in the place of the clock, its figures, fields, villages, feed.
void hall_replay_clock(const Env& env, const HallView& view, HallForm& form, ui::Rect r);
void hall_replay_figures(const Env& env, const HallView& view, HallForm& form,
                         const HallPlan& plan);
void hall_replay_board(const Env& env, const HallView& view, ui::Rect r);
void hall_replay_feed(const Env& env, const HallView& view, HallForm& form, ui::Rect r);
/// Notes what has just happened for the tag plate.
void hall_note(const Env& env, const HallView& view, HallForm& form, const api::Change& change);
/// The map as it was, without what was noted on it.
void hall_forget(HallForm& form);

/// Name of the change's rule, or what it says itself.
std::string hall_deed(const Env& env, const HallView& view, const api::Change& change);
/// Lines of the feed, the newest on top, as many as there is room for.
void hall_feed_lines(const Env& env, const HallView& view, HallForm& form,
                     const std::vector<api::Change>& lines, base::CivilDate today, ui::Rect r);
struct HallItem {
  HallWord label;
  std::string value;
  const char* unit;
  std::string below;
};
/// The hero with the line below it, and four figures beside.
void hall_headline(const Env& env, HallForm& form, const HallPlan& plan, HallWord label,
                   std::string_view value, const std::array<HallItem, 4>& items);
/// Bars of the five fields.
void hall_field_bars(const Env& env, const std::array<std::int64_t, kServiceFields>& minutes,
                     ui::Rect r);
/// "10月1日": a day without its weekday.
std::string short_day(const Env& env, base::CivilDate day);
/// A part's title; what stands beside it begins at the x returned.
float hall_title(ui::Rect r, std::string_view words);
/// Numeral with its unit on one base line; returns the x after it.
float hall_figure(ui::Roll& roll, ui::Vec2 at, std::string_view value, std::string_view unit,
                  ui::Size size, ui::Color color);

}  // namespace shanzhi::screens
