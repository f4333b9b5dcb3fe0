// Tables of texts as a program carries them: one column after the other as a run of characters without a
// pointer a text, which is smaller and compresses better than an array of string views.
#pragma once

#include <array>
#include <cstring>
#include <iterator>
#include <string_view>

namespace shanzhi::text {

/// The texts of one column of a constexpr table, each ended by a zero.
template <const auto& kRows, auto kColumn>
consteval auto make_run() {
  constexpr std::size_t size = [] {
    std::size_t sum = 0;
    for (const auto& row : kRows) sum += (row.*kColumn).size() + 1;
    return sum;
  }();
  std::array<char, size> run{};
  std::size_t at = 0;
  for (const auto& row : kRows) {
    for (const char c : row.*kColumn) run[at++] = c;
    ++at;
  }
  return run;
}
template <const auto& kRows, auto kColumn>
inline constexpr auto kRun = make_run<kRows, kColumn>();

template <std::size_t kCount>
using Starts = std::array<const char*, kCount>;

/// Where each text of the run begins.
template <std::size_t kCount>
Starts<kCount> starts_of(const char* run) {
  Starts<kCount> starts;
  for (const char*& start : starts) {
    start = run;
    run += std::strlen(run) + 1;
  }
  return starts;
}

/// The texts of one column in the order of the table; they live as long as the program.
template <const auto& kRows, auto kColumn>
const auto& column() {
  static const auto starts = starts_of<std::size(kRows)>(kRun<kRows, kColumn>.data());
  return starts;
}

}  // namespace shanzhi::text
