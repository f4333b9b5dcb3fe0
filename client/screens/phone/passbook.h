// My passbook: what came and went this month, line by line, each with its why; one line in full.
#pragma once

#include "client/screens/phone/frame.h"

namespace shanzhi::screens {

inline constexpr std::int64_t kBookLines = 50;
struct MyBookForm {
  std::int64_t lines = kBookLines;  ///< wanted; grows as one scrolls
};
Wish my_passbook(const Env& env, const model::Loaded<api::Passbook>& book, MyBookForm& form,
                 ui::Rect page);

/// A line's title: the rule, the shop, or that it is a correction.
std::string line_title(const Env& env, const api::PassbookLine& line);

}  // namespace shanzhi::screens
