// Search, date and clock, account; and the lists of keys and of what waits to be sent.
#include "client/screens/desk/shell_parts.h"

namespace shanzhi::screens {
namespace {

using model::Section;

ui::Icon icon_of(std::string_view kind) {
  if (kind == "place") return ui::Icon::pin;
  if (kind == "household") return ui::Icon::file;
  if (kind == "team") return ui::Icon::team;
  return kind == "merchant" ? ui::Icon::shop : ui::Icon::user;
}

model::Route route_of(const Env& env, const api::SearchHit& hit) {
  if (hit.kind == "place") return env.route.with("place", hit.id);
  if (hit.kind == "household") return env.route.to(Section::households).with("open", hit.id);
  if (hit.kind == "person") return env.route.to(Section::people).with("open", hit.id);
  if (hit.kind == "team") return env.route.to(Section::teams).with("search", hit.name);
  return env.route.to(Section::merchants).with("search", hit.name);
}

constexpr float kHit = 52, kSaid = 40, kHitsMost = 468;

/// Of the list under the search field; it stands below, so it may grow as answers come.
float hits_height(const ShellView& view) {
  if (view.found.failed()) return 2 * kSaid;
  if (!view.found || view.found->hits.empty()) return kSaid;
  return std::min(kHitsMost, kHit * static_cast<float>(view.found->hits.size()));
}

void found_nothing(const Env& env, const ShellView& view, const ShellForm& form, Wish& wish) {
  const ui::Box box(ui::take(0, hits_height(view)).inset(10, 8));
  const ui::TextStyle quiet{.color = ui::Color::t2};
  if (view.found) {
    ui::text(env.fill(Message::search_none, {form.search}), quiet);
  } else if (!view.found.failed()) {
    ui::text(env.say(Message::loading), quiet);
  } else {
    const model::Trouble& why = *view.found.trouble;
    ui::text(why.status == 0 ? env.say(Message::offline_no_data) : std::string_view(why.words),
             quiet);
    ui::space(ui::kGap2);
    if (ui::button(env.say(Message::retry), {.small = true})) wish = Retry{};
  }
}

void hits(const Env& env, const ShellView& view, ShellForm& form, Wish& wish) {
  if (!view.found || view.found->hits.empty()) {
    found_nothing(env, view, form, wish);
    return;
  }
  const ui::Group list(ui::Role::group, env.say(Message::search_results));
  int i = 0;
  for (const api::SearchHit& hit : view.found->hits) {
    const ui::Scope scope(i++);
    std::string detail(env.word(text::Vocabulary::search_kind, hit.kind));
    if (!hit.where.empty()) detail += " · " + hit.where;
    if (!ui::list_row(
            "hit",
            {.icon = icon_of(hit.kind), .title = hit.name, .detail = detail, .chevron = false}))
      continue;
    wish = Go{route_of(env, hit)};
    form.found_open = false;
    form.search.clear();
  }
}

constexpr float kIconOnly = 40;

void account(const Env& env, ShellForm& form, ui::Rect r, Wish& wish) {
  const ui::Touch t = ui::press_area(env.me.name, r, ui::Role::button, ui::kHasPopup);
  ui::icon(ui::Icon::user, {r.x, r.y + (r.h - 18) / 2}, 18,
           t.hovered ? ui::Color::jade : ui::Color::t2);
  if (r.w > kIconOnly)
    ui::mute_text_in({r.x + 24, r.y, r.w - 24, r.h}, env.me.name,
                     {.color = t.hovered ? ui::Color::jade : ui::Color::t1});
  if (t.pressed) form.account_open = !form.account_open;
  const std::string role =
      env.fill(Message::settings_role_at,
               {env.word(text::Vocabulary::role, env.me.role), env.me.place_name});
  const ui::MenuItem items[] = {
      {.label = role, .icon = ui::Icon::info, .enabled = false},
      {.label = env.say(Message::rail_settings), .icon = ui::Icon::gear, .line_above = true},
      {.label = env.say(Message::keys_title), .icon = ui::Icon::info},
      {.label = env.say(Message::sign_out), .icon = ui::Icon::lock, .line_above = true}};
  switch (ui::menu(env.say(Message::user_menu), form.account_open, r, items)) {
    case 1: wish = Go{env.route.to(Section::settings)}; break;
    case 2: form.keys_open = true; break;
    case 3:
      form.signing_out = std::make_shared<model::Submission>();
      wish = Submit{api::SignOut{}, form.signing_out, {}};
      break;
    default: break;
  }
}

}  // namespace

void search_box(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, Wish& wish) {
  const ui::Box box(r);
  const ui::Group group(ui::Role::search, env.say(Message::search), r);
  const std::string label = std::string(env.say(Message::search)) + "##top";
  const ui::FieldEvent e = ui::text_field(label, form.search,
                                          {.kind = ui::FieldKind::search,
                                           .placeholder = env.say(Message::search_hint),
                                           .icon = ui::Icon::search,
                                           .max_length = 64,
                                           .label_hidden = true,
                                           .clearable = true});
  if (std::exchange(form.focus_search, false)) ui::focus_field(label);
  if (e.changed || e.focused) form.found_open = !form.search.empty();
  if (e.escaped) form.found_open = false;
  if (e.entered && view.found && !view.found->hits.empty()) {
    wish = Go{route_of(env, view.found->hits.front())};
    form.found_open = false;
    form.search.clear();
  }
  if (form.search.empty()) form.found_open = false;
  if (auto popup = ui::Popup("found", form.found_open, r, std::max(r.w, 380.f), hits_height(view));
      popup)
    hits(env, view, form, wish);
}

namespace {

/// In a hand: places and account beside the menu, the search below them.
void two_lines(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, Wish& wish) {
  ui::Rect line{r.x + 52, r.y + 10, r.w - 52 - 12, 32};
  account(env, form, line.cut_right(24, 16), wish);
  place_switcher(env, form, line, wish);
  if (env.may(false, "search"))
    search_box(env, view, form, {r.x + 16, r.y + 50, r.w - 32, 32}, wish);
}

}  // namespace

void top_bar(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, Wish& wish) {
  const ui::Group banner(ui::Role::banner, env.say(Message::desk), r);
  if (compact(ui::screen())) return two_lines(env, view, form, r, wish);
  ui::Rect line = r.inset(24, 10);
  const float name_w = std::min(180.f, ui::measure(env.me.name).x + 26);
  account(env, form, line.cut_right(name_w, 20), wish);
  const std::string at = text::clock(env.now), date = text::day(env.today, env.language());
  const float clock_w = ui::measure(at, {.weight = ui::Weight::semibold}).x + 2;
  ui::text_in(line.cut_right(clock_w, 8), at, {.weight = ui::Weight::semibold});
  ui::text_in(line.cut_right(ui::measure(date).x + 2, 24), date, {.color = ui::Color::t2});
  const float used =
      place_switcher(env, form, {line.x, line.y, std::min(340.f, line.w * .5f), line.h}, wish);
  line.cut_left(used, 16);
  if (env.may(false, "search"))
    search_box(env, view, form, {line.x, line.y, std::min(320.f, line.w), line.h}, wish);
}

void keys_dialog(const Env& env, ShellForm& form) {
  ui::Dialog dialog(env.say(Message::keys_title), form.keys_open, 420);
  if (!dialog) return;
  constexpr std::pair<const char*, Message> kKeys[] = {
      {"/", Message::keys_search},   {"?", Message::keys_help},
      {"Esc", Message::keys_back},   {"↑ ↓", Message::keys_move},
      {"Enter", Message::keys_open}, {"M", Message::keys_map},
      {"A", Message::keys_award},    {"Ctrl A", Message::keys_select_all},
      {"Ctrl C", Message::keys_copy}};
  for (const auto& [key, what] : kKeys)
    ui::key_value(env.say(what), key, {.weight = ui::Weight::semibold});
}

void outbox_dialog(const Env& env, const ShellView& view, ShellForm& form, Wish& wish) {
  ui::Dialog dialog(env.say(Message::outbox), form.outbox_open, 480);
  if (!dialog) return;
  if (view.waiting.empty()) ui::paragraph(env.say(Message::outbox_empty), {.color = ui::Color::t2});
  for (const model::Parcel* parcel : view.waiting) {
    const ui::Scope scope(parcel->key);
    ui::text(parcel->title);
    ui::same_row();
    ui::text(text::when({parcel->made_ms}, env.now, env.language()), {.color = ui::Color::t3});
    ui::same_row();
    if (ui::button(env.say(Message::outbox_discard), {.look = ui::Look::quiet, .small = true}))
      wish = Discard{parcel->key};
  }
}

}  // namespace shanzhi::screens
