// Why, by whom, under which rule, with which digest; and taking it back.
#include "client/screens/desk/passbook_line.h"

#include "client/screens/photo_row.h"
#include "shared/api/limits.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

std::string what_of(const Env& env, const api::PassbookLine& line) {
  if (line.reason == "reversal") return env.say(Message::passbook_reversal_of);
  std::string what =
      !line.rule_name.empty() ? line.rule_name
      : !line.merchant.empty()
          ? std::string(env.word(text::Vocabulary::reason, line.reason)) + " " + line.merchant
          : std::string(env.word(text::Vocabulary::reason, line.reason));
  if (line.minutes != 0)
    what += " " + text::duration(line.minutes < 0 ? -line.minutes : line.minutes, env.language());
  return what;
}

void detail(const Env& env, LineForm& form, Wish& wish) {
  const api::PassbookLine& line = form.line;
  ui::Dialog dialog(env.say(Message::passbook_detail), form.shown, 460);
  if (!dialog) return;
  const bool minus = line.amount < 0;
  ui::text(what_of(env, line), {.weight = ui::Weight::semibold});
  ui::figure(line.person_name, text::signed_points(line.amount),
             {.color = minus ? ui::Color::t1 : ui::Color::gold_text,
              .unit = env.language() == text::Language::chinese ? "分" : "points"});
  ui::paragraph(
      line.note.empty() ? env.say(Message::passbook_no_note) : std::string_view(line.note),
      {.color = ui::Color::t2});
  ui::space(ui::kGap3);
  ui::key_value(env.say(Message::award_when), env.when(line.occurred_at));
  if (!line.rule.empty()) {
    ui::key_value(env.say(Message::rail_rules),
                  line.rule + " · " +
                      env.fill(Message::passbook_rule_version, {text::count(line.rule_version)}));
    ui::key_value(env.say(Message::boards_field),
                  env.word(text::Vocabulary::service_field, line.field));
  }
  if (!line.evidence.empty())
    ui::key_value(env.say(Message::award_evidence),
                  env.word(text::Vocabulary::evidence, line.evidence));
  photo_row(env, line.photos, wish);
  if (!line.by.empty()) ui::key_value(env.say(Message::journal_who), line.by);
  ui::key_value(env.say(Message::household_balance), text::points(line.balance));
  const auto recorded = base::parse_instant(line.recorded_at);
  if (recorded)
    ui::text(env.fill(Message::passbook_recorded,
                      {text::full_date(base::day_of(*recorded), env.language()) + " " +
                       text::clock(*recorded)}),
             {.size = ui::Size::caption, .color = ui::Color::t3});
  if (!line.hash.empty()) {
    ui::space(ui::kGap3);
    ui::text(env.say(Message::passbook_hash), {.size = ui::Size::caption, .color = ui::Color::t3});
    const std::string halves[] = {line.hash.substr(0, line.hash.size() / 2),
                                  line.hash.substr(line.hash.size() / 2)};
    for (const std::string& half : halves)
      ui::text(half, {.size = ui::Size::caption, .color = ui::Color::t2});
    ui::text(env.say(Message::passbook_hash_hint),
             {.size = ui::Size::caption, .color = ui::Color::t3});
  }
  ui::space(ui::kGap4);
  if (line.reversed) ui::tag(env.say(Message::passbook_reversed), ui::TagLook::plain);
  if (line.can_reverse && !line.reversed) {
    if (ui::button(env.say(Message::reverse), {.look = ui::Look::danger, .icon = ui::Icon::undo}))
      form.shown = false, form.reversing = true;
    ui::same_row();
  }
  if (ui::button(env.say(Message::close))) form.shown = false;
}

void reversal(const Env& env, LineForm& form, Wish& wish) {
  model::SendState how{};
  if (take_finished(form.sent, &how)) {
    form.reversing = false;
    ui::toast(env.say(how == model::SendState::done ? Message::reverse_done : Message::sent_later));
  }
  ui::Dialog dialog(env.say(Message::reverse_title), form.reversing, 460);
  if (!dialog) return;
  const api::PassbookLine& line = form.line;
  const std::int64_t size = line.amount < 0 ? -line.amount : line.amount;
  ui::paragraph(env.fill(Message::reverse_sentence, {line.person_name, text::points(size)}),
                {.color = ui::Color::t2});
  if (line.minutes != 0)
    ui::paragraph(
        env.fill(Message::reverse_with_hours,
                 {text::duration(line.minutes < 0 ? -line.minutes : line.minutes, env.language())}),
        {.color = ui::Color::t2});
  ui::space(ui::kGap3);
  ui::text_field(env.say(Message::reverse_reason), form.reason,
                 {.kind = ui::FieldKind::lines,
                  .placeholder = env.say(Message::reverse_reason_hint),
                  .max_length = static_cast<int>(api::kReasonMax),
                  .lines = 2,
                  .required = true,
                  .focus_now = true});
  ui::space(ui::kGap3);
  submission_trouble(env, form.sent);
  const bool enough =
      base::length_utf8(base::tidy(form.reason)) >= static_cast<std::size_t>(api::kReasonMin);
  if (ui::button(env.say(Message::reverse), {.look = ui::Look::primary,
                                             .enabled = enough && !sending(form.sent),
                                             .why_not = env.say(Message::reverse_reason_hint),
                                             .busy = sending(form.sent)})) {
    form.sent = std::make_shared<model::Submission>();
    const auto transfer = base::parse_uuid(line.transfer);
    wish = Submit{
        api::ReverseTransfer{{}, {transfer.value_or(base::Uuid{})}, base::tidy(form.reason)},
        form.sent,
        std::string(env.say(Message::reverse)) + " " + line.person_name + " " + text::points(size)};
  }
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) form.reversing = false;
}

}  // namespace

bool passbook_line(const Env& env, const api::PassbookLine& line) {
  std::string by = line.person_name;
  if (!line.note.empty()) by += (by.empty() ? "" : " · ") + line.note;
  if (line.reversed) by += std::string(" · ") + env.say(Message::passbook_reversed);
  const std::string when = env.when(line.occurred_at), what = what_of(env, line),
                    amount = text::signed_points(line.amount), balance = text::points(line.balance);
  return ui::ledger_line({.when = when,
                          .what = what,
                          .by = by,
                          .amount = amount,
                          .minus = line.amount < 0,
                          .balance = balance,
                          .pressable = true});
}

void line_dialogs(const Env& env, LineForm& form, Wish& wish) {
  detail(env, form, wish);
  reversal(env, form, wish);
}

}  // namespace shanzhi::screens
