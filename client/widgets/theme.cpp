// The tokens themselves, as look.md lists them.
#include "client/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "client/widgets/text.h"

namespace shanzhi::widgets {
namespace {

constexpr Rgba rgb(std::uint32_t hex, float alpha = 1) {
  const auto a = static_cast<std::uint32_t>(alpha * 255 + 0.5f);
  return (a << 24) | ((hex & 0xFF) << 16) | (hex & 0xFF00) | (hex >> 16);
}

constexpr int kColors = static_cast<int>(Color::count);
using Palette = std::array<Rgba, kColors>;

struct Token {
  Color name;
  std::uint32_t light, dark, hall;
};
constexpr Token kTokens[] = {
    {Color::bg, 0xFAF7F0, 0x0F1513, 0x0B100F},
    {Color::raise, 0xFFFDF8, 0x151D1A, 0x121A18},
    {Color::sunk, 0xF2EDE1, 0x0B100F, 0x0B100F},
    {Color::rail, 0xF5F1E7, 0x0C1210, 0x0B100F},
    {Color::line, 0xE4DDCD, 0x25302C, 0x22302B},
    {Color::line2, 0xCFC7B4, 0x3A4842, 0x33433D},
    {Color::t1, 0x1C211F, 0xF1F2EA, 0xF1F2EA},
    {Color::t2, 0x545B55, 0xAEB8B0, 0xAEB8B0},
    {Color::t3, 0x666C64, 0x8B978F, 0x849088},
    {Color::jade, 0x0E6A55, 0x6FC7A6, 0x6FC7A6},
    {Color::on_jade, 0xFFFDF8, 0x0B100F, 0x0B100F},
    {Color::jade_tint, 0xE3EEE3, 0x16332B, 0x16332B},
    {Color::sel, 0xE9F0E6, 0x182723, 0x182723},
    {Color::gold_text, 0x85590A, 0xE9C067, 0xE9C067},
    {Color::gold_fill, 0xC9962B, 0xE9C067, 0xE9C067},
    {Color::gold_tint, 0xF6ECD2, 0x2B2417, 0x2B2417},
    {Color::on_gold, 0x1C211F, 0x0B100F, 0x0B100F},
    {Color::cin, 0xB02E1C, 0xFF7A62, 0xFF7A62},
    {Color::cin_fill, 0xB02E1C, 0xB02E1C, 0xB02E1C},
    {Color::on_cin, 0xFFF8F0, 0xFFF8F0, 0xFFF8F0},
    {Color::on_cin_soft, 0xFFE3D8, 0xFFE3D8, 0xFFE3D8},
    {Color::alarm_cell, 0xE5482F, 0xE5482F, 0xE5482F},
    {Color::alarm_rim, 0xFFF4EA, 0xFFF4EA, 0xFFF4EA},
    {Color::slab, 0xB9C9B3, 0x0F3A33, 0x0F3A33},
    {Color::slab_high, 0xB9C9B3, 0x1D5A4C, 0x1D5A4C},
    {Color::map_rim, 0x5E9C82, 0x8FD8BA, 0x8FD8BA},
    {Color::paper, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
    {Color::ink, 0x0B100F, 0x0B100F, 0x0B100F},
};

/// In place of those for whoever has asked the system for more contrast: words at 7:1 or better on every
/// ground (WCAG 1.4.6), the edges of what can be pressed at 3:1 (1.4.11).
constexpr Token kStrongTokens[] = {
    {Color::line, 0x8A8B7E, 0x6F7C75, 0x6F7C75}, {Color::line2, 0x6A7068, 0x8B978F, 0x8B978F},
    {Color::t2, 0x2E3531, 0xDDE3DC, 0xDDE3DC},   {Color::t3, 0x3F4641, 0xC4CDC5, 0xC4CDC5},
    {Color::jade, 0x084A3A, 0x9FE3C8, 0x9FE3C8}, {Color::gold_text, 0x5E3D00, 0xF5D68F, 0xF5D68F},
    {Color::cin, 0x8A1D0E, 0xFFB3A3, 0xFFB3A3},  {Color::cin_fill, 0x8A1D0E, 0x8A1D0E, 0x8A1D0E},
};

constexpr Palette palette(Scheme scheme, bool strong = false) {
  Palette p{};
  const auto take = [&](std::span<const Token> tokens) {
    for (const Token& t : tokens)
      p[static_cast<std::size_t>(t.name)] = rgb(scheme == Scheme::light  ? t.light
                                                : scheme == Scheme::dark ? t.dark
                                                                         : t.hall);
  };
  take(kTokens);
  if (strong) take(kStrongTokens);
  p[static_cast<std::size_t>(Color::shadow)] = rgb(0x0B100F, scheme == Scheme::light ? .16f : .40f);
  p[static_cast<std::size_t>(Color::scrim)] = rgb(0x0B100F, scheme == Scheme::light ? .32f : .60f);
  return p;
}
constexpr std::array<Palette, 3> kPalettes = {palette(Scheme::light), palette(Scheme::dark),
                                              palette(Scheme::hall)};
constexpr std::array<Palette, 3> kStrongPalettes = {
    palette(Scheme::light, true), palette(Scheme::dark, true), palette(Scheme::hall, true)};

template <std::size_t N>
constexpr std::array<Rgba, N> steps(const std::uint32_t (&hex)[N]) {
  std::array<Rgba, N> out{};
  for (std::size_t i = 0; i < N; i++) out[i] = rgb(hex[i]);
  return out;
}
constexpr auto kJadeLight5 = steps({0xE6EFDD, 0xA9D0AE, 0x64A684, 0x24745B, 0x013F35});
constexpr auto kJadeLight7 =
    steps({0xE6EFDD, 0xBFDABB, 0x91C6A3, 0x64A684, 0x318668, 0x17624F, 0x013F35});
constexpr auto kJadeLight9 = steps(
    {0xE6EFDD, 0xCADFC3, 0xA9D0AE, 0x86BE9B, 0x64A684, 0x3F8E6E, 0x24745B, 0x115949, 0x013F35});
constexpr auto kJadeDark5 = steps({0x132D2B, 0x1E594C, 0x3C8B6F, 0x7BBF96, 0xD4EFD1});
constexpr auto kJadeDark7 =
    steps({0x132D2B, 0x1A4A41, 0x246856, 0x3C8B6F, 0x58B087, 0x9BCFA8, 0xD4EFD1});
constexpr auto kJadeDark9 = steps(
    {0x132D2B, 0x18423C, 0x1E594C, 0x2A715C, 0x3C8B6F, 0x50A681, 0x7BBF96, 0xAAD7B1, 0xD4EFD1});
constexpr auto kGoldLight5 = steps({0xF5EFD8, 0xE3CC96, 0xC69E58, 0x9A6B2A, 0x613F1A});
constexpr auto kGoldLight7 =
    steps({0xF5EFD8, 0xE8D8AC, 0xDFC07F, 0xC69E58, 0xAD7C2F, 0x875C25, 0x613F1A});
constexpr auto kGoldLight9 = steps(
    {0xF5EFD8, 0xEBDEB8, 0xE3CC96, 0xD9B775, 0xC69E58, 0xB3843A, 0x9A6B2A, 0x7D5522, 0x613F1A});
constexpr auto kGoldDark5 = steps({0x34291A, 0x6C4E23, 0xA47B36, 0xD5B065, 0xFAECB6});
constexpr auto kGoldDark7 =
    steps({0x34291A, 0x584221, 0x7F5C25, 0xA47B36, 0xCA9C48, 0xE1C480, 0xFAECB6});
constexpr auto kGoldDark9 = steps(
    {0x34291A, 0x4F3B1F, 0x6C4E23, 0x896329, 0xA47B36, 0xC19444, 0xD5B065, 0xE7CE8E, 0xFAECB6});
constexpr auto kDivergingLight =
    steps({0x713E1E, 0xAE794C, 0xD5B898, 0xEDEBE2, 0x97CBB9, 0x3F917E, 0x124D45});
constexpr auto kDivergingDark =
    steps({0xF1B77E, 0xB77D50, 0x744E34, 0x2F312B, 0x2E6358, 0x51A48C, 0xADE7C7});
constexpr auto kAlarm =
    steps({0x161D1B, 0x1B2421, 0x212B28, 0x28332F, 0x303D38, 0x394741, 0x44544D});
constexpr auto kCategoricalLight =
    steps({0x1E7359, 0xB98935, 0x3E5679, 0xA16E8A, 0x764834, 0x92938B});
constexpr auto kCategoricalDark =
    steps({0x68BF9B, 0xE4BF72, 0x6A88B0, 0xC792AF, 0xA87156, 0xA5A59D});

//                                    caption   small     body      h3        h2        h1
//                                    amount    figure    code      clock     hero
using Scale = std::array<TypeStep, static_cast<std::size_t>(Size::count)>;
constexpr Scale kDesk = {{{12, 18},
                          {13, 20},
                          {14, 20},
                          {14, 20},
                          {16, 24},
                          {20, 28},
                          {16, 24},
                          {32, 42},
                          {28, 34},
                          {20, 28},
                          {32, 42}}};
constexpr Scale kHall = {{{20, 28},
                          {22, 30},
                          {24, 32},
                          {24, 32},
                          {28, 36},
                          {40, 48},
                          {28, 36},
                          {48, 54},
                          {48, 54},
                          {76, 84},
                          {104, 104}}};
constexpr Scale kPhone = {{{13, 18},
                           {14, 20},
                           {16, 24},
                           {16, 24},
                           {18, 26},
                           {22, 30},
                           {21, 28},
                           {28, 30},
                           {34, 42},
                           {28, 30},
                           {76, 76}}};
constexpr Scale kElder = {{{20, 28},
                           {22, 30},
                           {24, 36},
                           {24, 36},
                           {28, 38},
                           {30, 40},
                           {30, 40},
                           {40, 48},
                           {40, 48},
                           {40, 48},
                           {100, 104}}};

ThemeState g_theme;
float g_wall_scale = 1;

}  // namespace

const ThemeState& theme() {
  return g_theme;
}

void set_display(const Display& display, ImFont* regular, ImFont* semibold) {
  g_theme.device_scale = display.pixel_ratio * g_wall_scale;
  g_theme.reduced_motion = display.reduced_motion;
  g_theme.more_contrast = display.more_contrast;
  g_theme.regular = regular;
  g_theme.semibold = semibold;
}
void set_scheme(Scheme scheme) {
  g_theme.scheme = scheme;
}
void set_face(Face face) {
  g_theme.face = face;
}
void set_wall_scale(float k) {
  g_wall_scale = std::clamp(k, 0.25f, 8.0f);
}
float wall_scale() {
  return g_wall_scale;
}

Rgba color(Color c) {
  const auto scheme = static_cast<std::size_t>(g_theme.scheme), name = static_cast<std::size_t>(c);
  if (g_theme.more_contrast) return kStrongPalettes[scheme][name];
  // The large-type face keeps its main text at 7:1 or better.
  if (g_theme.face == Face::elder && g_theme.scheme == Scheme::light) {
    if (c == Color::gold_text) return rgb(0x6B4500);
    if (c == Color::jade) return rgb(0x0A5443);
    if (c == Color::t3) return color(Color::t2);
  }
  return kPalettes[scheme][name];
}
Rgba color(Color c, float alpha) {
  return with_alpha(color(c), alpha);
}

Rgba with_alpha(Rgba c, float alpha) {
  const float a = static_cast<float>(c >> 24) * std::clamp(alpha, 0.f, 1.f);
  return (c & 0x00FFFFFF) | (static_cast<Rgba>(a + 0.5f) << 24);
}

Rgba mix(Rgba a, Rgba b, float t) {
  t = std::clamp(t, 0.f, 1.f);
  Rgba out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const auto from = static_cast<float>((a >> shift) & 0xFF);
    const auto to = static_cast<float>((b >> shift) & 0xFF);
    out |= static_cast<Rgba>(from + (to - from) * t + 0.5f) << shift;
  }
  return out;
}

float lightness(Rgba c) {
  const auto linear = [c](int shift) {
    const float v = static_cast<float>((c >> shift) & 0xFF) / 255;
    return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
  };
  const float y = 0.2126f * linear(0) + 0.7152f * linear(8) + 0.0722f * linear(16);
  return y <= 0.008856f ? y * 903.3f : 116 * std::cbrt(y) - 16;
}

std::span<const Rgba> ramp(Ramp r, int n) {
  const bool light = g_theme.scheme == Scheme::light;
  switch (r) {
    case Ramp::jade:
      if (n <= 5) return light ? kJadeLight5 : kJadeDark5;
      if (n <= 7) return light ? kJadeLight7 : kJadeDark7;
      return light ? kJadeLight9 : kJadeDark9;
    case Ramp::gold:
      if (n <= 5) return light ? kGoldLight5 : kGoldDark5;
      if (n <= 7) return light ? kGoldLight7 : kGoldDark7;
      return light ? kGoldLight9 : kGoldDark9;
    case Ramp::diverging: return light ? kDivergingLight : kDivergingDark;
    case Ramp::alarm: return kAlarm;
    case Ramp::categorical: return light ? kCategoricalLight : kCategoricalDark;
  }
  return kJadeLight7;
}

TypeStep type(Size s) {
  const auto i = static_cast<std::size_t>(s);
  switch (g_theme.face) {
    case Face::desk: return kDesk[i];
    case Face::hall: return kHall[i];
    case Face::phone: return kPhone[i];
    case Face::elder: return kElder[i];
  }
  return kDesk[i];
}

Weight default_weight(Size s) {
  switch (s) {
    case Size::h1:
    case Size::h2:
    case Size::h3:
    case Size::amount:
    case Size::code: return Weight::semibold;
    case Size::caption:
    case Size::small:
    case Size::body:
    case Size::figure:
    case Size::clock:
    case Size::hero:
    case Size::count: return Weight::regular;
  }
  return Weight::regular;
}

ImFont* font(Weight w) {
  return w == Weight::semibold ? g_theme.semibold : g_theme.regular;
}

float px(float design_px) {
  return design_px * g_theme.device_scale;
}
float snap(float device_px) {
  return std::floor(device_px + 0.5f);
}
float hairline_px() {
  return g_theme.face == Face::hall ? std::max(1.f, snap(0.75f * g_theme.device_scale)) : 1.f;
}

float ease(float t) {
  // cubic-bezier(.2,0,0,1): solve x(s)=t by bisection, then take y(s).
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  float low = 0, high = 1;
  for (int i = 0; i < 14; i++) {
    const float s = (low + high) / 2;
    const float x = 3 * (1 - s) * (1 - s) * s * 0.2f + s * s * s;
    (x < t ? low : high) = s;
  }
  const float s = (low + high) / 2;
  return 3 * (1 - s) * s * s + s * s * s;
}

float margin() {
  switch (g_theme.face) {
    case Face::hall: return 48;
    case Face::desk: return 24;
    case Face::phone:
    case Face::elder: return 20;
  }
  return 24;
}

float touch_height() {
  switch (g_theme.face) {
    case Face::hall:
    case Face::desk: return 32;
    case Face::phone: return 48;
    case Face::elder: return 64;
  }
  return 32;
}

}  // namespace shanzhi::widgets
