// Quantiles, equal steps and natural breaks.
#include "client/widgets/classes.h"

#include <algorithm>
#include <cstddef>

#include "shared/base/order.h"

namespace shanzhi::widgets {
namespace {

/// More values than this are thinned before natural breaks are sought: the work grows with the square.
constexpr std::size_t kNaturalMost = 400;
constexpr double kRareTop[] = {.16, .34, .52, .68, .82, .93};

std::vector<std::int64_t> quantiles(const std::vector<std::int64_t>& sorted, int steps) {
  std::vector<std::int64_t> out;
  for (int i = 1; i < steps; i++) {
    const double share = steps == 7 ? kRareTop[i - 1] : static_cast<double>(i) / steps;
    const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    out.push_back(sorted[std::min(at, sorted.size() - 1)]);
  }
  return out;
}

std::vector<std::int64_t> equal_steps(const std::vector<std::int64_t>& sorted, int steps) {
  std::vector<std::int64_t> out;
  const std::int64_t low = sorted.front(), span = sorted.back() - sorted.front();
  for (int i = 1; i < steps; i++) out.push_back(low + span * i / steps);
  return out;
}

std::vector<std::int64_t> thinned(const std::vector<std::int64_t>& sorted) {
  if (sorted.size() <= kNaturalMost) return sorted;
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < kNaturalMost; i++)
    out.push_back(sorted[i * (sorted.size() - 1) / (kNaturalMost - 1)]);
  return out;
}

/// Least squares over all ways of cutting the sorted values, by dynamic programming.
class NaturalBreaks {
 public:
  NaturalBreaks(const std::vector<std::int64_t>& sorted, int steps)
      : values_(sorted), n_(sorted.size()), steps_(static_cast<std::size_t>(steps)) {
    sum_.assign(n_ + 1, 0);
    squares_.assign(n_ + 1, 0);
    for (std::size_t i = 0; i < n_; i++) {
      const auto v = static_cast<double>(values_[i]);
      sum_[i + 1] = sum_[i] + v;
      squares_[i + 1] = squares_[i] + v * v;
    }
  }
  std::vector<std::int64_t> find() {
    std::vector<double> least(n_ + 1, 0), next(n_ + 1, 0);
    std::vector<std::size_t> from((steps_ + 1) * (n_ + 1), 0);
    for (std::size_t end = 1; end <= n_; end++) least[end] = spread(0, end);
    for (std::size_t k = 2; k <= steps_; k++) {
      for (std::size_t end = k; end <= n_; end++) {
        next[end] = -1;
        for (std::size_t cut = k - 1; cut < end; cut++) {
          const double cost = least[cut] + spread(cut, end);
          if (next[end] >= 0 && cost >= next[end]) continue;
          next[end] = cost;
          from[k * (n_ + 1) + end] = cut;
        }
      }
      least.swap(next);
    }
    std::vector<std::int64_t> out;
    std::size_t end = n_;
    for (std::size_t k = steps_; k >= 2; k--) {
      end = from[k * (n_ + 1) + end];
      out.insert(out.begin(), values_[end]);
    }
    return out;
  }

 private:
  /// Sum of squares about the mean of values [begin, end).
  double spread(std::size_t begin, std::size_t end) const {
    const double sum = sum_[end] - sum_[begin];
    return squares_[end] - squares_[begin] - sum * sum / static_cast<double>(end - begin);
  }

  const std::vector<std::int64_t>& values_;
  std::size_t n_, steps_;
  std::vector<double> sum_, squares_;
};

}  // namespace

std::vector<std::int64_t> class_breaks(std::vector<std::int64_t> values, int steps,
                                       ClassMethod method) {
  base::put_in_order(values);
  std::vector<std::int64_t> distinct = values;
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  if (distinct.size() < 2 || steps < 2) return {};
  std::vector<std::int64_t> out;
  if (distinct.size() <= static_cast<std::size_t>(steps)) {
    out.assign(distinct.begin() + 1, distinct.end());  // a class for each value
    return out;
  }
  switch (method) {
    case ClassMethod::quantile: out = quantiles(values, steps); break;
    case ClassMethod::equal: out = equal_steps(values, steps); break;
    case ClassMethod::natural: {
      const std::vector<std::int64_t> sample = thinned(values);
      out = NaturalBreaks(sample, steps).find();
      break;
    }
  }
  out.erase(std::unique(out.begin(), out.end()), out.end());
  // A bound at the very lowest value would leave the class below it empty.
  std::erase_if(out, [&](std::int64_t b) { return b <= values.front(); });
  return out;
}

int class_of(const std::vector<std::int64_t>& breaks, std::int64_t value) {
  return static_cast<int>(std::upper_bound(breaks.begin(), breaks.end(), value) - breaks.begin());
}

}  // namespace shanzhi::widgets
