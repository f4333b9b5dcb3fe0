// The common parts of screens.
#include "client/screens/parts.h"

#include "shared/describe/json.h"

namespace shanzhi::screens {

ui::Rect page_head(ui::Rect& page, std::string_view title, std::string_view aside) {
  ui::Rect line = page.cut_top(32, ui::kGap3);
  if (compact(ui::screen())) aside = {};
  ui::heading_in(line, 1, title, aside);
  const float used = ui::measure(title, {.size = ui::Size::h1}).x +
                     (aside.empty() ? 0 : ui::measure(aside).x + 12) + 24;
  line.cut_left(std::min(used, line.w));
  return line;
}

bool ready(const Env& env, bool has_value, bool loading, const std::optional<model::Trouble>& why,
           int rows, Wish& wish) {
  if (has_value) return true;
  if (loading || !why) {
    ui::loading_rows(env.say(Message::loading), rows);
    return false;
  }
  const std::string_view words =
      why->status == 0 ? env.say(Message::offline_no_data) : std::string_view(why->words);
  ui::space(ui::kGap6);
  if (ui::error_state(words, env.say(Message::retry))) wish = Retry{};
  return false;
}

ChangeWords change_words(const Env& env, std::int64_t now, std::int64_t before) {
  if (before == 0) return {now == 0 ? "" : env.say(Message::change_new), ui::Trend::none};
  if (now == before) return {env.say(Message::change_none), ui::Trend::none};
  const std::string percent = text::change_percent(now, before);
  const bool chinese = env.language() == text::Language::chinese;
  const std::string against = env.say(Message::against_last_month);
  return {chinese ? against + " " + percent : percent + " " + against,
          now > before ? ui::Trend::up : ui::Trend::down};
}

std::vector<float> as_floats(std::span<const std::int64_t> values, float divisor) {
  std::vector<float> out;
  for (const std::int64_t v : values) out.push_back(static_cast<float>(v) / divisor);
  return out;
}

std::string place_path(const Env& env, std::string_view code) {
  std::string out;
  for (const api::PlaceRow* row : env.places.path(code)) {
    if (!out.empty()) out += env.say(Message::place_path_separator);
    out += row->name;
  }
  return out;
}

std::string grid_words(const std::string& village, const std::string& grid) {
  if (village.empty() || grid.compare(0, village.size(), village) == 0) return grid;
  return village + " " + grid;
}

std::string per_household(std::int64_t centipoints) {
  const std::int64_t tenths = (centipoints + 5) / 10;
  return text::count(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string_view cap_period_words(const Env& env, std::string_view period) {
  if (period == "day") return env.say(Message::per_day);
  if (period == "week") return env.say(Message::per_week);
  if (period == "all") return env.say(Message::map_all_time);
  return env.word(text::Vocabulary::unit, period);
}

void submission_trouble(const Env& env, const model::SubmissionRef& into) {
  if (!into || into->state != model::SendState::failed || !into->trouble) return;
  const std::string& number = into->trouble->number;
  const float words =
      ui::paragraph_height(into->trouble->words, ui::content().w - 24, {.size = ui::Size::small});
  const float below = number.empty() ? 0 : ui::line_height(ui::Size::caption);
  const ui::Rect r = ui::take(0, words + below);
  ui::icon(ui::Icon::warn, {r.x, r.y + 2}, 16, ui::Color::cin);
  const ui::Box box({r.x + 24, r.y, r.w - 24, r.h});
  ui::paragraph(into->trouble->words, {.size = ui::Size::small, .color = ui::Color::cin});
  if (!number.empty())
    ui::text(env.fill(Message::error_request_number, {number}),
             {.size = ui::Size::caption, .color = ui::Color::t3});
}

void take_secret(model::SubmissionRef& from, std::string& secret) {
  if (!from || from->state != model::SendState::done) return;
  if (const auto saved = describe::from_answer<api::Saved>(from->answer)) secret = saved->secret;
  from.reset();
}

bool take_finished(model::SubmissionRef& into, model::SendState* how) {
  if (!into) return false;
  const model::SendState state = into->state;
  if (state != model::SendState::done && state != model::SendState::kept) return false;
  if (how) *how = state;
  into.reset();
  return true;
}

ui::Rect right_of(ui::Rect line, std::initializer_list<std::string_view> labels) {
  float width = 0;
  for (const std::string_view label : labels) width += ui::measure(label).x + 56;
  return {line.right() - width, line.y, width, line.h};
}

}  // namespace shanzhi::screens
