// Sorting for lists of a screen's size: one routine for all of them, told by a function who goes first. A
// std::sort for each list costs a browser's program more bytes than the time it saves is worth.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace shanzhi::base {

/// Whether the a-th goes before the b-th.
struct Before {
  const void* context;
  bool (*goes)(const void* context, std::size_t a, std::size_t b);
};
/// 0 … count - 1 in order; those of equal rank stay as they are.
std::vector<std::size_t> order_of(std::size_t count, Before before);

/// Sorts values; those of equal rank stay in the order they have.
template <class T, class Less>
void put_in_order(std::vector<T>& values, const Less& less) {
  struct Context {
    const std::vector<T>& values;
    const Less& less;
  };
  const Context context{values, less};
  const auto order =
      order_of(values.size(), {&context, [](const void* c, std::size_t a, std::size_t b) {
                                 const auto& in = *static_cast<const Context*>(c);
                                 return bool(in.less(in.values[a], in.values[b]));
                               }});
  std::vector<T> sorted;
  sorted.reserve(values.size());
  for (const std::size_t i : order) sorted.push_back(std::move(values[i]));
  values = std::move(sorted);
}
template <class T>
void put_in_order(std::vector<T>& values) {
  put_in_order(values, [](const T& a, const T& b) { return a < b; });
}

}  // namespace shanzhi::base
