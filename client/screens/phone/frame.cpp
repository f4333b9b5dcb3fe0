// Tabs, bar, strips.
#include "client/screens/phone/frame.h"

#include "client/widgets/pull.h"

namespace shanzhi::screens {
namespace {

using model::Section;

struct Tab {
  Section section;
  ui::Icon icon;
  PhoneWord label;
  bool office = false;
};
constexpr Tab kTabs[] = {
    {Section::me, ui::Icon::user, PhoneWord::me_title},
    {Section::me_board, ui::Icon::board, PhoneWord::me_boards_tab},
    {Section::me_rules, ui::Icon::award, PhoneWord::me_rules_tab},
    {Section::me_work, ui::Icon::pencil, PhoneWord::me_work_tab, true},
};

constexpr float kColumn = 440, kWide = 600, kBar = 64;

/// Which tab the page belongs to; in large type there are none, and all pages lie below the first.
Section tab_of(Section section) {
  for (const Tab& tab : kTabs)
    if (tab.section == section && !large_type()) return section;
  return Section::me;
}

void tab_bar(const Env& env, ui::Rect r, const ui::Rect& column, Wish& wish) {
  ui::fill(r, ui::Color::raise);
  ui::hairline_h(r.x, r.y, r.w);
  const ui::Group group(ui::Role::navigation, env.say(Message::rail), r);
  int n = 0, i = 0;
  for (const Tab& tab : kTabs) n += !tab.office || env.may(true, "award-points");
  for (const Tab& tab : kTabs) {
    if (tab.office && !env.may(true, "award-points")) continue;
    const bool on = tab_of(env.route.section) == tab.section;
    const ui::Rect cell = ui::Rect{column.x, r.y, column.w, r.h}.column(i++, n, 0);
    if (on) ui::fill({cell.x + cell.w / 2 - 18, r.y, 36, 3}, ui::Color::jade);
    if (ui::tab_bar_item(cell, tab.icon, env.say(tab.label), on) &&
        env.route.section != tab.section)
      wish = to_page(env, tab.section);
  }
}

void strips(const Env& env, const PhoneFrameView& view, ui::Rect& page, Wish& wish) {
  if (env.offline()) {
    const float height = std::max(44.f, ui::line_height(ui::Size::small) + 8);
    const ui::Box box(page.cut_top(height));
    const std::string at = text::clock({view.in_step_ms > 0 ? view.in_step_ms : env.away_since_ms});
    if (ui::banner(ui::BannerKind::offline, env.fill(Message::offline, {at}),
                   env.say(Message::retry)))
      wish = Retry{};
  } else if (view.waiting > 0) {
    const ui::Box box(page.cut_top(ui::line_height(ui::Size::small) + 8));
    ui::banner(ui::BannerKind::info,
               env.fill(Message::waiting_to_send, {std::to_string(view.waiting)}));
  }
}

}  // namespace

Wish phone_frame(const Env& env, const PhoneFrameView& view, ui::Rect& page) {
  Wish wish;
  page = ui::screen();
  ui::Rect column = page;
  if (page.w >= kWide) column = {(page.w - kColumn) / 2, page.y, kColumn, page.h};
  if (!large_type()) tab_bar(env, page.cut_bottom(kBar), column, wish);
  page.x = column.x, page.w = column.w;
  strips(env, view, page, wish);
  const float pulled = ui::pulled();
  if (pulled > 8) {
    const ui::Rect r{page.x, page.y, page.w, std::min(pulled, 56.f)};
    ui::mute_text_in(
        r, env.say(pulled > ui::kPullEnough ? PhoneWord::me_pull : PhoneWord::me_pull_more),
        {.size = ui::Size::caption, .color = ui::Color::t3, .align = ui::Align::centre});
  }
  if (ui::take_refresh()) {
    ui::announce(env.say(PhoneWord::me_refreshing));
    wish = Retry{};
  }
  if (ui::take_swipe_back() || ui::key_pressed(ui::Key::escape))
    if (tab_of(env.route.section) != env.route.section || !env.route.set.empty())
      wish = Back{env.route.to(tab_of(env.route.section))};
  return wish;
}

ui::Rect page_bar(const Env& env, ui::Rect& page, std::string_view title, Wish& wish) {
  ui::Rect bar = page.cut_top(large_type() ? 72.f : 56.f);
  ui::hairline_h(bar.x, bar.bottom() - 1, bar.w);
  const float side = std::max(44.f, ui::touch_height());
  {
    const ui::Box box({bar.x + 6, bar.y + (bar.h - side) / 2, side, side});
    if (ui::icon_button(ui::Icon::left, env.say(Message::back)))
      wish = Back{env.route.to(tab_of(env.route.section))};
  }
  const ui::TextStyle style{
      .size = ui::Size::h2, .weight = ui::Weight::semibold, .align = ui::Align::centre};
  const ui::Rect middle{bar.x + side + 12, bar.y, bar.w - 2 * side - 24, bar.h - 1};
  const ui::Rect drawn = ui::mute_text_in(middle, title, style);
  ui::add_node(ui::make_id(title), ui::Role::heading, title, drawn, 0, 1);
  return {bar.right() - side - 6, bar.y + (bar.h - side) / 2, side, side};
}

void tab_title(std::string_view title, std::string_view below) {
  ui::space(12);
  ui::heading(1, title);
  if (!below.empty()) ui::text(below, {.size = ui::Size::small, .color = ui::Color::t2});
  ui::space(8);
}

float parts_in(ui::Rect r, std::initializer_list<Part> parts) {
  float x = r.x;
  std::string told;
  for (const Part& part : parts) {
    told += part.words;
    if (r.right() - x > 8)
      x = ui::mute_text_in({x, r.y, r.right() - x, r.h}, part.words, part.style).right();
  }
  ui::add_node(ui::make_id(told), ui::Role::text, told, {r.x, r.y, x - r.x, r.h});
  return x;
}

float figure_in_words(const Env& env, ui::Rect r, PhoneWord pattern, std::string_view value,
                      const ui::TextStyle& style, const ui::TextStyle& words) {
  const std::string_view all = env.say(pattern);
  const std::size_t at = all.find("{1}");
  return parts_in(r, {{all.substr(0, at), words}, {value, style}, {all.substr(at + 3), words}});
}

bool pill_row(std::string_view label, int& index, std::span<const std::string_view> options) {
  constexpr float kBetween = 6;
  const float height = large_type() ? 60.f : 44.f, drawn_h = large_type() ? 52.f : 34.f;
  const float pad = large_type() ? 16.f : 9.f;
  const auto wide = [&](std::string_view words) {
    const ui::TextStyle strong{.size = ui::Size::small, .weight = ui::Weight::semibold};
    return std::max(height, ui::measure(words, strong).x + 2 * pad);
  };
  const float room = ui::content().w;
  float width = 0, x = 0, lines = 1;
  for (const std::string_view each : options) {
    const float w = wide(each);
    if (x > 0 && x + w > room) x = 0, lines++;
    width = std::max(width, x + w);
    x += w + kBetween;
  }
  const ui::Rect r = ui::take(std::min(width, room), lines * height);
  const ui::Scope scope(label);
  const ui::Group group(ui::Role::radio_group, label, r);
  bool changed = false;
  x = r.x;
  float y = r.y;
  for (std::size_t i = 0; i < options.size(); i++) {
    const bool on = index == static_cast<int>(i);
    const float w = wide(options[i]);
    if (x > r.x && x + w > r.x + room) x = r.x, y += height;
    const ui::Rect cell{x, y, w, height};
    const ui::Touch t = ui::press_area(options[i], cell, ui::Role::radio, on ? ui::kChecked : 0u);
    const ui::Rect pill = cell.inset(0, (height - drawn_h) / 2);
    if (on || t.hovered) ui::fill(pill, on ? ui::Color::jade_tint : ui::Color::sunk, pill.h / 2);
    ui::outline(pill, on ? ui::Color::jade : ui::Color::line2, pill.h / 2);
    ui::mute_text_in(pill, options[i],
                     {.size = ui::Size::small,
                      .color = on ? ui::Color::jade : ui::Color::t2,
                      .weight = on ? ui::Weight::semibold : ui::Weight::regular,
                      .align = ui::Align::centre});
    if (t.pressed && !on) index = static_cast<int>(i), changed = true;
    x += w + kBetween;
  }
  return changed;
}

Wish to_page(const Env& env, Section section) {
  return Go{env.route.to(section)};
}

void part_line() {
  ui::space(16);
  ui::hairline();
  ui::space(14);
}

std::string_view points_unit(const Env& env) {
  return env.say(Message::unit_points);
}

PhoneWord level_words(std::string_view level) {
  return level == "grid"      ? PhoneWord::me_grid
         : level == "village" ? PhoneWord::me_village
                              : PhoneWord::me_town;
}

}  // namespace shanzhi::screens
