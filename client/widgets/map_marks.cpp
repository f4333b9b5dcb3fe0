// What lies on the map: sites, shops, homes and teams, pulses where something happened, names.
#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/layout.h"
#include "client/widgets/map_view.h"

namespace shanzhi::widgets {
namespace {

constexpr int kRings = 3;
constexpr float kTeam = 7;          ///< px, radius of a team's mark
constexpr float kBelowName = 17;    ///< px: it stands below the name of its place
constexpr float kPale = 72;         ///< L* of a cell from which on words are dark
constexpr double kDotMs = 600'000;  ///< then what happened is no longer news

bool overlaps(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

/// Text with a halo: eight faint copies round it.
void haloed(Vec2 centre, std::string_view words, TextStyle style, Rgba halo) {
  const Vec2 size = measure(words, style);
  const float em = type(style.size).size;
  const ImVec2 at{px(centre.x - size.x / 2), px(centre.y - em / 2)};
  const float d = std::max(1.f, px(1.5f));
  TextStyle ghost = style;
  ghost.tint = halo;
  constexpr ImVec2 kAround[] = {{1, 0},     {-1, 0},     {0, 1},      {0, -1},
                                {.7f, .7f}, {-.7f, .7f}, {.7f, -.7f}, {-.7f, -.7f}};
  for (const ImVec2& o : kAround) draw_text({at.x + o.x * d, at.y + o.y * d}, words, ghost);
  draw_text(at, words, style);
}

}  // namespace

void MapView::draw_mark(const MapMark& mark, Vec2 at) const {
  const float r = mark.kind == MarkKind::site ? 5.f : 4.f;
  const auto corner = [&](float x, float y) { return dev(Vec2{at.x + x, at.y + y}); };
  switch (mark.kind) {
    case MarkKind::site: {
      const ImVec2 box[] = {corner(0, -r), corner(r, 0), corner(0, r), corner(-r, 0)};
      draw_list()->AddConvexPolyFilled(box, 4, color(Color::bg));
      draw_list()->AddPolyline(box, 4, color(Color::t1), ImDrawFlags_Closed, px(1.5f));
      return;
    }
    case MarkKind::shop: {
      const ImVec2 box[] = {corner(-r, -r), corner(r, -r), corner(r, r), corner(-r, r)};
      draw_list()->AddConvexPolyFilled(box, 4, color(Color::gold_fill));
      draw_list()->AddPolyline(box, 4, color(Color::bg), ImDrawFlags_Closed, px(1));
      return;
    }
    case MarkKind::home:
      disc(at, r + 1, Color::bg);
      disc(at, r, Color::t2);
      return;
    case MarkKind::team:
      disc(at, kTeam, Color::raise);
      ring(at, kTeam, Color::jade);
      if (mark.count < 2) return disc(at, 3, Color::jade);
      const std::string number = std::to_string(mark.count);
      const TextStyle style{.size = Size::caption, .weight = Weight::semibold};
      const Vec2 size = measure(number, style);
      draw_text({px(at.x - size.x / 2), px(at.y - type(style.size).size / 2)}, number, style);
  }
}

void MapView::draw_marks(const MapInput& in, MapEvent& event) {
  const Vec2 hand = pointer();
  float nearest = rect_.contains(hand) ? 9.f : 0.f;
  for (std::size_t i = 0; i < in.marks.size(); i++) {
    const MapMark& mark = in.marks[i];
    Vec2 at = to_page(in.shape.project(mark.at));
    if (mark.kind == MarkKind::team) at.y += kBelowName;
    if (!rect_.contains(at)) continue;
    draw_mark(mark, at);
    const float away = std::max(std::abs(hand.x - at.x), std::abs(hand.y - at.y));
    if (away < nearest) nearest = away, event.mark = static_cast<int>(i);
  }
}

void MapView::draw_pulses(const MapInput& in) {
  const double now = frame_ms();
  std::erase_if(pulses_, [&](const Pulse& p) { return p.since >= 0 && now - p.since > kDotMs; });
  const bool hall = theme().face == Face::hall;
  const float low = hall ? 8.f : 6.f, high = hall ? 46.f : 20.f, k = hall ? 1.6f : 1.f;
  for (Pulse& p : pulses_) {
    if (p.since < 0) p.since = now;
    const int cell = in.shape.find(p.grid);
    if (cell < 0) continue;
    const Vec2 at = to_page(in.shape.cells[static_cast<std::size_t>(cell)].middle);
    const Color ink = p.gold ? Color::gold_fill : Color::t1;
    const double age = now - p.since;
    if (age < static_cast<double>(kPulseMs) * kRings && !reduced_motion()) {
      const auto t = static_cast<float>(std::fmod(age, static_cast<double>(kPulseMs)) /
                                        static_cast<double>(kPulseMs));
      for (int i = 0; i < (hall ? kRings : 1); i++) {  // on a wall one within another
        const float u = t - .22f * static_cast<float>(i);
        if (u < 0) break;
        draw_list()->AddCircle(dev(at), px(low + (high - low) * u), color(ink, .95f * (1 - t)), 0,
                               px(1.5f * k));
      }
      animate();
    } else {
      ring(at, 9 * k, ink, 1.2f * k);
    }
    disc(at, 4.5f * k, Color::bg);
    disc(at, 3.2f * k, ink);
  }
}

void MapView::draw_names(const MapInput& in) {
  std::vector<Rect> taken;
  const bool close = camera_.scale > fit_scale_ * 3.2f;
  const int alarmed = in.shape.find(in.alarm);
  const std::string_view lit =
      alarmed < 0 ? in.alarm : in.shape.cells[static_cast<std::size_t>(alarmed)].village;
  const auto place = [&](const MapName& name, TextStyle style) {
    const Vec2 at = to_page(name.at);
    const Vec2 size = measure(name.words, style);
    const Rect r{at.x - size.x / 2 - 2, at.y - size.y / 2, size.x + 4, size.y};
    if (!rect_.contains(at) ||
        std::any_of(taken.begin(), taken.end(), [&](const Rect& t) { return overlaps(t, r); }))
      return;
    taken.push_back(r);
    const bool quiet = !in.alarm.empty() && name.code != lit;  // in alarm only one is bright
    // A name lies over several cells: its halo, not the cell below its middle, makes it readable. A wall
    // is looked at from afar: there dark words on the palest cells.
    const bool pale = theme().face == Face::hall && in.alarm.empty() && name.cell >= 0 &&
                      lightness(cell_colour(in, static_cast<std::size_t>(name.cell))) >= kPale;
    const bool dark_words = pale || theme().scheme == Scheme::light;
    const Rgba halo = pale ? ramp(Ramp::jade)[6] : color(dark_words ? Color::paper : Color::ink);
    style.tint = color(dark_words ? Color::ink : quiet ? Color::t3 : Color::paper);
    haloed(at, name.words, style, with_alpha(halo, pale ? .5f : .72f));
  };
  for (const MapName& name : in.shape.villages) {
    TextStyle style{.size = Size::small, .weight = name.seat ? Weight::semibold : Weight::regular};
    if (name.seat || !in.alarm.empty()) style.size = Size::h2;
    if (!close) {
      place(name, style);
    } else {
      style.weight = Weight::semibold;  // near to, the village stands above its grids
      style.size = Size::h2;
      place(name, style);
    }
  }
  if (!close) return;
  for (const MapName& name : in.shape.grids) {
    const MapCell& c = in.shape.cells[static_cast<std::size_t>(name.cell)];
    const float room = (c.box.x1 - c.box.x0) * camera_.scale;
    const TextStyle style{.size = Size::caption};
    if (measure(name.words, style).x < room) place(name, style);
  }
}

}  // namespace shanzhi::widgets
