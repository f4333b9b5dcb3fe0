// The look: every colour, size, ramp, font and easing of the product. Nothing else names one.
// Lengths are in "px", a design pixel at 1x; px() turns them into device pixels for draw lists.
#pragma once

#include <cstdint>
#include <span>

struct ImFont;

namespace shanzhi::widgets {

/// Packed as a draw list wants it: 0xAABBGGRR.
using Rgba = std::uint32_t;

enum class Scheme : std::uint8_t { light, dark, hall };

/// Which of the product's faces is shown; it decides the type scale and touch sizes.
enum class Face : std::uint8_t { desk, hall, phone, elder };

enum class Color : std::uint8_t {
  none,  ///< transparent
  bg,
  raise,
  sunk,
  rail,
  line,
  line2,
  t1,
  t2,
  t3,
  jade,
  on_jade,
  jade_tint,
  sel,
  gold_text,
  gold_fill,
  gold_tint,
  on_gold,
  cin,
  cin_fill,
  on_cin,
  on_cin_soft,
  alarm_cell,
  alarm_rim,
  slab,
  slab_high,
  map_rim,  ///< the celadon slab under the map: side, upper side, edge
  shadow,
  scrim,
  paper,
  ink,  ///< paper and ink: a QR code, the same in every scheme
  count
};

/// Semantic text sizes; each face has its own figures (look.md §2).
enum class Size : std::uint8_t {
  caption,  ///< the smallest that may be read
  small,
  body,
  h3,
  h2,
  h1,
  amount,  ///< a points numeral in a row
  figure,  ///< a headline figure
  code,    ///< eight digits to be typed by somebody
  clock,
  hero,
  count
};

enum class Weight : std::uint8_t { regular, semibold };

struct TypeStep {
  float size, line;
};  ///< px

enum class Ramp : std::uint8_t { jade, gold, diverging, alarm, categorical };

/// Durations in ms (look.md §4).
inline constexpr float kHoverMs = 80, kRowMs = 140, kDrawerMs = 220, kRecolourMs = 500,
                       kRollMs = 600, kBarMs = 400, kPulseMs = 1800;

/// Spacing in px; the grid is 4.
inline constexpr float kGap1 = 4, kGap2 = 8, kGap3 = 12, kGap4 = 16, kGap5 = 20, kGap6 = 24,
                       kGap10 = 40, kGap12 = 48;

struct ThemeState {
  Scheme scheme = Scheme::light;
  Face face = Face::desk;
  float device_scale = 1;  ///< device pixels in one design px: pixel ratio × the hall's k = H/1080
  bool reduced_motion = false;
  bool more_contrast = false;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
};
const ThemeState& theme();
/// What the system says of its screen, and of what the person who sits before it needs.
struct Display {
  float pixel_ratio = 1;
  bool reduced_motion = false;
  bool more_contrast = false;
};
/// For the platform, before each frame. The scheme and the face stay as the app has set them.
void set_display(const Display& display, ImFont* regular, ImFont* semibold);
void set_scheme(Scheme scheme);
void set_face(Face face);
/// k multiplies every px: H/1080 on a wall, 1 elsewhere. Takes effect in the next frame.
void set_wall_scale(float k);
float wall_scale();

Rgba color(Color c);
Rgba color(Color c, float alpha);   ///< alpha 0–1 multiplies
Rgba mix(Rgba a, Rgba b, float t);  ///< straight, per channel
Rgba with_alpha(Rgba c, float alpha);
float lightness(Rgba c);  ///< CIE L*, 0–100; for a label's colour
/// Steps must be 5, 7 or 9 for jade and gold; the others have one length (7, 7, 6).
std::span<const Rgba> ramp(Ramp r, int steps = 7);

TypeStep type(Size s);
Weight default_weight(Size s);  ///< large is regular, headings are semibold
ImFont* font(Weight w);

float px(float design_px);    ///< to device pixels, not rounded
float snap(float device_px);  ///< to whole device pixels
float hairline_px();          ///< device pixels of one hairline

float ease(float t);   ///< cubic-bezier(.2,0,0,1), t 0–1
float margin();        ///< page margin of this face, px
float touch_height();  ///< the least height of a thing to press, px

}  // namespace shanzhi::widgets
