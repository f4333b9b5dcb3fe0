// The map as it is seen and handled: where one looks, colours on their way, pulses, what is under the
// hand. Draws in the order of look.md §6.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/widgets/geometry.h"
#include "client/widgets/map_dots.h"
#include "client/widgets/map_shape.h"
#include "client/widgets/theme.h"

namespace shanzhi::widgets {

inline constexpr std::int64_t kNoValue = INT64_MIN;

enum class MarkKind : std::uint8_t { site, shop, home, team };
struct MapMark {
  MarkKind kind = MarkKind::site;
  base::Point at;
  std::string name;
  std::string home = {};  ///< id of the household that a press on it opens
  int count = 1;          ///< how many stand here together
};

/// What presses choose: the village that the cell is in, or the cell itself.
enum class PickLevel : std::uint8_t { hub, village, grid };

struct MapInput {
  const MapShape& shape;
  std::span<const std::int64_t> values;  ///< one a cell; kNoValue where there is none
  std::span<const std::int64_t> breaks;  ///< rising; see class_breaks
  int steps = 7;                         ///< of the ramp: 5, 7 or 9
  Ramp ramp = Ramp::jade;
  std::string_view scope;     ///< the place looked at; "" everything
  std::string_view selected;  ///< a place of any level, or ""
  int only_class = -1;        ///< others fade
  bool names = true, borders = true;
  PickLevel pick = PickLevel::village;
  std::span<const MapMark> marks = {};
  const MapDots* dots = nullptr;
  Rect around = {};             ///< may be drawn in beside the rectangle; no size: nothing is
  std::string_view near = {};   ///< a place to look at closely, in the middle
  float near_zoom = 1.78f;      ///< how much nearer than the whole
  std::string_view alarm = {};  ///< a place in alarm: all else goes out
  std::string_view words;       ///< the sentence for who cannot see it
  std::string_view places_words = {};  ///< what its places are called together
  /// A place told in words: its code, how many cells, the lowest and highest of their values.
  std::function<std::string(const std::string&, int, std::int64_t, std::int64_t)> say_place = {};
};

/// A place of the map that the keyboard and a reader can go to.
struct MapStop {
  std::string code, words;
  int cell = -1;  ///< the one in its middle
  MapPoint at;
};
/// The places that presses choose within the scope, in reading order of the map.
std::vector<MapStop> map_stops(const MapInput& in);
/// The neighbour in the direction (x, y) from stops[from], or `from`.
std::size_t next_stop(std::span<const MapStop> stops, std::size_t from, float x, float y);
/// Code of what a press on the cell chooses.
const std::string& picked_of(const MapCell& cell, PickLevel pick);

struct MapEvent {
  int hovered = -1;     ///< cell under a resting pointer
  std::string pressed;  ///< code of the place chosen
  std::string entered;  ///< of the place double-pressed
  base::Point at;       ///< degrees, where it was pressed
  int mark = -1;        ///< index of the mark under the pointer
  Rect hovered_rect;    ///< of the hovered cell, px of the page
};

class MapView {
 public:
  /// Draws into r and heeds the hand.
  MapEvent draw(Rect r, const MapInput& in);
  void zoom(float factor) { zoom_wish_ *= factor; }
  /// Back to the whole of the scope.
  void fit() { refit_ = true; }
  bool moved() const { return moved_; }  ///< away from the whole of the scope
  /// Rings round the middle of this grid, three times; then a dot for ten minutes.
  void pulse(const std::string& grid, bool gold);
  void forget_pulses() { pulses_.clear(); }
  /// Where the middle of a place is on the page, as it was drawn last.
  Vec2 place_at(const MapShape& shape, std::string_view code) const;
  /// What part of the map lies within r, metres.
  MapBox seen(Rect r) const;
  float zoomed() const { return fit_scale_ > 0 ? camera_.scale / fit_scale_ : 1; }

 private:
  struct Camera {
    MapPoint centre;
    float scale = 0;  ///< px of a metre
  };
  struct Pulse {
    std::string grid;
    double since = -1;
    bool gold = false;
  };

  /// What the dots on the screen were made from.
  struct DotsLaid {
    const MapDot* of = nullptr;
    float x = 0, y = 0, scale = 0, width = 0, height = 0;
    bool operator==(const DotsLaid&) const = default;
  };

  void look(Rect r, const MapInput& in);
  void handle(Rect r, const MapInput& in, MapEvent& event);
  void stop_by_stop(Rect r, const MapInput& in, MapEvent& event);
  void show_hovered(const MapInput& in, int cell, MapEvent& event) const;
  void zoom_at(Rect r, Vec2 at, float factor);
  void fly(const Camera& to, float ms);
  Camera fitting(Rect r, const MapBox& box, float share) const;
  Vec2 to_page(MapPoint p) const;
  MapPoint from_page(Vec2 p) const;

  void recolour(const MapInput& in);
  Rgba cell_colour(const MapInput& in, std::size_t cell) const;
  void draw_ground(const MapInput& in);
  void draw_cells(const MapInput& in);
  void draw_borders(const MapInput& in);
  void draw_line(const MapLine& line, Rgba colour, float width, float dx = 0, float dy = 0);
  void draw_selection(const MapInput& in);
  void draw_alarm(const MapInput& in);
  void lay_dots(const MapDots& dots);
  void draw_dots(const MapInput& in);
  void draw_mark(const MapMark& mark, Vec2 at) const;
  void draw_marks(const MapInput& in, MapEvent& event);
  void draw_pulses(const MapInput& in);
  void draw_names(const MapInput& in);

  Rect rect_;
  Camera camera_, from_, to_;
  double flight_since_ = -1e9;
  float flight_ms_ = 0;
  std::string scope_ = "\x01";
  const MapShape* shape_ = nullptr;
  std::size_t shape_cells_ = 0;
  float fit_scale_ = 0, zoom_wish_ = 1;
  float seen_w_ = 0, seen_h_ = 0;
  bool refit_ = false, moved_ = false, dragging_ = false, pressed_inside_ = false;
  bool double_pressed_ = false;  ///< its release is not a press of its own
  Vec2 press_at_;
  double hover_since_ = 0;
  int hover_cell_ = -1;
  std::vector<int> class_from_, class_to_;
  std::vector<float> delay_;
  double recolour_since_ = -1e9;
  std::vector<MapPoint> scratch_;
  std::vector<MapLine> ripples_;
  std::string outlined_;
  std::vector<MapLine> outline_;
  std::vector<MapDot> dots_;  ///< at device pixels, the upper left corner of each
  DotsLaid dots_laid_;
  float dot_px_ = 1;
  std::vector<Pulse> pulses_;
  std::vector<MapStop> stops_;
  std::uint32_t stops_of_ = 0;  ///< hash of what they were made from
  std::string stop_;            ///< code of the one that Tab leads to
};

}  // namespace shanzhi::widgets
