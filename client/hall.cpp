// What the wall shows, and how it keeps itself: its token, midnight, a new version.
#include "client/hall.h"

#include <algorithm>
#include <cmath>

#include "client/face.h"
#include "client/screens/hall/direction.h"
#include "client/widgets/ui.h"
#include "shared/base/escape.h"
#include "shared/base/lunar.h"

namespace shanzhi::app {

using model::query_path;
using screens::Env;
using screens::HallBoard;
using screens::HallView;

namespace {

constexpr std::string_view kAddress = "#/hall", kToken = "token=";
/// How often a wall that may show nothing asks again, and how often it looks for a new program.
constexpr std::int64_t kAgainMs = 5 * base::kMsPerMinute, kVersionMs = base::kMsPerHour;
/// Nobody looks at the wall then: it loads itself anew.
constexpr int kQuietFrom = 3, kQuietUntil = 5;

int hour_of_day(std::int64_t now_ms) {
  return static_cast<int>((now_ms + base::kTownOffsetMs) / base::kMsPerHour % 24);
}

/// "start.1a2b3c.js" in the page's text: its name changes with every version.
std::string program_in(std::string_view page) {
  const auto end = page.find(".js\"");
  const auto from = end == std::string_view::npos ? end : page.rfind('"', end);
  return from == std::string_view::npos ? std::string{}
                                        : std::string(page.substr(from + 1, end - from - 1));
}

}  // namespace

Hall::Hall(model::Model& model)
    : model_(model), days_(model.api), trends_(model.api), deeds_(model.api), replayed_(model.api) {
  model_.api.answer_for_wall();
}

bool Hall::addressed(std::string_view hash) {
  return hash == kAddress || hash.substr(0, kAddress.size() + 1) == "#/hall?";
}

void Hall::take_token() {
  const std::string hash = model_.platform.url_hash();
  const auto at = hash.find(kToken);
  if (leaving_ || !addressed(hash) || at == std::string::npos) return;
  const std::string_view rest = std::string_view(hash).substr(at + kToken.size());
  token_ = base::percent_decoded(rest.substr(0, rest.find('&')));
  model_.platform.set_url_hash(kAddress, true);
  model_.api.set_bearer(token_);
  if (model_.me()) model_.close_session();
  model_.open_session();
}

void Hall::fit_window() {
  const ui::Rect page = ui::screen();
  const float now = ui::wall_scale();
  const float scale = screens::hall_scale(page.w * now, page.h * now);
  if (std::abs(scale - now) < 1e-4f) return;
  ui::set_wall_scale(scale);
  ui::animate();
}

/// Whoever opened it, it is looked at by everybody.
Env Hall::env(const model::Settings& settings, const model::Route& route) const {
  Env here = env_of(model_, route, settings);
  here.role = api::Role::display;
  return here;
}

const model::Loaded<api::Board>& Hall::board(const Env& env, HallBoard which) {
  constexpr const char* kSubjects[] = {"village", "team", "household"};
  const bool team = which == HallBoard::team;
  const auto want = [&](const char* period) -> const model::Loaded<api::Board>& {
    return model_.boards.want(query_path("boards", {{"place", env.place},
                                                    {"subject", kSubjects[static_cast<int>(which)]},
                                                    {"measure", team ? "hours" : "points"},
                                                    {"period", period},
                                                    {"limit", "12"}}));
  };
  // In the first days of a month there is little to rank: the year's board then.
  constexpr std::size_t kFew = 5;
  const auto& month = want("month");
  return month && month->rows.size() < kFew ? want("year") : month;
}

HallView Hall::view(const Env& env, const Shown& scene) {
  map_.follow(model_, env.place);
  refresh_year(env);
  const auto& figures = model_.figures.want(query_path("figures", {{"place", env.place}}));
  const auto& measures = model_.measures.want(
      query_path("measures", {{"place", env.place}, {"measure", scene.measure}}));
  const screens::HallReplay* replayed = replay(env);
  if (replayed && measures) colour_replay(*measures);
  HallView v{.figures = figures,
             .map = {.shape = map_.shape(),
                     .outlines_known = map_.settled(),
                     .measures = replayed && form_.replayed ? form_.replayed : measures},
             .boards = {&board(env, HallBoard::village), &board(env, HallBoard::team),
                        &board(env, HallBoard::household)},
             .feed = model_.feed.lines(),
             .rules = model_.rules.want(query_path("rules", {})),
             .year = year_,
             .term = term_of(env.today),
             .focus = scene.focus,
             .months = scene.months,
             .board = scene.board,
             .replay = replayed,
             .in_step_ms = model_.feed.in_step_ms()};
  const auto& lines = model_.feed.lines();
  const auto oldest = lines.empty() ? std::nullopt : base::parse_instant(lines.back().at);
  if (const auto lunar = base::lunar_date(env.today)) v.lunar = base::lunar_text(*lunar);
  for (int i = 0; i < screens::kServiceFields; i++)
    v.field_minutes[static_cast<std::size_t>(i)] = field_minutes(env, i);
  compose(env, scene, v);
  v.feed_whole =
      lines.size() < model::kFeedBackwardInTown || (oldest && base::day_of(*oldest) < env.today);
  return v;
}

void Hall::heed_changes(const Env& env, const HallView& view) {
  if (noted_ < 0) noted_ = model_.me()->position;  // what was before is no news
  noted_ = model_.feed.since(noted_, [&](const api::Change& change) {
    if (change.amount != 0) days_.all_stale(), trends_stale_ = true;
    if (!view.replay) screens::hall_note(env, view, form_, change);
  });
}

void Hall::retry_everything() {
  model_.retry_everything();
  days_.retry_all(), trends_.retry_all(), deeds_.retry_all();
}

/// Another day: whatever is counted by the day is asked for again.
void Hall::midnight(base::CivilDate today) {
  if (today_ == today) return;
  if (today_.days != 0) retry_everything();
  today_ = today;
}

void Hall::draw_dark(const model::Settings& settings) {
  const model::Route route;
  const Env here = env(settings, route);
  const bool refused = model_.signed_out();
  if (refused && again_ms_ == 0) again_ms_ = here.now.unix_ms + kAgainMs;
  const char* why = refused                    ? here.say(text::HallWord::no_token)
                    : model_.session_trouble() ? here.say(text::HallWord::away)
                                               : here.say(screens::Message::starting);
  screens::hall_dark(here, why, ui::screen());
}

bool Hall::draw_alarm(const Env& env, const HallView& view) {
  const auto& all = model_.alarms.want(query_path("alarms", {{"place", env.place}}));
  Env there = env;
  there.now = screens::server_now(env.now, all);
  const api::AlarmView* alarm = all ? screens::alarm_on_wall(*all, there.now) : nullptr;
  if (!alarm) {
    form_.alarm.clear();
    return false;
  }
  if (alarm->state != "ended" && alarm_told_ != alarm->id) {
    alarm_told_ = alarm->id;
    model_.platform.sound_alarm();
    model_.platform.announce(alarm->matter, true);
  }
  const screens::AlarmWall wall{.all = *all, .map = view.map, .in_step_ms = view.in_step_ms};
  screens::hall_alarm(there, wall, form_, *alarm, ui::screen());
  return true;
}

void Hall::draw(const model::Settings& settings) {
  fit_window();
  ui::set_scheme(ui::Scheme::hall);
  ui::set_face(ui::Face::hall);
  const base::CivilDate today = base::day_of({model_.platform.now_ms()});
  if (!model_.me()) return draw_dark(settings);
  again_ms_ = 0;
  midnight(today);
  const model::Route route;
  const Env here = env(settings, route);
  model_.platform.set_title(here.me.town_name + " · " + here.say(screens::Message::hall_title));
  const HallView shown = view(here, scene(here));
  heed_changes(here, shown);
  heed_replay(here, shown);
  if (draw_alarm(here, shown)) return;
  screens::hall_page(here, shown, form_, ui::screen());
}

void Hall::look_for_version() {
  const std::int64_t now = model_.platform.now_ms();
  version_ms_ = now + kVersionMs;
  model_.api.get("/", {}, [this](const platform::HttpReply& reply) {
    if (reply.status != 200) return;
    const std::string program = program_in(reply.body);
    if (!program_.empty() && !program.empty() && program != program_) newer_ = true;
    if (program_.empty()) program_ = program;
  });
}

bool Hall::work() {
  const std::int64_t now = model_.platform.now_ms();
  if (again_ms_ != 0 && now >= again_ms_) {
    again_ms_ = 0;
    model_.open_session();
  }
  if (again_ms_ != 0) model_.platform.wake_in(again_ms_ - now);
  if (now >= version_ms_) look_for_version();
  model_.platform.wake_in(version_ms_ - now);
  const int hour = hour_of_day(now);
  if (!newer_ || leaving_ || hour < kQuietFrom || hour >= kQuietUntil) return false;
  leaving_ = true;
  // The page forgets; only its address comes along, and has to stay until the new version is there.
  if (!token_.empty())
    model_.platform.set_url_hash(
        std::string(kAddress) + "?" + std::string(kToken) + base::percent_encoded(token_), true);
  model_.platform.reload();
  return false;
}

}  // namespace shanzhi::app
