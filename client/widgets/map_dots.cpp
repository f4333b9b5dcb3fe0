#include "client/widgets/map_dots.h"

#include <algorithm>
#include <cmath>

#include "client/widgets/internal.h"
#include "client/widgets/map_view.h"

namespace shanzhi::widgets {
namespace {

constexpr float kSmallest = 1.2f, kLargest = 5;  ///< px across, of the whole map and near to it
constexpr float kApart =
    3;  ///< device pixels: larger dots stand where they are, smaller on a lattice
constexpr float kPale = 55;  ///< L* of a cell from which on dots are dark

}  // namespace

MapDots::MapDots(const MapShape& shape, const std::vector<std::int64_t>& coordinates) {
  int cell = -1;
  for (const base::Point& p : decode_points(coordinates)) {
    // Mostly that of the one before: they come in the order of their nearness.
    if (cell < 0 || !base::contains(shape.cells[static_cast<std::size_t>(cell)].polygons, p))
      cell = shape.cell_at(shape.project(p));
    all.push_back({shape.project(p), cell});
  }
}

/// Where the dots stand on the screen as long as nobody moves the map.
void MapView::lay_dots(const MapDots& dots) {
  const ImRect r = dev(rect_);
  const ImVec2 origin = dev(to_page({}));
  const float scale = px(camera_.scale);
  const DotsLaid now{dots.all.data(), origin.x, origin.y, scale, r.GetWidth(), r.GetHeight()};
  if (now == dots_laid_) return;
  dots_laid_ = now;
  dot_px_ = std::max(
      1.f, std::round(px(std::clamp(kSmallest * std::sqrt(zoomed()), kSmallest, kLargest))));
  // On a lattice of the map, not of the screen: nothing flickers while the map is dragged.
  const float step = dot_px_ < kApart ? dot_px_ + 1 : 1, per_metre = scale / step;
  const ImVec2 corner{snap(origin.x - dot_px_ / 2), snap(origin.y - dot_px_ / 2)};
  const ImVec2 first{std::ceil((r.Min.x - corner.x) / step),
                     std::ceil((r.Min.y - corner.y) / step)};
  const float across = std::floor(r.GetWidth() / step) + 1,
              down = std::floor(r.GetHeight() / step) + 1;
  dots_.clear();
  std::vector<char> taken(static_cast<std::size_t>(across) * static_cast<std::size_t>(down));
  for (const MapDot& d : dots.all) {
    const float x = d.at.x * per_metre - first.x, y = d.at.y * per_metre - first.y;
    if (!(x >= 0 && y >= 0 && x < across && y < down)) continue;
    const auto column = static_cast<int>(x),
               row = static_cast<int>(y);  // cut off: cheaper than floor
    char& here = taken[static_cast<std::size_t>(row) * static_cast<std::size_t>(across) +
                       static_cast<std::size_t>(column)];
    if (here) continue;
    here = 1;
    dots_.push_back({{corner.x + (first.x + static_cast<float>(column)) * step,
                      corner.y + (first.y + static_cast<float>(row)) * step},
                     d.cell});
  }
}

void MapView::draw_dots(const MapInput& in) {
  if (!in.dots || in.dots->all.empty()) return;
  lay_dots(*in.dots);
  // Dark on pale cells and pale on dark ones.
  std::vector<Rgba> inks(in.shape.cells.size() + 1, color(Color::t1, .5f));
  for (std::size_t i = 0; i < in.shape.cells.size(); i++)
    inks[i + 1] = lightness(cell_colour(in, i)) >= kPale ? color(Color::ink, .66f)
                                                         : color(Color::paper, .72f);
  ImDrawList* list = draw_list();
  const auto n = static_cast<int>(dots_.size());
  list->PrimReserve(n * 6, n * 4);
  for (const MapDot& d : dots_)
    list->PrimRect({d.at.x, d.at.y}, {d.at.x + dot_px_, d.at.y + dot_px_},
                   inks[static_cast<std::size_t>(d.cell) + 1]);
}

}  // namespace shanzhi::widgets
