// The course of a form: loaded, kept in step with what others save, checked, sent, answered, taken back.
#include "client/screens/desk/record_form.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

constexpr float kWidth = 520;
constexpr float kUndoSeconds = 12;  ///< long enough to read, think and reach it by keyboard

/// "/members/3" is about the field "members".
std::string field_in(std::string_view pointer) {
  if (!pointer.empty()) pointer.remove_prefix(1);
  return std::string(pointer.substr(0, pointer.find('/')));
}

bool shown(const RecordForm& form, const FieldPlan& field) {
  return !field.loose || (form.fresh() && form.about.within.empty());
}

const FieldPlan* find_field(const RecordForm& form, std::string_view name) {
  for (const FieldPlan& field : plan_of(form.about.kind).fields)
    if (name == field.name && shown(form, field)) return &field;
  return nullptr;
}

/// Takes the record in as it comes; later what others changed, where nothing has been typed here.
void follow(const FormView& view, RecordForm& form) {
  if (!view.record || sending(form.sent)) return;
  for (const auto& [id, name] : view.names) form.names[id] = name;
  if (!form.loaded) {
    form.loaded = true;
    form.before = form.typed = *view.record;
    form.suggested = form.typed.count("code") ? form.typed["code"] : std::string{};
    for (const FieldPlan& field : plan_of(form.about.kind).fields)
      if (form.first.empty() && shown(form, field)) form.first = field.name;
    return;
  }
  if (form.fresh() || *view.record == form.before) return;
  for (const auto& [name, now] : *view.record) {
    if (now == form.before[name]) continue;
    if (form.typed[name] == form.before[name])
      form.typed[name] = now;
    else if (form.typed[name] != now)
      form.theirs[name] = now;
  }
  form.before = *view.record;
  form.merged = true;
}

/// A new place's code follows its parent and level until somebody types one.
void suggest_code(const Env& env, RecordForm& form) {
  if (form.about.kind != FormKind::place || !form.fresh() || !form.loaded) return;
  if (form.typed["code"] != form.suggested) return;
  const auto fit = fitting_places(env, FormKind::place, "parent", form.typed);
  const bool fits = std::any_of(fit.begin(), fit.end(), [&](const api::PlaceRow* row) {
    return row->code == form.typed["parent"];
  });
  if (!fits) form.typed["parent"] = fit.size() == 1 ? fit.front()->code : std::string{};
  form.suggested = free_code(env.places, form.typed["parent"], form.typed["level"]);
  form.typed["code"] = form.suggested;
}

std::string sentence_for(const Env& env, const FieldPlan& field, base::Error error) {
  const bool plain = field.way == FieldWay::described || field.way == FieldWay::lines;
  if (field.title && plain) error.field = std::string("/") + field.title;
  return text::sentence(error, env.language());
}

/// What is wrong, by field: the server's word first, then what has been typed and left.
std::map<std::string, std::string> sentences(const Env& env, const RecordForm& form,
                                             const std::vector<base::Error>& wrong) {
  std::map<std::string, std::string> out;
  for (const auto& [name, words] : form.refused) out[name] = words;
  for (const base::Error& error : wrong) {
    const std::string name = field_in(error.field);
    const FieldPlan* field = find_field(form, name);
    if (field && form.judged.count(name)) out.try_emplace(name, sentence_for(env, *field, error));
  }
  return out;
}

void focus_first(const Env& env, const RecordForm& form,
                 const std::map<std::string, std::string>& said) {
  for (const FieldPlan& field : plan_of(form.about.kind).fields) {
    const auto found = said.find(field.name);
    if (found == said.end() || !shown(form, field)) continue;
    focus_record_field(env, field, form);
    ui::announce(env.fill(Message::form_wrong,
                          {text::count(static_cast<std::int64_t>(said.size())), found->second}),
                 true);
    return;
  }
}

/// How people call it: a person's or team's name, a household's number.
std::string name_of(const RecordForm& form) {
  for (const char* key : {"name", "number", "relative", "person"}) {
    const auto found = form.typed.find(key);
    if (found == form.typed.end() || found->second.empty()) continue;
    const auto known = form.names.find(found->second);
    return known == form.names.end() ? base::tidy(found->second) : known->second;
  }
  return {};
}

/// The command that makes it what it was.
Command command_back(const Env& env, const RecordForm& form, const FormView& view) {
  std::vector<base::Error> wrong;
  Typed typed = form.before;
  if (form.about.kind == FormKind::move)
    for (const auto& [name, value] : view.back) typed[name] = value;
  return command_of(env, form.about.kind, typed, wrong);
}

Wish send(const Env& env, const FormView& view, RecordForm& form, Command command,
          const std::vector<base::Error>& wrong) {
  if (!wrong.empty()) {
    for (const FieldPlan& field : plan_of(form.about.kind).fields) form.judged.insert(field.name);
    focus_first(env, form, sentences(env, form, wrong));
    return {};
  }
  if (!form.fresh() && !form.dirty()) {
    form.open = false;
    return {};
  }
  form.undo.reset();
  if (!form.fresh()) form.undo = command_back(env, form, view);
  form.undo_name = name_of(form);
  form.refused.clear();
  form.sent = std::make_shared<model::Submission>();
  return Submit{std::move(command), form.sent,
                std::string(env.say(form.fresh() ? plan_of(form.about.kind).title_new
                                                 : plan_of(form.about.kind).title_edit)) +
                    " " + form.undo_name};
}

/// A refusal goes to its fields; what belongs to none stands above the buttons.
void take_refusal(const Env& env, RecordForm& form) {
  if (!form.sent || form.sent->state != model::SendState::failed || form.told) return;
  form.told = true;
  form.undo.reset();
  if (!form.sent->trouble) return;
  for (const api::ProblemError& error : form.sent->trouble->fields) {
    const std::string name = field_in(error.pointer);
    if (find_field(form, name)) form.refused.try_emplace(name, error.reason);
  }
  if (form.refused.empty())
    ui::announce(form.sent->trouble->words, true);
  else
    focus_first(env, form, form.refused);
}

void take_answer(const Env& env, RecordForm& form, Wish& wish) {
  take_refusal(env, form);
  const std::string answer = form.sent ? form.sent->answer : std::string{};
  model::SendState how{};
  if (!take_finished(form.sent, &how)) return;
  form.open = false;
  if (how == model::SendState::kept) {
    form.undo.reset();
    return ui::toast(env.say(Message::sent_later));
  }
  if (form.fresh()) {
    ui::toast(env.fill(Message::form_added, {form.undo_name}));
    const auto saved = describe::from_answer<api::Saved>(answer);
    if (form.about.kind == FormKind::household && saved)
      wish = Go{env.route.to(model::Section::households).with("open", saved->id)};
    return;
  }
  ui::toast(env.fill(form.about.kind == FormKind::move ? Message::form_moved : Message::form_saved,
                     {form.undo_name}),
            env.say(Message::undo), kUndoSeconds);
}

void take_back(const Env& env, RecordForm& form, Wish& wish) {
  if (form.undo && !form.open && ui::toast_action_pressed(env.say(Message::undo))) {
    form.undoing = std::make_shared<model::Submission>();
    wish = Submit{*form.undo, form.undoing,
                  std::string(env.say(Message::undo)) + " " + form.undo_name};
    form.undo.reset();
  }
  if (form.undoing && form.undoing->state == model::SendState::failed) {
    if (form.undoing->trouble) ui::toast(form.undoing->trouble->words);
    form.undoing.reset();
  }
  if (take_finished(form.undoing)) ui::toast(env.fill(Message::form_undone, {form.undo_name}));
}

/// Two halves share a line; returns how many fields were drawn.
std::size_t draw_line(const Env& env, const FormView& view, RecordForm& form,
                      std::span<const FieldPlan> rest,
                      const std::map<std::string, std::string>& said, bool& entered) {
  const auto one = [&](const FieldPlan& field) {
    const auto found = said.find(field.name);
    entered = record_field(env, view, field, form,
                           found == said.end() ? std::string_view{} : found->second) ||
              entered;
  };
  if (!rest[0].half || rest.size() < 2 || !rest[1].half) {
    one(rest[0]);
    return 1;
  }
  const ui::Rect line = ui::content();
  const float half = (line.w - 16) / 2;
  float bottom = line.y;
  for (int i = 0; i < 2; i++) {
    const ui::Box box({line.x + static_cast<float>(i) * (half + 16), line.y, half, line.h});
    one(rest[static_cast<std::size_t>(i)]);
    bottom = std::max(bottom, ui::cursor().y);
  }
  ui::space(bottom - line.y);
  return 2;
}

bool draw_fields(const Env& env, const FormView& view, RecordForm& form,
                 const std::vector<base::Error>& wrong) {
  const auto said = sentences(env, form, wrong);
  bool entered = false;
  auto rest = plan_of(form.about.kind).fields;
  while (!rest.empty()) {
    if (!shown(form, rest[0])) {
      rest = rest.subspan(1);
      continue;
    }
    const bool point = std::string_view(rest[0].name) == "longitude";
    rest = rest.subspan(draw_line(env, view, form, rest, said, entered));
    ui::space(ui::kGap3);
    if (point) point_on_map(env, view, form);
  }
  suggest_code(env, form);
  return entered;
}

void ask(const Env& env, RecordForm& form, bool on) {
  form.asking = on, form.asked = false;
  if (on) ui::announce(env.say(Message::form_unsaved), true);
  ui::animate();
}

void ask_to_leave(const Env& env, RecordForm& form) {
  ui::text(env.say(Message::form_unsaved), {.weight = ui::Weight::semibold});
  ui::space(ui::kGap2);
  const std::string_view keep = env.say(Message::keep_editing);
  if (!form.asked) ui::request_focus(ui::make_id(keep)), form.asked = true;
  if (ui::button(keep, {.look = ui::Look::primary})) form.asking = false;
  ui::same_row();
  if (ui::button(env.say(Message::form_discard), {.look = ui::Look::danger}))
    form.asking = form.open = false;
}

void place_note(const Env& env, const RecordForm& form, Wish& wish) {
  if (form.about.kind != FormKind::place) return;
  ui::paragraph(env.say(Message::form_outline_import),
                {.size = ui::Size::small, .color = ui::Color::t2});
  if (env.may(true, "import") && !form.dirty() && ui::link(env.say(Message::form_to_import)))
    wish = Go{env.route.to(model::Section::import)};
  ui::space(ui::kGap4);
}

/// Save, cancel; true when the form is to be sent.
bool buttons(const Env& env, RecordForm& form, Wish& wish) {
  if (form.refused.empty()) submission_trouble(env, form.sent);
  const bool busy = sending(form.sent);
  const Message label = form.about.kind == FormKind::move ? Message::person_move : Message::save;
  const bool pressed = ui::button(env.say(busy ? Message::sending : label),
                                  {.look = ui::Look::primary, .enabled = !busy, .busy = busy});
  ui::same_row();
  if (ui::button(env.say(Message::cancel))) {
    if (form.dirty() && !busy)
      ask(env, form, true);
    else
      form.open = false;
  }
  if (form.about.kind != FormKind::person || form.fresh() || !env.may(true, "move-person"))
    return pressed;
  ui::same_row();
  if (ui::button(env.say(Message::person_move), {.look = ui::Look::quiet,
                                                 .icon = ui::Icon::swap,
                                                 .enabled = !form.dirty() && !busy,
                                                 .why_not = env.say(Message::form_unsaved)}))
    wish = OpenForm{FormKind::move, form.about.id, form.about.within};
  return pressed;
}

bool waiting(const Env& env, const FormView& view, const RecordForm& form, Wish& wish) {
  if (form.loaded) return false;
  if (view.gone)
    ui::error_state(env.say(Message::form_gone), {});
  else
    ready(env, false, !view.trouble, view.trouble, 4, wish);
  return true;
}

void draw(const Env& env, const FormView& view, RecordForm& form, Wish& wish) {
  if (!view.about.empty()) {
    ui::paragraph(view.about, {.size = ui::Size::small, .color = ui::Color::t2});
    ui::space(ui::kGap3);
  }
  if (waiting(env, view, form, wish)) return;
  if (form.merged)
    ui::banner(ui::BannerKind::info, env.say(Message::form_changed_meanwhile)),
        ui::space(ui::kGap3);
  std::vector<base::Error> wrong;
  Command command = command_of(env, form.about.kind, form.typed, wrong);
  const bool entered = draw_fields(env, view, form, wrong);
  ui::space(ui::kGap2);
  place_note(env, form, wish);
  if (form.asking) return ask_to_leave(env, form);
  const bool pressed = buttons(env, form, wish);
  if ((!pressed && !entered) || sending(form.sent) || view.unseen_members > 0) return;
  command = command_of(env, form.about.kind, form.typed, wrong);
  form.told = false;
  if (Wish sent = send(env, view, form, std::move(command), wrong)) wish = std::move(sent);
}

}  // namespace

void open_record_form(RecordForm& form, const OpenForm& wish) {
  RecordForm fresh;
  fresh.undoing = form.undoing;
  fresh.undo = form.undo;
  fresh.undo_name = form.undo_name;
  fresh.open = true;
  fresh.about = wish;
  std::visit([&](auto c) { fresh.described = describe::field_list(describe::access_record(c)); },
             blank_command(wish.kind));
  form = std::move(fresh);
}

bool may_change(const Env& env, FormKind kind, std::string_view place) {
  const std::string& own = env.me.place.empty() ? env.me.town : env.me.place;
  return env.may(true, plan_of(kind).command) &&
         (own == env.me.town || env.places.within(place, own));
}

Wish record_form(const Env& env, const FormView& view, RecordForm& form) {
  Wish wish;
  take_answer(env, form, wish);
  take_back(env, form, wish);
  if (!form.open) return wish;
  follow(view, form);
  const FormPlan& plan = plan_of(form.about.kind);
  bool open = true;
  {
    ui::Dialog dialog(env.say(form.fresh() ? plan.title_new : plan.title_edit), open, kWidth);
    if (dialog) draw(env, view, form, wish);
  }
  if (open || !form.open) return wish;
  // Esc or the cross: at once when nothing is lost by it; a second Esc goes on with the form.
  if (form.dirty() && !sending(form.sent))
    ask(env, form, !form.asking);
  else
    form.open = false;
  return wish;
}

}  // namespace shanzhi::screens
