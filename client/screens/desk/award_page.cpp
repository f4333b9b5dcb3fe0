// The form at the left, as high as its fields; the rules in force at the right, where there is room.
#include "client/screens/desk/award_page.h"

#include <algorithm>

#include "client/screens/desk/rules_page.h"

namespace shanzhi::screens {
namespace {

constexpr float kFormWidth = 440, kBookLeast = 320, kBookMost = 760;

void rule_book(const Env& env, const std::vector<api::RuleRow>& rules, AwardForm& form,
               ui::Rect r) {
  const ui::Group region(ui::Role::region, env.say(Message::rules_title), r);
  ui::heading_in(r.cut_top(24, 4), 2, env.say(Message::rules_title));
  const ui::Scroll scroll("book", r, 0);
  for (const api::RuleRow& rule : rules) {
    if (state_of(rule, rules, env.today) != RuleState::now) continue;
    const bool on = form.rule == rule.code;
    if (rule_line(env, rule, on, on ? ui::kPressed : 0u)) choose_rule(form, rule.code);
  }
}

}  // namespace

Wish award_page(const Env& env, const AwardFormView& view, AwardForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::award_title), page);
  ui::Rect area = page.inset(page_margin(), 16);
  page_head(area, env.say(Message::award_title), env.place_name());
  if (view.rules && view.rules->rules.empty()) {
    const ui::Box box(area);
    if (ui::empty_state(ui::Icon::book, env.say(Message::empty_rules),
                        env.may(true, "import") ? env.say(Message::import_title) : ""))
      wish = Go{env.route.to(model::Section::import)};
    return wish;
  }
  ui::Rect left = area.cut_left(std::min(kFormWidth, area.w), 40);
  left.h = std::min(left.h, form.height > 0 ? form.height : 620.f);
  award_fields(env, view, form, left, wish);
  if (view.rules && area.w >= kBookLeast) {
    ui::hairline_v(area.x - 20, area.y, area.h);
    area.w = std::min(area.w, kBookMost);
    rule_book(env, view.rules->rules, form, area);
  }
  return wish;
}

}  // namespace shanzhi::screens
