// One line of a board over its last periods, as bars and as figures.
#include <algorithm>

#include "client/screens/desk/board_parts.h"

namespace shanzhi::screens::board_parts {
namespace {

/// Under a bar: "11", "11-16", "Q4", "2026".
std::string short_label(base::Period period, base::CivilDate first) {
  const auto ymd = base::ymd_of(first);
  switch (period) {
    case base::Period::month: return std::to_string(ymd.month);
    case base::Period::quarter: return "Q" + std::to_string((ymd.month + 2) / 3);
    case base::Period::year: return std::to_string(ymd.year);
    case base::Period::day:
    case base::Period::week:
    case base::Period::all: break;
  }
  return base::to_text(first).substr(5);
}

void bars(const Env& env, const api::SubjectHistory& h) {
  const base::Period period = period_of(env);
  std::vector<std::string> labels;
  std::vector<float> values;
  std::size_t best = 0;
  for (std::size_t i = 0; i < h.spans.size(); i++) {
    const auto first = base::parse_date(h.spans[i].first);
    labels.push_back(first ? short_label(period, *first) : std::string{});
    values.push_back(static_cast<float>(h.spans[i].value));
    if (h.spans[i].value > h.spans[best].value) best = i;
  }
  const auto best_first = base::parse_date(h.spans[best].first);
  const std::string best_when =
      best_first ? text::period_span(period, *best_first, env.language()) : labels[best];
  const std::vector<std::string_view> under(labels.begin(), labels.end());
  const std::string words = env.fill(Message::boards_history_words,
                                     {with_unit(env, h.measure, h.spans[best].value), best_when,
                                      with_unit(env, h.measure, h.spans.back().value)});
  ui::bar_chart(
      env.say(Message::boards_history), ui::take(0, 168), values,
      {.labels = under,
       .words = words,
       .highlight = static_cast<int>(h.spans.size()) - 1,
       .number = [&](float v) { return with_unit(env, h.measure, static_cast<std::int64_t>(v)); }});
  ui::space(ui::kGap2);
  ui::paragraph(words, {.size = ui::Size::small, .color = ui::Color::t2});
}

void figures(const Env& env, const api::SubjectHistory& h) {
  for (std::size_t i = h.spans.size(); i-- > 0;) {
    const ui::Scope scope(static_cast<std::int64_t>(i));
    const auto first = base::parse_date(h.spans[i].first);
    const std::string when = first ? text::period_span(period_of(env), *first, env.language())
                                   : std::string(env.word(text::Vocabulary::period, "all"));
    ui::key_value(when, with_unit(env, h.measure, h.spans[i].value));
  }
}

void ways_on(const Env& env, const std::string& open, const api::SubjectHistory* h, Wish& wish) {
  using model::Section;
  const std::string subject = subject_of(env);
  const auto way = [&](Message label, ui::Icon icon, const model::Route& route) {
    if (ui::button(env.say(label), {.icon = icon, .small = true})) wish = Go{route};
    ui::space(ui::kGap2);
  };
  if (is_place(subject))
    way(Message::boards_open_map, ui::Icon::map, env.route.to(Section::map).with("at", open));
  if (h && !h->household.empty() && env.may(false, "households"))
    way(Message::boards_open_archive, ui::Icon::file,
        env.route.to(Section::households).with("open", h->household));
  if (subject == "team" && env.may(false, "people"))
    way(Message::boards_open_members, ui::Icon::team,
        env.route.to(Section::people).with("team", open));
  if (h && env.route.get("mine") != open)
    way(Message::boards_find_line, ui::Icon::pin, env.route.with("mine", open));
}

}  // namespace

void history_panel(const Env& env, const BoardsView& view, ui::Rect r, Wish& wish) {
  const std::string open = env.route.get("open");
  const ui::Group panel(ui::Role::complementary, env.say(Message::boards_history), r);
  const auto& loaded = *view.history;
  std::string name, place;
  if (view.board)
    for (const api::BoardRow& row : view.board->rows)
      if (row.subject == open) name = row.name, place = row.place;
  if (loaded && !loaded->name.empty()) name = loaded->name;
  ui::Rect head = r.cut_top(32, 4);
  {
    const ui::Box corner(head.cut_right(32));
    if (ui::icon_button(ui::Icon::cross, env.say(Message::close)))
      wish = Go{env.route.with("open", "")};
  }
  ui::heading_in(head, 2, name.empty() ? env.say(Message::boards_history) : std::string_view(name),
                 place);
  if (!ui::typing() && ui::key_pressed(ui::Key::escape)) wish = Go{env.route.with("open", "")};
  const ui::Scroll scroll("history", r, 0);
  if (!loaded && loaded.trouble && loaded.trouble->code == "not_found") {
    ui::space(ui::kGap4);
    ui::icon(ui::Icon::lock, {ui::cursor().x, ui::cursor().y + 2}, 16, ui::Color::t3);
    const ui::Rect words = ui::take(0, 64);
    const ui::Box box({words.x + 24, words.y, words.w - 24, words.h});
    ui::paragraph(env.say(Message::boards_history_private), {.color = ui::Color::t2});
    return;
  }
  if (!ready(env, loaded, 6, wish)) return;
  if (loaded->rank > 0)
    ui::text(env.fill(Message::boards_history_rank,
                      {text::count(loaded->rank), text::count(loaded->of)}),
             {.size = ui::Size::small, .color = ui::Color::gold_text});
  ui::space(ui::kGap3);
  if (loaded->spans.size() > 1) bars(env, *loaded);
  ui::space(ui::kGap3);
  ways_on(env, open, &*loaded, wish);
  ui::space(ui::kGap2);
  figures(env, *loaded);
  ui::space(ui::kGap4);
}

}  // namespace shanzhi::screens::board_parts
