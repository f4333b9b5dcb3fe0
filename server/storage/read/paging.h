// Lists page by page: which columns sort, where the next page begins, and conditions with their values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "server/storage/read/reading.h"

namespace shanzhi::storage::read {

/// A column that a list may be sorted by. Equal keys are ordered by row, so the order is total.
struct SortColumn {
  const char* name;        ///< on the wire
  const char* expression;  ///< SQL, never NULL
  bool text;
};
struct Sort {
  const SortColumn* column;
  bool descending;
};
/// "balance" or "-balance"; "" gives the first column. Errors: not_a_choice.
base::Result<Sort> parse_sort(std::span<const SortColumn> columns, const std::string& text);

/// The last row of a page: the next page begins after it. Opaque on the wire.
struct Cursor {
  std::string sort;  ///< a cursor of another sorting is refused
  std::string key;
  std::int64_t row = 0;
};
std::string write_cursor(const Cursor& cursor);
/// Errors: malformed (also when it belongs to another sorting).
base::Result<Cursor> read_cursor(const std::string& text, const std::string& sort);

/// Conditions joined by AND, with the values to bind in their order.
class Filter {
 public:
  using Value = std::variant<std::int64_t, std::string, base::Uuid>;
  template <class... Values>
  void add(const std::string& condition, const Values&... values) {
    text_ += (text_.empty() ? "" : " AND ") + condition;
    (values_.emplace_back(values), ...);
  }
  /// A condition that has the other filter's text in it: takes over its values.
  void add_in(const std::string& condition, const Filter& inner) {
    text_ += (text_.empty() ? "" : " AND ") + condition;
    values_.insert(values_.end(), inner.values_.begin(), inner.values_.end());
  }
  /// " WHERE …" or "".
  std::string where() const { return text_.empty() ? "" : " WHERE " + text_; }
  /// Binds from `first` on; gives the index after the last.
  int bind(Rows& rows, int first) const;

 private:
  std::string text_;
  std::vector<Value> values_;
};

/// Households (h) that belong to the place: nothing to add for the whole town.
void add_place(Filter& filter, const Reading& r, const PlaceNode& place,
               const std::string& household);
/// The condition that the row comes after the cursor's.
void add_cursor(Filter& filter, const Sort& sort, const Cursor& cursor, const std::string& row);
std::string order_by(const Sort& sort, const std::string& key, const std::string& row);

/// The expression with the first day of the month at its mark.
std::string with_month(const char* expression, std::int64_t month);

/// What somebody typed, sorted out once.
struct Wanted {
  std::string text;  ///< tidied, ASCII in lower case; "" wants everything
  bool han = false;  ///< has characters beyond ASCII: part of a name or address
  bool letters =
      false;  ///< begins with a letter and is ASCII: pinyin, initials or a number's prefix
  bool digits = false;  ///< digits only: part of a number, or the end of a telephone number
};
/// Telephone numbers are looked for by their last digits, and not by fewer than this.
inline constexpr std::size_t kPhoneTailMin = 4;
Wanted parse_wanted(const std::string& search);
/// Just past everything that begins with the pinyin.
std::string after_prefix(const std::string& pinyin);

}  // namespace shanzhi::storage::read
