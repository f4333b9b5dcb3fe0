// Merging runs of twice the length each time.
#include "shared/base/order.h"

#include <algorithm>

namespace shanzhi::base {

std::vector<std::size_t> order_of(std::size_t count, Before before) {
  std::vector<std::size_t> from(count), to(count);
  for (std::size_t i = 0; i < count; ++i) from[i] = i;
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t low = 0; low < count; low += 2 * run) {
      const std::size_t middle = std::min(low + run, count), high = std::min(low + 2 * run, count);
      std::size_t a = low, b = middle;
      for (std::size_t i = low; i < high; ++i) {
        const bool second =
            a == middle || (b < high && before.goes(before.context, from[b], from[a]));
        to[i] = second ? from[b++] : from[a++];
      }
    }
    from.swap(to);
  }
  return from;
}

}  // namespace shanzhi::base
