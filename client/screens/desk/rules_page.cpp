// Rules by field of service.
#include "client/screens/desk/rules_page.h"

#include <algorithm>

#include "shared/api/names.h"
#include "shared/base/order.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

std::string points_words(const api::RuleRow& r) {
  return (r.direction == "deduct" ? text::kMinus : "+") + text::points(r.points);
}

const char* title_of(const Env& env, const char* field) {
  const char* title = text::field_title(field, env.language());
  return title ? title : field;
}

/// There is nobody above the town, and nobody beside the program.
std::string approver_words(const Env& env, const std::string& approver) {
  const std::string_view who = env.word(text::Vocabulary::approver, approver);
  if (approver == "system" || approver == "town_administrator") return std::string(who);
  return env.fill(Message::rules_approver, {who});
}

std::string validity_words(const Env& env, base::CivilDate from, const std::string& until) {
  std::string words = env.fill(Message::rules_valid_from, {text::full_date(from, env.language())});
  if (const auto end = base::parse_date(until)) {
    words += env.language() == text::Language::chinese ? "，" : ", ";
    words += env.fill(Message::rules_valid_until, {text::full_date(*end, env.language())});
  }
  return words;
}

ui::Color color_of(RuleState state) {
  return state == RuleState::now ? ui::Color::jade : ui::Color::t3;
}
const char* state_words(const Env& env, RuleState state) {
  constexpr Message words[] = {Message::rules_now, Message::rules_coming, Message::rules_past};
  return env.say(words[static_cast<int>(state)]);
}

/// Every version of the rule, newest first, when there is more than the one.
void versions(const Env& env, const api::RuleRow& rule, const std::vector<api::RuleRow>& all) {
  std::vector<const api::RuleRow*> found;
  for (const api::RuleRow& other : all)
    if (other.code == rule.code) found.push_back(&other);
  if (found.size() < 2) return;
  base::put_in_order(found, [](const auto* a, const auto* b) { return a->version > b->version; });
  ui::space(ui::kGap2);
  ui::text(env.say(Message::rules_history), {.size = ui::Size::small, .color = ui::Color::t3});
  const ui::Group list(ui::Role::list, env.say(Message::rules_history));
  for (const api::RuleRow* each : found) {
    const ui::Scope scope(each->version);
    const RuleState state = state_of(*each, all, env.today);
    const std::string name = env.fill(Message::rules_version, {text::count(each->version)}) +
                             " · " + state_words(env, state);
    std::string value = points_words(*each) + " " +
                        std::string(env.word(text::Vocabulary::unit, each->unit)) + " · ";
    value += each->valid_until.empty()
                 ? env.fill(Message::rules_valid_from, {each->valid_from})
                 : env.fill(Message::rules_ended, {each->valid_from, each->valid_until});
    ui::key_value(name, value, {.size = ui::Size::small, .color = color_of(state)});
  }
}

bool narrow(float width) {
  return width < 640;
}

struct RuleWords {
  const std::string &points, &per, &cap;
};

void rule_amount(const Env& env, const api::RuleRow& rule, const RuleWords& words, ui::Rect r) {
  const float unit = narrow(r.w) && env.language() == text::Language::chinese ? 44.f : 60.f;
  ui::mute_text_in({r.right() - unit, r.y, unit, r.h}, words.per,
                   {.size = ui::Size::small, .color = ui::Color::t2});
  ui::mute_text_in({r.right() - unit - 88, r.y, 80, r.h}, words.points,
                   {.size = ui::Size::amount,
                    .color = rule.direction == "deduct" ? ui::Color::t1 : ui::Color::gold_text,
                    .weight = ui::Weight::semibold,
                    .align = ui::Align::right});
}

/// Code, name, field, cap, points: in columns, or in two lines where the page is narrow.
void rule_words(const Env& env, const api::RuleRow& rule, const RuleWords& words, ui::Rect r) {
  const std::string field(env.word(text::Vocabulary::service_field, rule.field));
  const ui::TextStyle quiet{.size = ui::Size::small, .color = ui::Color::t2};
  if (narrow(r.w)) {
    ui::mute_text_in({r.x, r.y + 5, r.w - 120, 22}, rule.name);
    ui::mute_text_in({r.x, r.y + 27, r.w, 20}, rule.code + " · " + field + " · " + words.cap,
                     quiet);
    rule_amount(env, rule, words, {r.x, r.y + 5, r.w, 22});
    return;
  }
  const float rest = r.w - 60;
  ui::mute_text_in({r.x, r.y, 56, r.h}, rule.code, {.color = ui::Color::t3});
  ui::mute_text_in({r.x + 60, r.y, rest * .37f, r.h}, rule.name);
  ui::mute_text_in({r.x + 60 + rest * .38f, r.y, rest * .16f, r.h}, field, quiet);
  ui::mute_text_in({r.x + 60 + rest * .55f, r.y, rest * .28f, r.h}, words.cap, quiet);
  rule_amount(env, rule, words, r);
}

}  // namespace

bool rule_line(const Env& env, const api::RuleRow& rule, bool on, std::uint32_t flags) {
  const ui::Scope scope(rule.code + "/" + std::to_string(rule.version));
  const ui::Rect r = ui::take(0, narrow(ui::content().w) ? 52 : 37);
  const std::string points = points_words(rule), per(env.word(text::Vocabulary::unit, rule.unit));
  const std::string cap =
      rule.cap > 0 ? env.fill(Message::rules_cap,
                              {cap_period_words(env, rule.cap_period), text::points(rule.cap)})
                   : std::string(env.say(Message::rules_no_cap));
  const ui::Touch t =
      ui::press_area(rule.code + " " + rule.name + " " + points + " " + per + " " + cap, r,
                     ui::Role::button, flags);
  if (on || t.hovered) ui::fill(r, on ? ui::Color::sel : ui::Color::sunk);
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
  rule_words(env, rule, {points, per, cap}, r);
  return t.pressed;
}

namespace {

void rule_row(const Env& env, const api::RuleRow& rule, const std::vector<api::RuleRow>& all,
              RulesForm& form, Wish& wish) {
  const bool open = form.open == rule.code;
  if (rule_line(env, rule, open, open ? ui::kExpanded : ui::kCollapsed))
    form.open = open ? "" : rule.code;
  if (!open) return;
  const ui::Scope scope(rule.code + "/" + std::to_string(rule.version));
  ui::space(ui::kGap2);
  const ui::Rect body = ui::content();
  float bottom = body.y;
  {
    const float in = narrow(body.w) ? 0.f : 60.f;
    const ui::Box box({body.x + in, body.y, std::min(520.f, body.w - in), 600});
    ui::key_value(env.say(Message::award_evidence),
                  env.word(text::Vocabulary::evidence, rule.evidence));
    ui::key_value(title_of(env, "bonus_max"),
                  rule.bonus_max > 0
                      ? env.fill(Message::rules_bonus, {text::points(rule.bonus_max)})
                      : std::string(env.say(Message::rules_no_bonus)));
    ui::key_value(title_of(env, "approver"), approver_words(env, rule.approver));
    const auto from = base::parse_date(rule.valid_from);
    if (from)
      ui::key_value(env.fill(Message::rules_version, {text::count(rule.version)}),
                    validity_words(env, *from, rule.valid_until));
    ui::text(env.say(Message::rules_source), {.size = ui::Size::small, .color = ui::Color::t3});
    ui::paragraph(rule.source, {.size = ui::Size::small, .color = ui::Color::t2});
    versions(env, rule, all);
    ui::space(ui::kGap3);
    if (env.may(true, "award-points") &&
        ui::button(env.say(Message::rail_award), {.icon = ui::Icon::award, .small = true}))
      wish = Go{env.route.to(model::Section::award).with("rule", rule.code)};
    bottom = ui::cursor().y + ui::kGap3;
  }
  ui::space(bottom - body.y);
}

/// The chips that narrow the list; their second line, if they need one, is cut from the area.
void filters(const Env& env, const std::vector<api::RuleRow>& all, RulesForm& form,
             ui::Rect& area) {
  const ui::Box box(area);
  ui::set_next_width(compact(ui::screen()) ? 0 : 220);
  ui::text_field(std::string(env.say(Message::table_search)) + "##rules", form.search,
                 {.kind = ui::FieldKind::search,
                  .placeholder = env.say(Message::award_rule_hint),
                  .icon = ui::Icon::search,
                  .max_length = 40,
                  .label_hidden = true,
                  .clearable = true});
  if (compact(ui::screen())) ui::space(ui::kGap2);
  int i = 0;
  for (const char* field : describe::EnumNames<boards::FieldFilter>::values) {
    if (i > 0 || !compact(ui::screen())) ui::same_row();
    if (ui::chip(env.word(text::Vocabulary::service_field, field), {.on = form.field == i}))
      form.field = i;
    i++;
  }
  int counts[3] = {};
  for (const api::RuleRow& rule : all) counts[static_cast<int>(state_of(rule, all, env.today))]++;
  if (counts[1] + counts[2] > 0) {
    ui::space(ui::kGap2);
    const ui::Group group(ui::Role::group, env.say(Message::rules_show));
    for (int state = 0; state < 3; state++) {
      if (state > 0) ui::same_row();
      const ui::Scope scope(state);
      if (ui::chip(state_words(env, static_cast<RuleState>(state)),
                   {.on = form.state == state, .count = counts[state]}))
        form.state = state;
    }
  }
  area.cut_top(std::max(36.f, ui::content().y - area.y), 8);
}

bool wanted(const Env& env, const api::RuleRow& rule, const std::vector<api::RuleRow>& all,
            const RulesForm& form) {
  if (static_cast<int>(state_of(rule, all, env.today)) != form.state) return false;
  const auto field = static_cast<std::size_t>(form.field);
  if (field > 0 && rule.field != describe::EnumNames<boards::FieldFilter>::values[field])
    return false;
  const std::string search = base::lower_ascii(base::tidy(form.search));
  return search.empty() ||
         base::lower_ascii(rule.code + rule.name).find(search) != std::string::npos;
}

}  // namespace

RuleState state_of(const api::RuleRow& rule, const std::vector<api::RuleRow>& all,
                   base::CivilDate today) {
  const std::string day = base::to_text(today);  // dates as texts sort as they fall
  if (rule.valid_from > day) return RuleState::coming;
  if (!rule.valid_until.empty() && rule.valid_until < day) return RuleState::past;
  const bool replaced = std::any_of(all.begin(), all.end(), [&](const api::RuleRow& other) {
    return other.code == rule.code && other.version > rule.version && other.valid_from <= day;
  });
  return replaced ? RuleState::past : RuleState::now;
}

Wish rules_page(const Env& env, const model::Loaded<api::RulePage>& rules, RulesForm& form,
                ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::rules_title), page);
  ui::Rect area = page.inset(page_margin(), 16);
  area.w = std::min(area.w, 1000.f);
  if (const std::string code = env.route.get("open"); !code.empty() && form.opened_by != code)
    form.open = form.opened_by = code;
  static const std::vector<api::RuleRow> none;
  const std::vector<api::RuleRow>& all = rules ? rules->rules : none;
  const auto in_force = std::count_if(all.begin(), all.end(), [&](const api::RuleRow& rule) {
    return state_of(rule, all, env.today) == RuleState::now;
  });
  page_head(area, env.say(Message::rules_title),
            rules ? env.fill(Message::table_total, {text::count(in_force)}) : std::string{});
  filters(env, all, form, area);
  const ui::Scroll scroll("rules", area, 0);
  if (!ready(env, rules, 12, wish)) return wish;
  if (rules->rules.empty()) {
    if (ui::empty_state(ui::Icon::book, env.say(Message::empty_rules),
                        env.may(true, "import") ? env.say(Message::import_title) : ""))
      wish = Go{env.route.to(model::Section::import)};
    return wish;
  }
  int shown = 0;
  for (const int pass : {0, 1}) {
    bool headed = false;
    for (const api::RuleRow& rule : all) {
      if ((rule.direction == "deduct") != (pass == 1) || !wanted(env, rule, all, form)) continue;
      if (!headed) {
        ui::space(ui::kGap3);
        ui::heading(2, env.say(pass == 0 ? Message::rules_add : Message::rules_deduct));
        headed = true;
      }
      rule_row(env, rule, all, form, wish);
      shown++;
    }
  }
  if (shown == 0 && ui::empty_state(ui::Icon::search, env.say(Message::empty_filtered),
                                    env.say(Message::empty_filtered_action)))
    form.search.clear(), form.field = form.state = 0;
  ui::space(ui::kGap6);
  return wish;
}

}  // namespace shanzhi::screens
