// The strip, the switch, and the lists with their ends.
#include "client/screens/phone/family.h"

#include <algorithm>

#include "client/model/export_job.h"

namespace shanzhi::screens {
namespace {

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};

void tell_trouble(model::SubmissionRef& sent) {
  if (!sent || sent->state != model::SendState::failed || !sent->trouble) return;
  ui::toast(sent->trouble->words);
  sent.reset();
}

Wish to_person(const Env& env, std::string_view person) {
  return Go{env.route.to(model::Section::me).with(model::kFor, person)};
}

/// 本人到场 · 到 2027-01-01 · 周敏 登记
std::string consent_words(const Env& env, const api::FamilyRow& row) {
  const std::string until = row.until.empty() ? std::string(env.say(PhoneWord::family_open))
                                              : env.fill(PhoneWord::family_until, {row.until});
  return env.fill(PhoneWord::family_by,
                  {env.word(text::Vocabulary::consent_way, row.way), until, row.by});
}

/// A line of a list: who, how it was given, and the cross that ends it.
void consent_line(const Env& env, const api::FamilyRow& row, bool mine, FamilyForm& form) {
  const ui::Scope scope(row.id);
  const std::string& name = mine ? row.relative : row.name;
  const float head = ui::line_height(ui::Size::body), foot = ui::line_height(ui::Size::small);
  ui::Rect r = ui::take(0, std::max(56.f, head + foot + 12));
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
  const float side = std::max(44.f, ui::touch_height());
  {
    const ui::Box box(r.cut_right(side).inset(0, (r.h - side) / 2));
    const PhoneWord end = mine ? PhoneWord::family_end : PhoneWord::family_stop;
    if (ui::icon_button(ui::Icon::cross, env.fill(end, {name}), !sending(form.ended)))
      form.asking = true, form.access = row.id, form.name = name, form.mine = mine;
  }
  r.y += (r.h - head - foot) / 2;
  ui::text_in({r.x, r.y, r.w, head}, name, {.weight = ui::Weight::semibold});
  ui::text_in({r.x, r.y + head, r.w, foot}, consent_words(env, row), kSmall);
}

void ask_to_end(const Env& env, FamilyForm& form, Wish& wish) {
  const PhoneWord title = form.mine ? PhoneWord::family_end : PhoneWord::family_stop;
  const PhoneWord question =
      form.mine ? PhoneWord::family_end_question : PhoneWord::family_stop_question;
  const PhoneWord yes = form.mine ? PhoneWord::family_end_short : PhoneWord::family_stop_short;
  if (ui::confirm(env.fill(title, {form.name}), form.asking, env.fill(question, {form.name}),
                  env.say(yes), env.say(Message::cancel)) != ui::Answer::yes)
    return;
  api::EndFamilyAccess end;
  if (const auto id = base::parse_uuid(form.access)) end.access.uuid = *id;
  form.ended = std::make_shared<model::Submission>();
  wish = Submit{end, form.ended, {}};
}

void off_boards(const Env& env, const api::Standing& s, const api::FamilyRow& kin, FamilyForm& form,
                Wish& wish) {
  const bool known = !s.members.empty() && s.members.front().off_boards;
  tell_trouble(form.boards);
  if (form.boards && known == form.off && !sending(form.boards)) form.boards.reset();
  bool off = form.boards ? form.off : known;
  if (!ui::toggle(env.fill(PhoneWord::family_off, {kin.name}), off,
                  env.say(PhoneWord::family_off_hint)) ||
      sending(form.boards))
    return;
  form.off = off;
  form.boards = std::make_shared<model::Submission>();
  api::LeaveBoards leave{{}, off, {}};
  if (const auto id = base::parse_uuid(kin.person)) leave.person.uuid = *id;
  wish = Submit{leave, form.boards, {}};
}

}  // namespace

const api::FamilyRow* looked_after(const Env& env, const KnownFamily& family) {
  const std::string person = env.route.get(model::kFor);
  if (person.empty() || !family) return nullptr;
  for (const api::FamilyRow& row : family->looked_after)
    if (row.person == person) return &row;
  return nullptr;
}

void family_band(const Env& env, const api::FamilyRow& kin, ui::Rect& page, Wish& wish) {
  const float height = std::max(48.f, ui::touch_height());
  const ui::Rect band = page.cut_top(height);
  const ui::Group group(ui::Role::region, env.say(PhoneWord::family_switch), band);
  ui::fill(band, ui::Color::jade_tint);
  ui::hairline_h(band.x, band.bottom() - 1, band.w);
  ui::Rect r = band.inset(kPageSide, 0);
  const std::string_view back = env.say(PhoneWord::family_back);
  const ui::TextStyle strong{.size = ui::Size::small,
                             .color = ui::Color::jade,
                             .weight = ui::Weight::semibold,
                             .align = ui::Align::centre};
  const ui::Rect button = r.cut_right(ui::measure(back, strong).x + 28, 10);
  if (ui::press_area(back, {button.x, band.y, button.w + kPageSide, band.h}).pressed)
    wish = to_person(env, {});
  const float drawn = ui::line_height(ui::Size::small) + 10;
  const ui::Rect pill{button.x, band.y + (band.h - drawn) / 2, button.w, drawn};
  ui::fill(pill, ui::Color::raise, drawn / 2);
  ui::outline(pill, ui::Color::jade, drawn / 2);
  ui::mute_text_in(pill, back, strong);
  std::string words = env.fill(PhoneWord::family_band, {kin.name});
  // Large letters leave room for the name and no more.
  if (large_type()) words.resize(std::min(words.size(), words.find(kin.name) + kin.name.size()));
  ui::text_in(r, words, {.weight = ui::Weight::semibold});
}

Wish family_gone(const Env& env, const KnownFamily& family, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(PhoneWord::me_title), page);
  const ui::Box box(page.inset(kPageSide, 14));
  if (!ready(env, family, 6, wish)) return wish;
  if (ui::empty_state(ui::Icon::user, env.say(PhoneWord::family_gone),
                      env.say(PhoneWord::family_back)))
    wish = to_person(env, {});
  return wish;
}

void family_switch(const Env& env, const api::FamilyPage& family, Wish& wish) {
  if (family.looked_after.empty()) return;
  std::vector<std::string_view> names{env.say(PhoneWord::me_me)};
  const std::string person = env.route.get(model::kFor);
  int at = 0;
  for (const api::FamilyRow& row : family.looked_after) {
    if (row.person == person) at = static_cast<int>(names.size());
    names.push_back(row.name);
  }
  ui::space(8);
  if (!pill_row(env.say(PhoneWord::family_switch), at, names)) return;
  wish = to_person(
      env, at == 0
               ? std::string_view{}
               : std::string_view(family.looked_after[static_cast<std::size_t>(at) - 1].person));
}

void family_ways(const Env& env, const api::Standing& s, const api::FamilyRow& kin,
                 FamilyForm& form, Wish& wish) {
  const auto way = [&](ui::Icon icon, std::string_view title, std::string_view detail = {}) {
    return ui::list_row(title, {.icon = icon, .title = title, .detail = detail});
  };
  ui::space(16);
  ui::hairline();
  if (!large_type() &&
      way(ui::Icon::book, env.say(PhoneWord::me_book), env.say(PhoneWord::me_book_hint)))
    wish = to_page(env, model::Section::me_passbook);
  if (!s.teams.empty() &&
      way(ui::Icon::team, env.fill(PhoneWord::family_teams, {kin.name}), s.teams.front().name))
    wish = to_page(env, model::Section::me_team);
  if (way(ui::Icon::exports, env.say(PhoneWord::family_data)))
    wish = GetFile{model::export_path("passbook", "xlsx",
                                      model::query_path("passbook", {{"person", kin.person}})),
                   env.fill(PhoneWord::family_data_name, {kin.name}) + " " +
                       base::to_text(env.today) + ".xlsx"};
  if (way(ui::Icon::print, env.say(PhoneWord::family_print)))
    wish = OpenUrl{"/print/passbook?person=" + kin.person};
  if (kin.boards) {
    ui::space(8);
    off_boards(env, s, kin, form, wish);
  }
  ui::space(24);
}

void family_settings(const Env& env, const KnownFamily& family, FamilyForm& form, Wish& wish) {
  tell_trouble(form.ended);
  if (take_finished(form.ended)) ui::toast(env.say(PhoneWord::family_ended));
  if (!family) return;
  ui::heading(2, env.say(PhoneWord::family_after));
  ui::space(4);
  if (family->looked_after.empty()) ui::paragraph(env.say(PhoneWord::family_hint), kSmall);
  for (const api::FamilyRow& row : family->looked_after) consent_line(env, row, false, form);
  if (!family->looking.empty()) {
    ui::space(16);
    ui::heading(2, env.say(PhoneWord::family_lookers));
    ui::space(4);
  }
  for (const api::FamilyRow& row : family->looking) consent_line(env, row, true, form);
  ask_to_end(env, form, wish);
  part_line();
}

}  // namespace shanzhi::screens
