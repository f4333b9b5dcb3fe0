// Classes of a map: where to cut a list of values so that colours mean something. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace shanzhi::widgets {

enum class ClassMethod : std::uint8_t { quantile, equal, natural };

/// The lower bounds of classes 2 … n, rising; at most steps − 1 of them, fewer when the values do not
/// differ enough. A value belongs to the class of the last bound that is ≤ it.
/// quantile: with 7 steps the cuts are .16 .34 .52 .68 .82 .93, so that the top is rare; otherwise even.
/// natural: Fisher–Jenks, the least sum of squares within the classes.
std::vector<std::int64_t> class_breaks(std::vector<std::int64_t> values, int steps,
                                       ClassMethod method);
/// 0 … breaks.size().
int class_of(const std::vector<std::int64_t>& breaks, std::int64_t value);

}  // namespace shanzhi::widgets
