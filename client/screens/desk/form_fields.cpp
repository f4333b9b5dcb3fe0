// One field of a form: drawn by what its description says it is.
#include <algorithm>

#include "client/screens/desk/record_form.h"
#include "shared/base/utf8.h"

namespace shanzhi::screens {
namespace {

using describe::FieldInfo;
using describe::Kind;
using describe::Shape;

/// Tags that villages use; others are typed.
constexpr const char* kUsualTags[] = {"党员户",   "文明家庭", "低保户",
                                      "独居老人", "军属",     "残疾人家庭"};
constexpr float kChipsMost = 132;

/// What every way of filling in shares.
struct Drawn {
  const Env& env;
  const FormView& view;
  const FieldPlan& plan;
  const FieldInfo* info;
  RecordForm& form;
  std::string label, hint;
  std::string_view error;
  std::string& value;
  bool entered = false;

  bool required() const {
    return info && info->field.presence == describe::Presence::required &&
           (info->field.low > 0 || info->shape != Shape::text);
  }
  void changed() {
    form.refused.erase(plan.name);
    form.theirs.erase(plan.name);
  }
  void judge() { form.judged.insert(plan.name); }
};

std::string choice_words(const Drawn& d, const std::string& wire) {
  if (wire.empty()) return {};
  return d.plan.words ? std::string(d.env.word(*d.plan.words, wire)) : wire;
}

/// What people read of a value: a word, a place's name, a person's.
std::string readable(const Drawn& d, const std::string& value) {
  if (value.empty()) return d.env.say(Message::none);
  if (d.plan.way == FieldWay::place) {
    const api::PlaceRow* row = d.env.places.find(value);
    return row ? row->name : value;
  }
  if (d.info && d.info->shape == Shape::choice) return choice_words(d, value);
  if (d.info && d.info->shape == Shape::boolean)
    return d.env.say(value.empty() ? Message::no : Message::yes);
  const auto known = d.form.names.find(value);
  return known == d.form.names.end() ? value : known->second;
}

int width_in_characters(const FieldInfo* info) {
  if (!info || info->shape != Shape::text || info->field.high > 100'000) return 0;
  return static_cast<int>(info->field.high);
}

ui::FieldKind kind_of(const Drawn& d) {
  if (d.plan.way == FieldWay::lines) return ui::FieldKind::lines;
  if (!d.info) return ui::FieldKind::text;
  if (d.info->shape == Shape::integer || d.info->shape == Shape::real) return ui::FieldKind::number;
  if (d.info->field.kind == Kind::date) return ui::FieldKind::date;
  return d.info->field.kind == Kind::phone ? ui::FieldKind::phone : ui::FieldKind::text;
}

void text_way(Drawn& d) {
  const ui::FieldEvent e = ui::text_field(d.label, d.value,
                                          {.kind = kind_of(d),
                                           .hint = d.hint,
                                           .error = d.error,
                                           .autocomplete = "off",
                                           .max_length = width_in_characters(d.info),
                                           .lines = 2,
                                           .required = d.required(),
                                           .focus_now = d.form.first == d.plan.name});
  if (e.changed) d.changed();
  if (e.left && (!d.value.empty() || !d.form.fresh())) d.judge();
  d.entered = e.entered && d.plan.way != FieldWay::lines;
}

void choice_way(Drawn& d) {
  std::vector<std::string> wires(d.info->choices.begin(), d.info->choices.end());
  if (d.form.about.kind == FormKind::place) wires = levels_below(d.env);
  std::vector<std::string> words;
  int at = -1;
  for (const std::string& wire : wires) {
    if (wire == d.value) at = static_cast<int>(words.size());
    words.push_back(choice_words(d, wire));
  }
  const std::vector<std::string_view> shown(words.begin(), words.end());
  if (!ui::select(
          d.label, at, std::span<const std::string_view>(shown),
          {.placeholder = d.env.say(Message::form_choose), .error = d.error, .hint = d.hint}))
    return;
  d.value = wires[static_cast<std::size_t>(at)];
  d.changed(), d.judge();
}

void place_way(Drawn& d) {
  const bool none = !d.required();
  const auto rows = fitting_places(d.env, d.form.about.kind, d.plan.name, d.form.typed);
  std::vector<std::string> names, codes;
  if (none) names.emplace_back(d.env.say(Message::none)), codes.emplace_back();
  for (const api::PlaceRow* row : rows) {
    const api::PlaceRow* parent = d.env.places.find(row->parent);
    names.push_back(row->level == "grid" ? grid_words(parent ? parent->name : "", row->name)
                                         : row->name);
    codes.push_back(row->code);
  }
  std::vector<ui::Choice> choices;
  int at = -1;
  for (std::size_t i = 0; i < names.size(); i++) {
    choices.push_back({names[i]});
    if (codes[i] == d.value) at = static_cast<int>(i);
  }
  if (!ui::select(d.label, at, std::span<const ui::Choice>(choices),
                  {.placeholder = d.env.say(Message::form_choose),
                   .error = d.error,
                   .hint = d.hint,
                   .searchable = choices.size() > 10,
                   .none = d.env.say(Message::empty_filtered)}))
    return;
  d.value = codes[static_cast<std::size_t>(at)];
  d.changed(), d.judge();
}

void tags_way(Drawn& d) {
  text_way(d);
  ui::space(6);
  auto tags = parts_of(d.value);
  for (const char* tag : kUsualTags) {
    const auto at = std::find(tags.begin(), tags.end(), tag);
    const bool on = at != tags.end();
    if (!ui::chip(tag, {.on = on})) continue;
    if (on)
      tags.erase(at);
    else
      tags.emplace_back(tag);
    d.value = joined(tags);
    d.changed();
  }
}

/// Somebody found: id, name, where.
struct Hit {
  std::string id, name, where, short_name;
};

std::vector<Hit> hits_of(const Drawn& d) {
  std::vector<Hit> out;
  if (d.plan.way == FieldWay::household) {
    if (d.view.households && *d.view.households)
      for (const api::HouseholdRow& h : (*d.view.households)->households) {
        const std::string name = d.env.fill(Message::household_of, {h.head}) + " " + h.number;
        out.push_back({h.id, name, grid_words(h.village, h.grid_name) + " " + h.address, name});
      }
    return out;
  }
  if (d.view.people && *d.view.people)
    for (const api::PersonRow& p : (*d.view.people)->people)
      out.push_back(
          {p.id, p.name, grid_words(p.village, p.grid_name) + " " + p.household_number, p.name});
  return out;
}

bool searched(const Drawn& d) {
  return d.plan.way == FieldWay::household ? d.view.households && *d.view.households
                                           : d.view.people && *d.view.people;
}

/// The field in which somebody is looked for, and who was found. Returns who was chosen.
std::optional<Hit> look_for(Drawn& d, const std::vector<std::string>& taken) {
  std::string words = d.form.searching == d.plan.name ? d.form.words : std::string{};
  const bool home = d.plan.way == FieldWay::household;
  const ui::FieldEvent e = ui::text_field(
      d.label, words,
      {.kind = ui::FieldKind::search,
       .placeholder = d.env.say(home ? Message::form_household_hint : Message::award_person_hint),
       .hint = d.hint,
       .error = d.error,
       .icon = ui::Icon::search,
       .max_length = 40,
       .focus_now = d.form.first == d.plan.name});
  if (e.changed) d.form.searching = d.plan.name, d.form.words = words;
  if (words.empty() || d.form.searching != d.plan.name) return std::nullopt;
  ui::space(4);
  if (!searched(d))
    return ui::text(d.env.say(Message::loading), {.color = ui::Color::t3}), std::nullopt;
  std::optional<Hit> chosen;
  int shown = 0;
  for (const Hit& hit : hits_of(d)) {
    if (std::find(taken.begin(), taken.end(), hit.id) != taken.end()) continue;
    const ui::Scope scope(hit.id);
    const bool pressed = ui::list_row(hit.name, {.icon = home ? ui::Icon::home : ui::Icon::user,
                                                 .title = hit.name,
                                                 .detail = hit.where,
                                                 .chevron = false});
    if (pressed || (e.entered && shown == 0)) chosen = hit;
    if (++shown == 5) break;
  }
  if (shown == 0)
    ui::paragraph(d.env.fill(Message::form_found_none, {words}),
                  {.size = ui::Size::small, .color = ui::Color::t2});
  if (!chosen) return chosen;
  d.form.words.clear();
  d.form.names[chosen->id] = chosen->short_name;
  d.changed();
  return chosen;
}

void label_alone(const Drawn& d) {
  ui::text(d.label,
           {.size = ui::Size::small, .color = d.error.empty() ? ui::Color::t2 : ui::Color::cin});
  ui::space(3);
}

void one_way(Drawn& d) {
  if (d.value.empty()) {
    if (const auto hit = look_for(d, {})) d.value = hit->id;
    return;
  }
  label_alone(d);
  if (ui::chip(readable(d, d.value), {.on = true, .removable = true})) d.value.clear(), d.changed();
  if (!d.error.empty())
    ui::paragraph(d.error, {.size = ui::Size::caption, .color = ui::Color::cin});
}

void many_way(Drawn& d) {
  auto ids = parts_of(d.value);
  if (d.view.unseen_members > 0) {
    label_alone(d);
    ui::paragraph(d.env.fill(Message::form_members_keep, {text::count(d.view.unseen_members)}),
                  {.size = ui::Size::small, .color = ui::Color::cin});
    return;
  }
  if (const auto hit = look_for(d, ids)) ids.push_back(hit->id), ui::focus_field(d.label);
  if (!ids.empty()) {
    ui::space(6);
    const std::string list =
        d.env.fill(Message::teams_members, {text::count(static_cast<std::int64_t>(ids.size()))});
    ui::text(list, {.size = ui::Size::caption, .color = ui::Color::t3});
    ui::space(4);
    const ui::Rect all = ui::content();
    float rows = 1, x = 0;
    for (const std::string& id : ids) {
      const float w = ui::measure(readable(d, id), {.size = ui::Size::small}).x + 50;
      if (x + w > all.w - 12 && x > 0) rows++, x = 0;
      x += w;
    }
    const ui::Rect r = ui::take(0, std::min(kChipsMost, rows * 32));
    const ui::Scroll scroll("members", {r.x, r.y, r.w - 12, r.h});
    for (std::size_t i = 0; i < ids.size(); i++) {
      const ui::Scope scope(ids[i]);
      if (!ui::chip(readable(d, ids[i]), {.removable = true})) continue;
      ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(i));
      d.changed();
      break;
    }
  }
  d.value = joined(ids);
}

void draw_way(Drawn& d) {
  switch (d.plan.way) {
    case FieldWay::place: return place_way(d);
    case FieldWay::person:
    case FieldWay::household: return one_way(d);
    case FieldWay::people: return many_way(d);
    case FieldWay::tags: return tags_way(d);
    case FieldWay::fixed: {
      label_alone(d);
      const std::string words = readable(d, d.value);
      return ui::text(words);
    }
    case FieldWay::described:
    case FieldWay::lines: break;
  }
  if (d.info && d.info->shape == Shape::choice) return choice_way(d);
  if (d.info && d.info->shape == Shape::boolean) {
    bool on = !d.value.empty();
    if (ui::toggle(d.label, on, d.hint)) d.value = on ? "1" : "", d.changed();
    return;
  }
  text_way(d);
}

}  // namespace

const FieldInfo* described_field(const RecordForm& form, std::string_view name) {
  for (const FieldInfo& info : form.described)
    if (name == info.field.name) return &info;
  return nullptr;
}

std::string title_of_field(const Env& env, const FieldPlan& field) {
  const char* title = text::field_title(field.shown_as(), env.language());
  return title ? title : field.shown_as();
}

bool record_field(const Env& env, const FormView& view, const FieldPlan& field, RecordForm& form,
                  std::string_view error) {
  const ui::Scope scope(field.name);
  FieldPlan plan = field;
  if (plan.new_only && !form.fresh()) plan.way = FieldWay::fixed;
  Drawn d{env,
          view,
          plan,
          described_field(form, field.name),
          form,
          title_of_field(env, field),
          field.hint ? std::string(env.say(*field.hint)) : std::string{},
          error,
          form.typed[field.name]};
  const auto theirs = form.theirs.find(field.name);
  if (theirs != form.theirs.end())
    d.hint = env.fill(Message::form_theirs, {readable(d, theirs->second)});
  draw_way(d);
  return d.entered;
}

void focus_record_field(const Env& env, const FieldPlan& field, const RecordForm& form) {
  const ui::Scope scope(field.name);
  const std::string label = title_of_field(env, field);
  const describe::FieldInfo* info = described_field(form, field.name);
  const bool list = field.way == FieldWay::place ||
                    (field.way == FieldWay::described && info && info->shape == Shape::choice);
  if (list)
    ui::focus_select(label);
  else
    ui::focus_field(label);
}

}  // namespace shanzhi::screens
