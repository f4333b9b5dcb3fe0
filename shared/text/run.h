// Tables of texts as a program carries them: one column after the other as a run of characters without a
// pointer a text, which is smaller and compresses better than an array of string views.
#pragma once

#include <array>
#include <cstring>
#include <iterator>
#include <string_view>

#include "shared/text/text.h"

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

/// A row of a table of sentences.
struct Both {
  std::string_view chinese, english;
};
/// A sentence of the table in that language.
template <const auto& kRows>
const char* said(std::size_t row, Language language) {
  return language == Language::english ? column<kRows, &Both::english>()[row]
                                       : column<kRows, &Both::chinese>()[row];
}
/// The numbers of the placeholders in a pattern as bits: {1} is 2, {2} is 4.
constexpr unsigned placeholders(std::string_view pattern) {
  unsigned found = 0;
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i)
    if (pattern[i] == '{' && pattern[i + 2] == '}' && pattern[i + 1] >= '1' &&
        pattern[i + 1] <= '9')
      found |= 1u << (pattern[i + 1] - '0');
  return found;
}
template <std::size_t kCount>
consteval bool complete(const Both (&rows)[kCount]) {
  for (const Both& both : rows)
    if (both.chinese.empty() || both.english.empty()) return false;
  return true;
}
template <std::size_t kCount>
consteval bool same_placeholders(const Both (&rows)[kCount]) {
  for (const Both& both : rows)
    if (placeholders(both.chinese) != placeholders(both.english)) return false;
  return true;
}

}  // namespace shanzhi::text
