// Setting words: measuring, cutting with …, wrapping by the rules of Han text.
#include "client/widgets/text.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/overlay.h"

namespace shanzhi::widgets {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr float kAscentShare = 0.88f;  // of the em box, as the font loaders have it

ImFont* face(const TextStyle& style) {
  return font(style.weight);
}

float run_width(std::string_view s, const TextStyle& style) {
  if (s.empty()) return 0;
  return face(style)
      ->CalcTextSizeA(font_pixels(style.size), FLT_MAX, 0, s.data(), s.data() + s.size())
      .x;
}

bool may_not_begin(char32_t c) {
  switch (c) {
    case U'，':
    case U'。':
    case U'、':
    case U'；':
    case U'：':
    case U'！':
    case U'？':
    case U'）':
    case U'”':
    case U'’':
    case U'》':
    case U'】':
    case U'…':
    case U'·':
    case U',':
    case U'.':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U')':
    case U'%':
    case U'—': return true;
    default: return false;
  }
}
bool may_not_end(char32_t c) {
  return c == U'（' || c == U'“' || c == U'‘' || c == U'《' || c == U'【' || c == U'(';
}
bool breaks_anywhere(char32_t c) {
  return c >= 0x2E80;
}

}  // namespace

std::size_t next_character(std::string_view s, std::size_t at, char32_t* out) {
  unsigned int c = 0;
  const int n = ImTextCharFromUtf8(&c, s.data() + at, s.data() + s.size());
  if (out) *out = static_cast<char32_t>(c);
  return at + static_cast<std::size_t>(std::max(1, n));
}

float font_pixels(Size size) {
  return std::max(1.f, snap(px(type(size).size)));
}
float ascent(Size size) {
  return logical(std::ceil(font_pixels(size) * kAscentShare));
}
Rgba ink(const TextStyle& style) {
  return style.tint ? style.tint : color(style.color);
}
float line_height(Size size) {
  return type(size).line;
}

float draw_text(ImVec2 at, std::string_view s, const TextStyle& style) {
  if (s.empty()) return at.x;
  at = {snap(at.x), snap(at.y)};
  draw_list()->AddText(face(style), font_pixels(style.size), at, ink(style), s.data(),
                       s.data() + s.size());
  return at.x + run_width(s, style);
}

Vec2 measure(std::string_view s, const TextStyle& style) {
  return {logical(run_width(shown(s), style)), type(style.size).line};
}

std::string fitted(std::string_view s, float width, const TextStyle& style) {
  const float room = px(width) + 0.5f;
  if (run_width(s, style) <= room) return std::string(s);
  const float dots = run_width(kEllipsis, style);
  ImFontBaked* baked = face(style)->GetFontBaked(font_pixels(style.size));
  float used = 0;
  std::size_t at = 0;
  while (at < s.size()) {
    char32_t c = 0;
    const std::size_t next = next_character(s, at, &c);
    const float w = baked->GetCharAdvance(static_cast<ImWchar>(c));
    if (used + w + dots > room) break;
    used += w;
    at = next;
  }
  return std::string(s.substr(0, at)) + std::string(kEllipsis);
}

namespace {

/// What a whole number leaves free for the decimal that its neighbours may have.
float room_for_decimal(std::string_view s, const TextStyle& style) {
  const bool whole = s.find('.') == std::string_view::npos;
  const bool number = s.find_first_of("0123456789") != std::string_view::npos;
  return whole && number ? measure(".0", style).x : 0;
}

}  // namespace

Rect mute_text_in(Rect r, std::string_view s, const TextStyle& style) {
  const std::string_view whole = shown(s);
  const std::string cut = fitted(whole, r.w, style);
  if (cut != whole) tooltip_over(r, whole);  // what had no room can still be read
  const float width = logical(run_width(cut, style));
  float x = r.x;
  if (style.align == Align::right) x = r.right() - width;
  if (style.align == Align::decimal)
    x = std::max(r.x, r.right() - width - room_for_decimal(cut, style));
  if (style.align == Align::centre) x = r.x + (r.w - width) / 2;
  const float em = logical(font_pixels(style.size));
  const float y = r.y + (r.h - em) / 2;
  draw_text({px(x), px(y)}, cut, style);
  return {x, r.y, width, r.h};
}

Rect text_in(Rect r, std::string_view s, const TextStyle& style) {
  const Rect drawn = mute_text_in(r, s, style);
  if (!s.empty()) add_node(make_id(s), Role::text, s, drawn);
  return drawn;
}

void text(std::string_view s, const TextStyle& style) {
  const bool natural = column().in_row;
  const float rest = column().rect.right() - cursor().x;
  const float wanted = measure(s, style).x;
  const float width = !natural        ? take_width(0)
                      : rest < wanted ? std::min(wanted, column().rect.w)
                                      : wanted;
  text_in(take(std::max(1.f, width), type(style.size).line), s, style);
}

std::vector<std::string_view> wrap(std::string_view s, float width, const TextStyle& style) {
  std::vector<std::string_view> lines;
  ImFontBaked* baked = face(style)->GetFontBaked(font_pixels(style.size));
  const float room = px(width) + 0.5f;
  std::size_t start = 0, good = 0, at = 0;
  float used = 0, used_at_good = 0;
  char32_t before = 0;
  while (at < s.size()) {
    char32_t c = 0;
    const std::size_t next = next_character(s, at, &c);
    if (c == U'\n') {
      lines.push_back(s.substr(start, at - start));
      start = good = at = next;
      used = used_at_good = 0, before = 0;
      continue;
    }
    const bool after_space = before == U' ';
    const bool han = breaks_anywhere(c) || breaks_anywhere(before);
    if (at > start && (after_space || han) && !may_not_begin(c) && !may_not_end(before))
      good = at, used_at_good = used;
    const float w = baked->GetCharAdvance(static_cast<ImWchar>(c));
    if (used + w > room && at > start && c != U' ') {
      if (good <= start) good = at, used_at_good = used;
      std::string_view line = s.substr(start, good - start);
      if (line.ends_with(' '))
        line.remove_suffix(1);  // it would have no room, and cost an ellipsis
      lines.push_back(line);
      used -= used_at_good;
      start = good;
      used_at_good = 0;
    }
    used += w;
    before = c;
    at = next;
  }
  if (start < s.size() || lines.empty()) lines.push_back(s.substr(start));
  return lines;
}

float paragraph_height(std::string_view s, float width, const TextStyle& style, int max_lines) {
  int n = static_cast<int>(wrap(shown(s), width, style).size());
  if (max_lines > 0) n = std::min(n, max_lines);
  return static_cast<float>(n) * type(style.size).line;
}

void mute_paragraph_in(Rect r, std::string_view s, const TextStyle& style, int max_lines) {
  const std::string_view body = shown(s);
  const auto lines = wrap(body, r.w, style);
  std::size_t n = lines.size();
  if (max_lines > 0) n = std::min(n, static_cast<std::size_t>(max_lines));
  const float line = type(style.size).line;
  for (std::size_t i = 0; i < n; i++) {
    std::string_view words = lines[i];
    if (i + 1 == n && n < lines.size())
      words = body.substr(static_cast<std::size_t>(words.data() - body.data()));
    mute_text_in({r.x, r.y + line * static_cast<float>(i), r.w, line}, words, style);
  }
}

void paragraph(std::string_view s, const TextStyle& style, int max_lines) {
  const float width = take_width(0);
  const Rect r = take(width, paragraph_height(s, width, style, max_lines));
  mute_paragraph_in(r, s, style, max_lines);
  if (!s.empty()) add_node(make_id(s), Role::text, s, r);
}

void heading_in(Rect r, int level, std::string_view s, std::string_view aside) {
  const Size size = level == 1 ? Size::h1 : level == 2 ? Size::h2 : Size::h3;
  const TextStyle style{.size = size, .weight = Weight::semibold};
  const Rect drawn = mute_text_in(r, s, style);
  add_node(make_id(s), Role::heading, s, drawn, 0, level);
  if (aside.empty()) return;
  const float x = drawn.right() + kGap2;
  const TextStyle quiet{.size = Size::small, .color = Color::t2};
  const float lift =
      ascent(size) - ascent(quiet.size) - (type(size).size - type(quiet.size).size) / 2;
  text_in({x, r.y + lift, r.right() - x, r.h}, aside, quiet);
}
void heading(int level, std::string_view s, std::string_view aside) {
  const Size size = level == 1 ? Size::h1 : level == 2 ? Size::h2 : Size::h3;
  heading_in(take(take_width(0), type(size).line), level, s, aside);
}

void key_value(std::string_view key, std::string_view value, const TextStyle& value_style) {
  const TextStyle quiet{.size = value_style.size, .color = Color::t2};
  const Rect r = take(take_width(0), type(value_style.size).line + kGap1);
  TextStyle right = value_style;
  right.align = Align::right;
  const Rect drawn = mute_text_in(r, value, right);
  mute_text_in({r.x, r.y, drawn.x - r.x - kGap2, r.h}, key, quiet);
  std::string name(shown(key));
  name += " ";
  name += shown(value);
  add_node(make_id(key), Role::text, name, r);
}

}  // namespace shanzhi::widgets
