// The wall: opened by a token in its address, drawn from what is known, without anybody's hand for months.
#pragma once

#include <string>

#include "client/known_map.h"
#include "client/replayed_day.h"
#include "client/screens/hall/alarm.h"
#include "shared/api/hall.h"

namespace shanzhi::app {

/// The solar term that the day is in; "" for a year not covered.
std::string term_of(base::CivilDate day);

class Hall {
 public:
  explicit Hall(model::Model& model);

  /// "#/hall", with or without a token.
  static bool addressed(std::string_view hash);
  /// Takes the token out of the address and into memory; begins a session with it. Call before anything is
  /// asked of the server.
  void take_token();
  void draw(const model::Settings& settings);
  /// What is due between frames: a new version of the program. True when a frame should be drawn.
  bool work();
  /// As large as this window is; from the next frame.
  static void fit_window();

 private:
  /// What the present scene asks for.
  struct Shown {
    hall::SceneKind kind = hall::SceneKind::overview;
    std::string measure, focus;
    bool months = false;
    int board = -1;
  };
  Shown scene(const screens::Env& env);
  /// What a scene with a composition of its own needs; without it, the scene is the map's.
  void compose(const screens::Env& env, const Shown& scene, screens::HallView& view);
  bool refresh_holiday(const screens::Env& env);
  void sum_days(const screens::Env& env, screens::HallHoliday::Off& off);
  /// Service in that field in last month up to the day of the month that today is; -1: not known.
  std::int64_t field_minutes_before(const screens::Env& env, int field);
  /// The day that is to be shown again, as far as it has come; nullptr: none is.
  const screens::HallReplay* replay(const screens::Env& env);
  void heed_replay(const screens::Env& env, const screens::HallView& view);
  void colour_replay(const api::Measures& now);
  static Shown shown_of(const hall::Scene& scene);
  bool draw_alarm(const screens::Env& env, const screens::HallView& view);
  void draw_dark(const model::Settings& settings);
  screens::Env env(const model::Settings& settings, const model::Route& route) const;
  screens::HallView view(const screens::Env& env, const Shown& scene);
  const model::Loaded<api::Board>& board(const screens::Env& env, screens::HallBoard which);
  /// Service in that field since the month began.
  std::int64_t field_minutes(const screens::Env& env, int field);
  void refresh_year(const screens::Env& env);
  void heed_changes(const screens::Env& env, const screens::HallView& view);
  void midnight(base::CivilDate today);
  void retry_everything();
  void look_for_version();

  model::Model& model_;
  model::Shelf<api::Days> days_;
  model::Shelf<api::Trends> trends_;
  model::Shelf<api::Deeds> deeds_;
  screens::HallHoliday holiday_;
  screens::HallForm form_;
  screens::HallYear year_;
  std::uint32_t year_revision_ = 0;
  ReplayedDay replayed_;
  screens::HallReplay replay_;
  bool replaying_ = false;
  std::int64_t coloured_ms_ = 0, trends_ms_ = 0;
  bool trends_stale_ = false;  ///< something was given since they were asked for
  KnownMap map_;
  std::string token_;
  std::string program_;   ///< name of the script that the page was loaded with
  bool newer_ = false;    ///< the server has another program than this
  bool leaving_ = false;  ///< for that one
  std::int64_t version_ms_ = 0, again_ms_ = 0, noted_ = -1;
  std::int64_t clock_s_ = 0;  ///< what the scenes go by; stands still while a presenter pauses
  std::string alarm_told_;    ///< id of the alarm that was sounded
  base::CivilDate today_;
};

}  // namespace shanzhi::app
