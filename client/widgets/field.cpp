// Text fields: the drawn frame with label, unit, hint and error; the words in it are drawn here while the
// page's real field is not in use, and by that field while it is.
#include "client/widgets/field.h"

#include <algorithm>
#include <charconv>

#include "client/widgets/button.h"
#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

constexpr float kPad = 10;
constexpr float kFrameRadius = 4;

const char* html_type(FieldKind kind) {
  switch (kind) {
    case FieldKind::text: return "text";
    case FieldKind::password: return "password";
    case FieldKind::search: return "search";
    case FieldKind::number: return "number";
    case FieldKind::phone: return "tel";
    case FieldKind::date: return "date";
    case FieldKind::date_time: return "datetime-local";
    case FieldKind::lines: return "textarea";
  }
  return "text";
}

FieldEvent heard(Id id, std::string& value) {
  FieldEvent e;
  UiState& ui = ui_state();
  for (const FieldChange& c : ui.field_changes) {
    if (c.id != id) continue;
    switch (c.signal) {
      case FieldSignal::input:
        e.changed = e.changed || value != c.value;
        value = c.value;
        break;
      case FieldSignal::enter: e.entered = true; break;
      case FieldSignal::escape: e.escaped = true; break;
      case FieldSignal::focus: ui.field_focus = id; break;
      case FieldSignal::blur:
        e.left = true;
        if (ui.field_focus == id) ui.field_focus = 0;
        break;
    }
  }
  e.focused = ui.field_focus == id;
  return e;
}

std::string as_shown(const std::string& value, const FieldOptions& o) {
  switch (o.kind) {
    case FieldKind::password: {
      std::string dots;
      for (std::size_t at = 0; at < value.size(); at = next_character(value, at)) dots += "•";
      return dots;
    }
    case FieldKind::date_time: {
      std::string s = value;
      std::replace(s.begin(), s.end(), 'T', ' ');
      return s;
    }
    case FieldKind::text:
    case FieldKind::search:
    case FieldKind::number:
    case FieldKind::phone:
    case FieldKind::date:
    case FieldKind::lines: return value;
  }
  return value;
}

void draw_label(std::string_view label, const FieldOptions& o) {
  if (o.label_hidden) return;
  const Rect r =
      take(take_width(column().has_next_width ? column().next_width : 0), type(Size::small).line);
  const Rect drawn = mute_text_in(
      r, label, {.size = Size::small, .color = o.error.empty() ? Color::t2 : Color::cin});
  if (o.required)
    mute_text_in({drawn.right() + 3, r.y, 12, r.h}, "*", {.size = Size::small, .color = Color::t3});
  space(3);
}

struct Insets {
  float left = kPad, right = kPad;
};

Insets insets(const FieldOptions& o, bool clear) {
  Insets in;
  if (o.icon != Icon::none) in.left = kPad + 26;
  if (!o.unit.empty()) in.right = kPad + measure(o.unit, {.size = Size::small}).x + 6;
  if (clear) in.right += 22;
  return in;
}

void draw_value(Rect frame, Insets in, const std::string& value, const FieldOptions& o) {
  const bool blank = value.empty();
  const std::string words = blank ? std::string(o.placeholder) : as_shown(value, o);
  TextStyle style{.color = blank || !o.enabled ? Color::t3 : Color::t1};
  const Rect inner{frame.x + in.left, frame.y, frame.w - in.left - in.right, frame.h};
  if (o.kind != FieldKind::lines) {
    mute_text_in(inner, words, style);
    return;
  }
  const float line = snap(px(type(Size::body).size * 1.5f)) / theme().device_scale;
  float y = frame.y + 6;
  for (const std::string_view part : wrap(words, inner.w, style)) {
    if (y + line > frame.bottom()) break;
    mute_text_in({inner.x, y, inner.w + 2, line}, part, style);
    y += line;
  }
}

void draw_frame(Rect r, const FieldOptions& o, bool in_use, bool hovered) {
  fill(r, o.enabled ? Color::raise : Color::sunk, kFrameRadius);
  if (!o.error.empty())
    outline(r, Color::cin, kFrameRadius, 1.5f);
  else if (in_use)
    outline(r, Color::jade, kFrameRadius, 1.5f);
  else
    outline(r, hovered && o.enabled ? Color::t3 : Color::line2, kFrameRadius);
  if (o.icon != Icon::none) icon(o.icon, {r.x + kPad, r.y + (r.h - 18) / 2}, 18, Color::t2);
  if (!o.unit.empty())
    mute_text_in({r.x, r.y, r.w - kPad, r.h}, o.unit,
                 {.size = Size::small, .color = Color::t2, .align = Align::right});
}

/// Error with its fix, or hint, below the frame.
bool draw_below(Rect frame, const FieldOptions& o) {
  const std::string_view words = o.error.empty() ? o.hint : o.error;
  if (words.empty()) return false;
  const bool wrong = !o.error.empty();
  const TextStyle style{.size = Size::caption, .color = wrong ? Color::cin : Color::t3};
  const float lead = wrong ? 19.f : 0.f;
  const float height = paragraph_height(words, frame.w - lead, style);
  space(4);
  const Rect r = take(frame.w, height);
  if (wrong) icon(Icon::warn, {r.x, r.y + (type(Size::caption).line - 14) / 2}, 14, Color::cin);
  {
    const Box box({r.x + lead, r.y, r.w - lead, r.h});
    push_silent();  // the field itself carries it as its description
    paragraph(words, style);
    pop_silent();
  }
  if (!wrong || o.fix.empty()) return false;
  space(6);
  return button(o.fix, {.small = true});
}

}  // namespace

void on_field(Id id, FieldSignal signal, std::string_view value) {
  UiState& ui = ui_state();
  if (signal == FieldSignal::focus) ui.typing = true;
  if (signal == FieldSignal::blur) ui.typing = false;
  ui.field_changes_next.push_back({id, signal, std::string(value)});
}

void focus_field(std::string_view label) {
  const Scope scope(label);
  request_focus(make_id("field"));
}

FieldEvent text_field(std::string_view label, std::string& value, const FieldOptions& o) {
  const Scope scope(label);
  const Id id = make_id("field");
  FieldEvent e = heard(id, value);
  Lane& c = column();
  const bool fixed = c.has_next_width;
  const float wanted = c.next_width;
  draw_label(label, o);
  if (fixed) set_next_width(wanted);
  const float height = o.kind == FieldKind::lines
                           ? 12 + static_cast<float>(o.lines) * type(Size::body).size * 1.5f
                           : touch_height();
  const Rect r = take(take_width(0), height);
  const bool clear = o.clearable && !value.empty() && o.enabled;
  const Insets in = insets(o, clear);
  bool fresh = false;
  appear(id, 1, &fresh);
  const Touch t = touch(make_id("frame"), r, o.enabled);
  if (t.hovered) want_cursor("text");
  if (t.pressed || (fresh && o.focus_now)) request_focus(id);
  draw_frame(r, o, e.focused, t.hovered);
  if (!e.focused) draw_value(r, in, value, o);

  FieldNode f;
  f.id = id;
  f.rect = r;
  f.pad_left = in.left, f.pad_right = in.right, f.pad_top = 6;
  f.type = html_type(o.kind);
  f.name = shown(label), f.value = value, f.placeholder = o.placeholder;
  f.describe = o.error.empty() ? o.hint : o.error;
  f.autocomplete = o.autocomplete;
  f.font_size = type(Size::body).size;
  f.max_length = o.max_length;
  f.disabled = !o.enabled, f.invalid = !o.error.empty(), f.required = o.required;
  if (visible(r) && ui_state().silent == 0) {
    add_node(id, Role::textbox, label, r,
             (f.invalid ? kInvalid : 0u) | (f.disabled ? kDisabled : 0u), 0, value, f.describe);
    ui_state().access.fields.push_back(std::move(f));
  }
  if (clear) {
    const Rect cross{r.right() - in.right + 2, r.y + (r.h - 20) / 2, 20, 20};
    if (press_area("×", cross).pressed) value.clear(), e.changed = true;
    icon_in(cross, Icon::cross, 14, Color::t3);
  }
  e.fix = draw_below(r, o);
  return e;
}

FieldEvent search_field(std::string_view label, std::string& value, std::string_view placeholder) {
  return text_field(label, value,
                    {.kind = FieldKind::search,
                     .placeholder = placeholder.empty() ? shown(label) : placeholder,
                     .icon = Icon::search,
                     .label_hidden = true,
                     .clearable = true});
}

FieldEvent date_field(std::string_view label, std::string& iso_date, const FieldOptions& options) {
  FieldOptions o = options;
  if (o.kind != FieldKind::date_time) o.kind = FieldKind::date;
  return text_field(label, iso_date, o);
}

FieldEvent number_field(std::string_view label, std::string& typed, std::string_view unit,
                        const FieldOptions& options) {
  FieldOptions o = options;
  o.kind = FieldKind::number;
  o.unit = unit;
  return text_field(label, typed, o);
}

}  // namespace shanzhi::widgets
