// The strokes of each icon as look.md writes them, read once into polylines and then only scaled.
#include "client/widgets/icon.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "client/widgets/internal.h"

namespace shanzhi::widgets {
namespace {

// 20 grid. ';' parts strokes; "x,y x,y" polyline; "o x,y,r" circle; "a x,y,r,a0,a1" arc, degrees.
constexpr std::array<const char*, static_cast<std::size_t>(Icon::count)> kStrokes = {
    "",
    /* home */ "3,9.5 10,3.5 17,9.5;5,8 5,16.5 15,16.5 15,8;8.5,16.5 8.5,12 11.5,12 11.5,16.5",
    /* map */ "3,5 8,3 12,5 17,3 17,15 12,17 8,15 3,17 3,5;8,3 8,15;12,5 12,17",
    /* file */ "3,4 17,4 17,16 3,16 3,4;3,8 17,8;8,8 8,16;3,12 17,12",
    /* award */ "o 10,10,7;10,6.5 10,13.5;6.5,10 13.5,10",
    /* book */ "4,3 14.5,3 16,4.5 16,17 4,17 4,3;7,7 13,7;7,10 13,10;7,13 11,13",
    /* board */ "4,17 4,11 8,11 8,17;8,17 8,5 12,5 12,17;12,17 12,8.5 16,8.5 16,17;2.5,17 17.5,17",
    /* clock */ "o 10,10,7;10,5.5 10,10 13,12",
    /* ask */ "3,4 17,4 17,13 10,13 6.5,16.5 6.5,13 3,13 3,4;7,8.5 13,8.5",
    /* shop */
    "3,8 4.5,3.5 15.5,3.5 17,8 3,8;4.5,8 4.5,16.5 15.5,16.5 15.5,8;8,16.5 8,12 12,12 "
    "12,16.5",
    /* gift */
    "3,7 17,7 17,10 3,10 3,7;4.5,10 4.5,17 15.5,17 15.5,10;10,7 10,17;10,7 6.5,3 5.5,5 "
    "10,7;10,7 13.5,3 14.5,5 10,7",
    /* qr */
    "3,3 8,3 8,8 3,8 3,3;12,3 17,3 17,8 12,8 12,3;3,12 8,12 8,17 3,17 3,12;12,12 "
    "12,14;14.5,12 17,12;17,14.5 17,17 12,17",
    /* team */ "o 7,7,3;a 7,17,5.2,180,360;o 14,8,2.3;a 14,17,4,250,360",
    /* user */ "o 10,7,3.5;a 10,18,6.5,195,345",
    /* search */ "o 9,9,5.5;13,13 17,17",
    /* filter */ "3,4.5 17,4.5 12,10.5 12,16 8,14 8,10.5 3,4.5",
    /* pin */ "10,17.5 5,10;a 10,8,5.3,158,382;15,10 10,17.5;o 10,8,2",
    /* layers */ "10,3 17,7 10,11 3,7 10,3;3,10.5 10,14.5 17,10.5;3,14 10,18 17,14",
    /* bell */
    "4,14 5.5,12 5.5,8.5;a 10,8.5,4.5,180,360;14.5,8.5 14.5,12 16,14 4,14;8.5,16.5 "
    "11.5,16.5",
    /* gear */
    "o 10,10,2.8;o 10,10,5.6;10,2.2 10,4.4;10,15.6 10,17.8;2.2,10 4.4,10;15.6,10 "
    "17.8,10;4.5,4.5 6,6;14,14 15.5,15.5;15.5,4.5 14,6;6,14 4.5,15.5",
    /* chev */ "8,5 13,10 8,15",
    /* down */ "5,8 10,13 15,8",
    /* check */ "4,10.5 8.5,15 16,6",
    /* cross */ "5,5 15,15;15,5 5,15",
    /* plus */ "10,4 10,16;4,10 16,10",
    /* warn */ "10,3 18,17 2,17 10,3;10,8.5 10,12.5;10,14.3 10,14.9",
    /* off */ "3,3 17,17;a 10,15,9,215,255;a 10,15,9,285,325;a 10,15,5,225,315;o 10,15.5,.7",
    /* swap */ "4,7 16,7 13,4;16,13 4,13 7,16",
    /* phone */ "6,2.5 14,2.5 14,17.5 6,17.5 6,2.5;9,15.3 11,15.3",
    /* exports */ "10,3 10,12.5;6.5,6.5 10,3 13.5,6.5;4,11.5 4,17 16,17 16,11.5",
    /* say */ "3,7.5 6,7.5 10.5,4 10.5,16 6,12.5 3,12.5 3,7.5;a 10,10,4,-40,40;a 10,10,7,-40,40",
    /* left */ "12,5 7,10 12,15",
    /* up */ "5,12 10,7 15,12",
    /* minus */ "4,10 16,10",
    /* camera */ "3,6 6.5,6 8,4 12,4 13.5,6 17,6 17,16 3,16 3,6;o 10,10.8,3",
    /* print */
    "6,8 6,3 14,3 14,8;6,14.5 3,14.5 3,8 17,8 17,14.5 14,14.5;6,12 14,12 14,17 6,17 6,12",
    /* copy */ "7,7 16.5,7 16.5,17 7,17 7,7;4,13 3.5,13 3.5,3 13,3 13,4",
    /* more */ "o 4.5,10,.8;o 10,10,.8;o 15.5,10,.8",
    /* care */ "10,16.5 3.6,9.6;a 6.7,7.2,3.9,142,345;a 13.3,7.2,3.9,195,398;16.4,9.6 10,16.5",
    /* calendar */ "3,5 17,5 17,17 3,17 3,5;3,9 17,9;7,3 7,6.5;13,3 13,6.5",
    /* wall */ "2.5,4 17.5,4 17.5,14 2.5,14 2.5,4;7,17 13,17;10,14 10,17",
    /* undo */ "7,4 3.5,7.5 7,11;3.5,7.5 12,7.5;a 12,11.5,4,-90,90;12,15.5 7,15.5",
    /* play */ "6,4 15.5,10 6,16 6,4",
    /* pause */ "7,4.5 7,15.5;13,4.5 13,15.5",
    /* info */ "o 10,10,7;10,9 10,14;10,6.3 10,6.7",
    /* lock */
    "4.5,9 15.5,9 15.5,17 4.5,17 4.5,9;a 10,7.5,3.5,180,360;6.5,7.5 6.5,9;13.5,7.5 13.5,9",
    /* menu */ "3,5 17,5;3,10 17,10;3,15 17,15",
    /* pencil */ "3.5,16.5 4.5,12.5 13.2,3.8 16.2,6.8 7.5,15.5 3.5,16.5;11.2,5.8 14.2,8.8",
};

struct Stroke {
  std::vector<Vec2> points;
  bool closed = false;
};

std::vector<float> numbers(std::string_view s) {
  std::vector<float> out;
  const std::string copy(s);
  const char* p = copy.c_str();
  while (*p) {
    char* end = nullptr;
    const float v = std::strtof(p, &end);
    if (end == p) {
      p++;
    } else {
      out.push_back(v);
      p = end;
    }
  }
  return out;
}

void add_arc(Stroke& stroke, float x, float y, float r, float from, float to, int n) {
  constexpr float kDegree = 3.14159265f / 180;
  for (int i = 0; i <= n; i++) {
    const float a = (from + (to - from) * static_cast<float>(i) / static_cast<float>(n)) * kDegree;
    stroke.points.push_back({x + r * std::cos(a), y + r * std::sin(a)});
  }
}

Stroke read_stroke(std::string_view s) {
  Stroke stroke;
  const std::vector<float> v = numbers(s);
  if (s.starts_with('o') && v.size() >= 3) {
    add_arc(stroke, v[0], v[1], v[2], 0, 360, 28);
    stroke.points.pop_back();
    stroke.closed = true;
  } else if (s.starts_with('a') && v.size() >= 5) {
    add_arc(stroke, v[0], v[1], v[2], v[3], v[4], 18);
  } else {
    for (std::size_t i = 0; i + 1 < v.size(); i += 2) stroke.points.push_back({v[i], v[i + 1]});
    const auto& p = stroke.points;
    if (p.size() > 2 && p.front().x == p.back().x && p.front().y == p.back().y) {
      stroke.points.pop_back();
      stroke.closed = true;
    }
  }
  return stroke;
}

const std::vector<Stroke>& strokes(Icon which) {
  static std::array<std::vector<Stroke>, static_cast<std::size_t>(Icon::count)> cache;
  auto& list = cache[static_cast<std::size_t>(which)];
  if (!list.empty()) return list;
  std::string_view rest = kStrokes[static_cast<std::size_t>(which)];
  while (!rest.empty()) {
    const std::size_t at = rest.find(';');
    list.push_back(read_stroke(rest.substr(0, at)));
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  }
  return list;
}

}  // namespace

void icon(Icon which, Vec2 at, float size, Color c) {
  if (which == Icon::none || which == Icon::count) return;
  ImDrawList* list = draw_list();
  const float scale = px(size) / 20;
  const float thickness = std::max(1.f, px(size >= 24 ? 1.6f : 1.5f));
  const ImVec2 origin(snap(px(at.x)), snap(px(at.y)));
  for (const Stroke& s : strokes(which)) {
    list->PathClear();
    for (const Vec2& p : s.points)
      list->PathLineTo({origin.x + p.x * scale, origin.y + p.y * scale});
    list->PathStroke(color(c), s.closed ? ImDrawFlags_Closed : 0, thickness);
    if (s.closed || s.points.empty() || thickness < 2) continue;
    for (const Vec2& p : {s.points.front(), s.points.back()})  // round caps
      list->AddCircleFilled({origin.x + p.x * scale, origin.y + p.y * scale}, thickness / 2,
                            color(c), 8);
  }
}

void icon_in(Rect r, Icon which, float size, Color c) {
  icon(which, {r.x + (r.w - size) / 2, r.y + (r.h - size) / 2}, size, c);
}

}  // namespace shanzhi::widgets
