#include "server/demo/houses.h"

#include <algorithm>
#include <cmath>

namespace shanzhi::demo {
namespace {

constexpr double kMetresPerDegree = 111'320;
constexpr double kEastMetresPerDegree = kMetresPerDegree * 0.8155;  // at 35.37° north
/// Courtyards of the plain: side by side along a lane, the lanes wider apart.
constexpr double kAlongM = 19, kAcrossM = 34, kJitterM = 3;
constexpr int kReach = 16;  ///< doors and lanes to either side of the heart

struct Offset {
  double x = 0, y = 0;  ///< metres east and north
};

/// The lattice from the middle outwards, the same for every hamlet.
const std::vector<Offset>& doors() {
  static const std::vector<Offset> all = [] {
    std::vector<Offset> made;
    for (int row = -kReach; row <= kReach; ++row)
      for (int column = -2 * kReach; column <= 2 * kReach; ++column)
        made.push_back({column * kAlongM, row * kAcrossM});
    std::stable_sort(made.begin(), made.end(), [](const Offset& a, const Offset& b) {
      return a.x * a.x + a.y * a.y < b.x * b.x + b.y * b.y;
    });
    return made;
  }();
  return all;
}

/// Six decimals say enough of a drawing, and are short where many are sent.
double rounded(double degrees) {
  return std::round(degrees * 1e6) / 1e6;
}

base::Point between(base::Point a, base::Point b, double share) {
  return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

}  // namespace

Houses::Houses(const base::Ring& ring, base::Point heart)
    : ground_{ring, {}}, heart_(base::label_point({ground_})) {
  if (base::contains(ground_, heart)) {
    heart_ = heart;
    return;
  }
  // As near to the hamlet's heart as its grid lets them, and off the border.
  const base::Point middle = heart_;
  for (double share = 0.9; share > 0.05; share -= 0.1) {
    if (!base::contains(ground_, between(middle, heart, share))) continue;
    const base::Point inner = between(middle, heart, share * 0.85);
    if (base::contains(ground_, inner)) heart_ = inner;
    return;
  }
}

base::Point Houses::next(Random& random) {
  while (door_ < doors().size()) {
    const Offset& door = doors()[door_++];
    const double x = door.x + (random.unit() - 0.5) * 2 * kJitterM;
    const double y = door.y + (random.unit() - 0.5) * 2 * kJitterM;
    const base::Point at{rounded(heart_.x + x / kEastMetresPerDegree),
                         rounded(heart_.y + y / kMetresPerDegree)};
    const bool yard = random.chance(0.12);  // a pond, a threshing ground: no house
    if (!yard && base::contains(ground_, at)) return at;
  }
  door_ = 0;  // more houses than ground: a second storey
  return {rounded(heart_.x), rounded(heart_.y)};
}

}  // namespace shanzhi::demo
