// Fields that say at once why a value is wrong, and offer the right one.
#include "client/screens/award_form.h"

namespace shanzhi::screens {
namespace {

std::string unit_points(const Env& env) {
  return env.language() == text::Language::chinese ? "分" : "points";
}

void choose_person(const Env& env, const AwardFormView& view, AwardForm& form,
                   const AwardCheck& check) {
  const std::string_view error =
      check.field == AwardField::person ? std::string_view(check.sentence) : std::string_view{};
  if (!view.candidates.empty()) {
    std::vector<ui::Choice> choices;
    int at = -1;
    for (std::size_t i = 0; i < view.candidates.size(); i++) {
      choices.push_back({view.candidates[i].name, view.candidates[i].detail});
      if (view.candidates[i].id == form.person) at = static_cast<int>(i);
    }
    if (!ui::select(env.say(Message::award_person), at, std::span<const ui::Choice>(choices),
                    {.error = error}))
      return;
    form.person = view.candidates[static_cast<std::size_t>(at)].id;
    form.person_name = view.candidates[static_cast<std::size_t>(at)].name;
    return;
  }
  if (!form.person.empty()) {
    ui::text(env.say(Message::award_person), {.size = ui::Size::small, .color = ui::Color::t2});
    if (ui::chip(form.person_name, {.on = true, .removable = true}))
      form.person.clear(), form.person_name.clear();
    if (!error.empty()) ui::paragraph(error, {.size = ui::Size::small, .color = ui::Color::cin});
    return;
  }
  ui::text_field(env.say(Message::award_person), form.search,
                 {.kind = ui::FieldKind::search,
                  .placeholder = env.say(Message::award_person_hint),
                  .icon = ui::Icon::search,
                  .max_length = 40,
                  .focus_now = true});
  if (form.search.empty() || !view.found) return;
  if (!*view.found) return ui::text(env.say(Message::loading), {.color = ui::Color::t3});
  if ((*view.found)->people.empty())
    ui::text(env.fill(Message::search_none, {form.search}), {.color = ui::Color::t2});
  int shown = 0;
  for (const api::PersonRow& p : (*view.found)->people) {
    const ui::Scope scope(p.id);
    const std::string where = grid_words(p.village, p.grid_name) + " " + p.household_number;
    if (ui::list_row(
            "person",
            {.icon = ui::Icon::user, .title = p.name, .detail = where, .chevron = false})) {
      form.person = p.id;
      form.person_name = p.name;
      form.search.clear();
    }
    if (++shown == 8) break;
  }
}

std::string points_and_field(const Env& env, const api::RuleRow& rule) {
  std::string points =
      env.fill(Message::rules_points_by,
               {(rule.direction == "deduct" ? std::string(text::kMinus) : std::string{}) +
                    text::points(rule.points),
                env.word(text::Vocabulary::unit, rule.unit)});
  return points + " · " + std::string(env.word(text::Vocabulary::service_field, rule.field));
}

void rule_field(const Env& env, const AwardFormView& view, AwardForm& form,
                const AwardCheck& check) {
  std::vector<ui::Choice> choices;
  std::vector<std::string> names, details;
  int at = -1;
  if (view.rules) {
    for (const api::RuleRow& rule : view.rules->rules) {
      if (rule.code == form.rule) at = static_cast<int>(names.size());
      names.push_back(rule.code + " " + rule.name);
      details.push_back(points_and_field(env, rule));
    }
    for (std::size_t i = 0; i < names.size(); i++) choices.push_back({names[i], details[i]});
  }
  const std::string_view error =
      check.field == AwardField::rule ? std::string_view(check.sentence) : std::string_view{};
  if (!ui::select(env.say(Message::award_rule), at, std::span<const ui::Choice>(choices),
                  {.placeholder = env.say(Message::award_rule_hint),
                   .error = error,
                   .enabled = view.rules.value.has_value(),
                   .searchable = true,
                   .none = env.say(Message::empty_filtered)}))
    return;
  choose_rule(form, view.rules->rules[static_cast<std::size_t>(at)].code);
}

void amounts(const Env& env, AwardForm& form, const api::RuleRow* rule, const AwardCheck& check) {
  const bool chinese = env.language() == text::Language::chinese;
  const std::string fix =
      check.fix.empty()
          ? std::string{}
          : env.fill(
                Message::award_fix_to,
                {check.fix + " " +
                 (check.field == AwardField::hours ? (chinese ? "小时" : "h") : unit_points(env))});
  const auto error_at = [&](AwardField f) {
    return check.field == f ? std::string_view(check.sentence) : std::string_view{};
  };
  const auto fix_at = [&](AwardField f) {
    return check.field == f ? std::string_view(fix) : std::string_view{};
  };
  if (rule && rule->unit == "hour") {
    const ui::FieldEvent e = ui::number_field(env.say(Message::award_minutes), form.hours,
                                              env.say(Message::award_hours_field),
                                              {.error = error_at(AwardField::hours),
                                               .fix = fix_at(AwardField::hours),
                                               .max_length = 6,
                                               .required = true});
    if (e.fix) form.hours = check.fix;
    ui::space(ui::kGap3);
  }
  if (rule && rule->bonus_max > 0) {
    const bool hour = rule->unit == "hour";
    const auto minutes = hour ? parse_hours(form.hours) : std::nullopt;
    const std::int64_t given =
        hour ? (minutes ? (rule->points * *minutes + 30) / 60 : 0) : rule->points;
    const std::string hint =
        env.fill(Message::award_amount_hint, {text::points(given), text::points(rule->bonus_max)});
    const ui::FieldEvent e =
        ui::number_field(env.say(Message::award_amount), form.amount, unit_points(env),
                         {.hint = hint,
                          .error = error_at(AwardField::amount),
                          .fix = fix_at(AwardField::amount),
                          .max_length = 8});
    if (e.fix) form.amount = check.fix;
    ui::space(ui::kGap3);
  } else if (check.field == AwardField::amount) {
    ui::paragraph(check.sentence, {.size = ui::Size::small, .color = ui::Color::cin});
    ui::space(ui::kGap2);
  }
  const ui::FieldEvent e = ui::date_field(
      env.say(Message::award_when), form.when,
      {.kind = ui::FieldKind::date_time,
       .hint = error_at(AwardField::when).empty() ? env.say(Message::award_when_hint) : "",
       .error = error_at(AwardField::when)});
  (void)e;
}

/// 6 of 8 given in this period: ten squares, gold for given, outlined for free, after them what is now asked.
void cap_line(const Env& env, const api::RuleRow& rule, const AwardFormView& view,
              const AwardCheck& check) {
  if (rule.cap <= 0)
    return ui::text(env.say(Message::award_no_cap),
                    {.size = ui::Size::small, .color = ui::Color::t3});
  if (!view.context || !*view.context) {
    ui::text(env.say(env.offline() ? Message::award_unchecked : Message::award_check_pending),
             {.size = ui::Size::small, .color = ui::Color::t3});
    return;
  }
  const std::int64_t given = (*view.context)->granted_in_period;
  ui::text(env.fill(Message::award_cap_state, {text::points(given), text::points(rule.cap)}),
           {.size = ui::Size::small, .color = ui::Color::t2});
  const ui::Rect r = ui::take(0, 10);
  const auto share = [&](std::int64_t v) {
    return r.w * static_cast<float>(std::min(v, rule.cap)) / static_cast<float>(rule.cap);
  };
  ui::fill({r.x, r.y + 2, r.w, 6}, ui::Color::sunk);
  ui::fill({r.x, r.y + 2, share(given), 6}, ui::Color::gold_fill);
  if (check.decision)
    ui::fill({r.x + share(given), r.y + 2,
              share(given + check.decision->points.count) - share(given), 6},
             ui::Color::jade);
  else if (check.sentence.size() > 0 && check.complete)
    ui::fill({r.x + share(given), r.y + 2, r.w - share(given), 6}, ui::Color::cin);
}

void sum_line(const Env& env, const AwardFormView& view, const AwardCheck& check, bool deduct) {
  if (!check.decision) return;
  const std::int64_t moved = deduct ? -check.decision->points.count : check.decision->points.count;
  const std::int64_t balance = view.context && *view.context ? (*view.context)->balance + moved : 0;
  const bool known = view.context && *view.context;
  if (!known)
    return ui::text(text::signed_points(moved) + " " + unit_points(env),
                    {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
  const std::string points = text::signed_points(moved), after = text::points(balance);
  const std::string words =
      check.decision->minutes.count > 0
          ? env.fill(Message::award_sum_with_hours,
                     {points, text::duration(check.decision->minutes.count, env.language()), after})
          : env.fill(Message::award_sum, {points, after});
  ui::paragraph(words, {.color = ui::Color::gold_text, .weight = ui::Weight::semibold});
}

}  // namespace

bool after_award(const Env& env, AwardForm& form, Wish& wish) {
  if (form.sent && form.sent->state == model::SendState::done) {
    if (const auto posted = describe::from_answer<api::Posted>(form.sent->answer)) {
      form.last_transfer = posted->transfer;
      form.last_points = posted->points;
      const bool minus = posted->points < 0;
      const std::string amount = text::points(minus ? -posted->points : posted->points);
      ui::toast(env.fill(minus ? Message::award_done_deduct : Message::award_done,
                         {form.sent_for, amount}),
                env.may(true, "reverse-transfer") ? env.say(Message::award_undo) : "");
    }
  } else if (form.sent && form.sent->state == model::SendState::kept) {
    ui::toast(env.say(Message::sent_later));
  }
  const bool finished = take_finished(form.sent);
  if (finished) form.hours.clear(), form.amount.clear(), form.note.clear(), form.when.clear();
  if (!form.last_transfer.empty() && ui::toast_action_pressed(env.say(Message::award_undo))) {
    if (const auto id = base::parse_uuid(form.last_transfer))
      wish = Submit{api::ReverseTransfer{{}, {*id}, env.say(Message::award_undo)},
                    std::make_shared<model::Submission>(), env.say(Message::reverse)};
    form.last_transfer.clear();
  }
  return finished;
}

void choose_rule(AwardForm& form, const std::string& code) {
  form.rule = code;
  form.hours.clear(), form.amount.clear();
}

const api::RuleRow* find_rule(const model::Loaded<api::RulePage>& rules, std::string_view code) {
  if (!rules) return nullptr;
  for (const api::RuleRow& row : rules->rules)
    if (row.code == code) return &row;
  return nullptr;
}

namespace {

/// Cap, sum and button stay in sight while the fields scroll; so high are they.
float foot_height() {
  const bool desk = ui::theme().face == ui::Face::desk;
  return desk ? 112
              : 38 + ui::line_height(ui::Size::small) + ui::line_height(ui::Size::body) +
                    ui::touch_height();
}
float bare_foot_height() {  ///< before a rule is chosen
  return ui::theme().face == ui::Face::desk ? 52 : 20 + ui::touch_height();
}

void inputs(const Env& env, const AwardFormView& view, AwardForm& form, const api::RuleRow* rule,
            const AwardCheck& check, Wish& wish) {
  choose_person(env, view, form, check);
  ui::space(ui::kGap3);
  rule_field(env, view, form, check);
  ui::space(ui::kGap3);
  amounts(env, form, rule, check);
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::award_note), form.note,
                 {.placeholder = env.say(Message::award_note_hint), .max_length = 200});
  ui::space(ui::kGap3);
  const std::string evidence_hint =
      rule && !rule->evidence.empty()
          ? env.fill(Message::award_evidence_needed,
                     {env.word(text::Vocabulary::evidence, rule->evidence)})
          : std::string{};
  ui::text_field(env.say(Message::award_evidence), form.evidence,
                 {.hint = evidence_hint, .max_length = 100});
  ui::space(ui::kGap4);
  if (view.photos) view.photos(env, form, wish);
}

/// What is typed, as the command; only asked for when the check has passed.
api::AwardPoints command_of(const AwardForm& form, const api::RuleRow& rule, base::Instant now) {
  api::AwardPoints award;
  award.person = {base::parse_uuid(form.person).value_or(base::Uuid{})};
  award.rule = form.rule;
  if (rule.unit == "hour") award.minutes = parse_hours(form.hours);
  if (!form.amount.empty()) award.amount = parse_hundredths(form.amount);
  award.occurred_at = when_meant(form.when, now).value_or(now);
  award.note = form.note;
  award.evidence = form.evidence;
  for (const AwardPhoto& photo : form.photos) award.photos.push_back(photo.id);
  if (award.evidence.empty() && !award.photos.empty()) award.evidence = "photo";
  return award;
}

/// Cap, sum, and the button; true when it was pressed.
bool award_foot(const Env& env, const AwardFormView& view, const AwardForm& form,
                const api::RuleRow* rule, const AwardCheck& check) {
  const bool deduct = rule && rule->direction == "deduct";
  if (rule) cap_line(env, *rule, view, check);
  if (deduct)
    ui::text(env.say(Message::award_negative_list),
             {.size = ui::Size::small, .color = ui::Color::t2});
  sum_line(env, view, check, deduct);
  ui::space(ui::kGap2);
  submission_trouble(env, form.sent);
  const bool busy = sending(form.sent);
  const bool can = check.complete && check.sentence.empty() && !busy;
  const std::string_view why = form.person.empty() ? env.say(Message::award_choose_person_first)
                               : !rule             ? env.say(Message::award_choose_rule_first)
                                                   : std::string_view(check.sentence);
  const Message label = busy     ? Message::award_submitting
                        : deduct ? Message::award_submit_deduct
                                 : Message::award_submit;
  if (ui::theme().face != ui::Face::desk) ui::set_next_width(0);
  return ui::button(env.say(label),
                    {.look = ui::Look::primary, .enabled = can, .why_not = why, .busy = busy});
}

}  // namespace

void award_fields(const Env& env, const AwardFormView& view, AwardForm& form, ui::Rect r,
                  Wish& wish) {
  after_award(env, form, wish);
  const api::RuleRow* rule = find_rule(view.rules, form.rule);
  const std::optional<api::AwardContextView> context =
      view.context ? view.context->value : std::nullopt;
  const AwardCheck check = check_award(form, rule, context, env.now, env.language());
  const ui::Group group(ui::Role::form, env.say(Message::award_title));
  const bool failed = form.sent && form.sent->state == model::SendState::failed;
  const ui::Rect foot =
      r.cut_bottom(!rule ? bare_foot_height() : foot_height() + (failed ? 64 : 0));
  {
    const ui::Scroll scroll("award", r, 0);
    const float top = ui::cursor().y;
    inputs(env, view, form, rule, check, wish);
    const float all = ui::cursor().y - top + foot.h;
    if (form.height != all) ui::animate();
    form.height = all;
  }
  ui::hairline_h(foot.x, foot.y, foot.w);
  const ui::Box box({foot.x, foot.y + 8, foot.w, foot.h - 8});
  if (!award_foot(env, view, form, rule, check)) return;
  form.sent = std::make_shared<model::Submission>();
  form.sent_for = form.person_name;
  wish = Submit{command_of(form, *rule, env.now), form.sent, form.person_name + " " + rule->name};
}

}  // namespace shanzhi::screens
