// The search with the day's list below, and the award form of one resident.
#include "client/screens/phone/work.h"

#include "client/screens/phone/passbook.h"

namespace shanzhi::screens {
namespace {

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};

void found_people(const Env& env, const WorkView& view, const WorkForm& form, Wish& wish) {
  if (!view.found) return;
  if (!ready(env, *view.found, 3, wish)) return;
  if ((*view.found)->people.empty())
    ui::paragraph(env.fill(Message::search_none, {form.search}), kSmall);
  for (const api::PersonRow& p : (*view.found)->people) {
    const ui::Scope scope(p.id);
    const std::string where = grid_words(p.village, p.grid_name) + " · " + p.household_number,
                      balance = text::points(p.balance);
    if (ui::list_row("person", {.icon = ui::Icon::user,
                                .title = p.name,
                                .detail = where,
                                .value = balance,
                                .gold = true}))
      wish = Go{env.route.with("person", p.id)};
  }
}

void given_today(const Env& env, const WorkView& view, Wish& wish) {
  const api::Given* given = view.given ? &*view.given : nullptr;
  ui::heading(2, env.say(PhoneWord::me_given),
              given && !given->lines.empty()
                  ? env.fill(PhoneWord::me_given_sum,
                             {std::to_string(given->lines.size()), text::points(given->points)})
                  : std::string{});
  ui::space(6);
  if (!ready(env, view.given, 4, wish)) return;
  if (given->lines.empty()) return ui::paragraph(env.say(PhoneWord::me_given_none), kSmall);
  for (const api::PassbookLine& line : given->lines) {
    const ui::Scope scope(line.transfer);
    const std::string when = env.when(line.occurred_at), amount = text::signed_points(line.amount),
                      what = line_title(env, line);
    std::string by = line.person_name;
    if (line.reversed) by += std::string(" · ") + env.say(Message::passbook_reversed);
    ui::ledger_line(
        {.when = when, .what = what, .by = by, .amount = amount, .minus = line.amount < 0});
  }
}

/// What else an office does with a phone in the hand.
void other_work(const Env& env, Wish& wish) {
  if (env.may(true, "raise-alarm") &&
      ui::button(env.say(Message::alarm_raise), {.icon = ui::Icon::warn}))
    wish = Go{env.route.to(model::Section::me_alarm)};
  if (!env.may(true, "direct-hall")) return;
  ui::same_row();
  if (ui::button(env.say(PhoneWord::remote_title), {.icon = ui::Icon::wall}))
    wish = Go{env.route.to(model::Section::me_remote)};
}

void forget_person(AwardForm& form) {
  form.person.clear(), form.person_name.clear();
  form.search.clear();
}

Wish award_one(const Env& env, const WorkView& view, WorkForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_give), page);
  page_bar(env, page, env.say(PhoneWord::me_give), wish);
  const std::string wanted = env.route.get("person");
  AwardForm& award = form.award;
  if (award.person != wanted) {
    const ui::Box box(page.inset(kPageSide, 12));
    if (!view.person || !ready(env, *view.person, 4, wish)) return wish;
    award.person = wanted;
    award.person_name = (*view.person)->person_name;
  }
  award_fields(env, view.award, award, page.inset(kPageSide, 8), wish);
  if (award.person.empty() && !wish) wish = Back{env.route.with("person", "")};
  return wish;
}

}  // namespace

Wish work_page(const Env& env, const WorkView& view, WorkForm& form, ui::Rect page) {
  Wish wish;
  if (after_award(env, form.award, wish)) {
    forget_person(form.award);
    form.award.photos.clear(), form.award.photo_trouble.reset();
    form.search.clear();
    if (!env.route.get("person").empty()) return Back{env.route.with("person", "")};
  }
  if (wish) return wish;
  if (!env.route.get("person").empty()) return award_one(env, view, form, page);
  forget_person(form.award);
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_give), page);
  if (large_type()) page_bar(env, page, env.say(PhoneWord::me_give), wish);
  const ui::Scroll scroll("work", page, kPageSide);
  if (!large_type()) tab_title(env.say(PhoneWord::me_give), env.place_name());
  ui::text_field(env.say(PhoneWord::me_find), form.search,
                 {.kind = ui::FieldKind::search,
                  .placeholder = env.say(PhoneWord::me_find_hint),
                  .icon = ui::Icon::search,
                  .max_length = 40,
                  .clearable = true});
  ui::space(8);
  other_work(env, wish);
  if (!form.search.empty()) {
    found_people(env, view, form, wish);
  } else {
    ui::space(12);
    given_today(env, view, wish);
  }
  ui::space(24);
  return wish;
}

}  // namespace shanzhi::screens
