// Rules by field of service; those that take points away come last.
#include "client/screens/phone/rules.h"

#include "shared/api/names.h"

namespace shanzhi::screens {
namespace {

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};

void rule_row(const Env& env, const api::RuleRow& rule) {
  const float body = ui::line_height(ui::Size::body);
  const bool minus = rule.direction == "deduct";
  const std::string points = (minus ? text::kMinus : "+") + text::points(rule.points);
  const std::string words = rule_in_words(env, rule);
  std::string proof;
  if (!rule.evidence.empty())
    proof =
        env.fill(PhoneWord::me_rule_proof, {env.word(text::Vocabulary::evidence, rule.evidence)});
  if (!proof.empty()) proof += "，";
  proof += env.fill(PhoneWord::me_rule_who, {env.word(text::Vocabulary::approver, rule.approver)});
  const float width = ui::content().w, room = width - 72;
  const float height =
      ui::paragraph_height(words, room, kSmall) + ui::paragraph_height(proof, width, kSmall);
  const ui::Rect r = ui::take(0, 12 + body + height + 12);
  if (!ui::visible(r)) return;
  const ui::Group item(ui::Role::list_item, rule.name + "，" + points + "，" + words + "，" + proof,
                       r);
  ui::push_silent();
  const ui::Rect number = ui::mute_text_in({r.x, r.y + 12, r.w, body}, points,
                                           {.size = ui::Size::amount,
                                            .color = minus ? ui::Color::t1 : ui::Color::gold_text,
                                            .weight = ui::Weight::semibold,
                                            .align = ui::Align::right});
  ui::mute_text_in({r.x, r.y + 12, number.x - r.x - 10, body}, rule.name,
                   {.weight = ui::Weight::semibold});
  {
    const ui::Box box({r.x, r.y + 12 + body, r.w, height});
    ui::set_next_width(room);
    ui::paragraph(words, kSmall);
    ui::paragraph(proof, {.size = ui::Size::small, .color = ui::Color::t3});
  }
  ui::pop_silent();
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
}

bool belongs(const Env& env, const api::RuleRow& rule, std::string_view field, bool minus) {
  const bool takes = rule.direction == "deduct";
  return takes == minus && (minus || rule.field == field) &&
         rule.valid_from <= base::to_text(env.today);
}

void group(const Env& env, const std::vector<api::RuleRow>& rules, const char* field, bool minus) {
  std::vector<const api::RuleRow*> found;
  for (const api::RuleRow& rule : rules)
    if (belongs(env, rule, field, minus)) found.push_back(&rule);
  if (found.empty()) return;
  const std::string_view title =
      minus ? env.say(PhoneWord::me_rules_minus) : env.word(text::Vocabulary::service_field, field);
  ui::space(16);
  ui::heading(2, title);
  const ui::Group list(ui::Role::list, title);
  for (const api::RuleRow* rule : found) {
    const ui::Scope scope(rule->code);
    rule_row(env, *rule);
  }
}

}  // namespace

std::string rule_in_words(const Env& env, const api::RuleRow& rule) {
  std::string_view unit = env.word(text::Vocabulary::unit, rule.unit);
  if (constexpr std::string_view each = "每"; unit.substr(0, each.size()) == each)
    unit.remove_prefix(each.size());  // the sentence has it
  const std::string points = text::points(rule.points);
  std::string words = rule.unit == "hour" ? env.fill(PhoneWord::me_rule_hour, {points})
                                          : env.fill(PhoneWord::me_rule_each, {unit, points});
  if (rule.cap > 0)
    words += (env.language() == text::Language::chinese ? "，" : ", ") +
             env.fill(PhoneWord::me_rule_cap,
                      {cap_period_words(env, rule.cap_period), text::points(rule.cap)});
  return words;
}

Wish my_rules(const Env& env, const model::Loaded<api::RulePage>& rules, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_rules_title), page);
  if (large_type()) page_bar(env, page, env.say(PhoneWord::me_rules_title), wish);
  const ui::Scroll scroll("rules", page, kPageSide);
  if (!large_type()) tab_title(env.say(PhoneWord::me_rules_title));
  if (!ready(env, rules, 8, wish)) return wish;
  if (rules->rules.empty()) ui::empty_state(ui::Icon::book, env.say(Message::empty_rules));
  for (const char* field : describe::EnumNames<rules::ServiceField>::values)
    group(env, rules->rules, field, false);
  group(env, rules->rules, "", true);
  ui::space(24);
  return wish;
}

}  // namespace shanzhi::screens
