// Cursors, sorting and conditions.
#include "server/storage/read/paging.h"

#include <algorithm>
#include <charconv>

#include "shared/base/utf8.h"

namespace shanzhi::storage::read {
namespace {

constexpr char kSeparator = '\x1f';

std::string to_hex(const std::string& bytes) {
  std::string out;
  for (const unsigned char byte : bytes) {
    out += "0123456789abcdef"[byte >> 4];
    out += "0123456789abcdef"[byte & 15];
  }
  return out;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

bool from_hex(const std::string& text, std::string& out) {
  if (text.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_digit(text[i]), low = hex_digit(text[i + 1]);
    if (high < 0 || low < 0) return false;
    out += static_cast<char>(high * 16 + low);
  }
  return true;
}

bool parse_row(const std::string& text, std::int64_t& row) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), row);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

}  // namespace

base::Result<Sort> parse_sort(std::span<const SortColumn> columns, const std::string& text) {
  const bool descending = !text.empty() && text.front() == '-';
  const std::string name = descending ? text.substr(1) : text;
  if (name.empty() && !descending) return Sort{&columns.front(), false};
  for (const SortColumn& column : columns)
    if (name == column.name) return Sort{&column, descending};
  return {base::ErrorCode::not_a_choice, "/sort", text};
}

std::string write_cursor(const Cursor& cursor) {
  return to_hex(cursor.sort + kSeparator + std::to_string(cursor.row) + kSeparator + cursor.key);
}

base::Result<Cursor> read_cursor(const std::string& text, const std::string& sort) {
  const base::Error malformed{base::ErrorCode::malformed, "/cursor", {}, {}};
  std::string plain;
  if (!from_hex(text, plain)) return malformed;
  const std::size_t first = plain.find(kSeparator);
  if (first == std::string::npos) return malformed;
  const std::size_t second = plain.find(kSeparator, first + 1);
  if (second == std::string::npos) return malformed;
  Cursor cursor;
  cursor.sort = plain.substr(0, first);
  cursor.key = plain.substr(second + 1);
  if (cursor.sort != sort || !base::valid_utf8(cursor.key)) return malformed;
  if (!parse_row(plain.substr(first + 1, second - first - 1), cursor.row)) return malformed;
  return cursor;
}

int Filter::bind(Rows& rows, int first) const {
  for (const Value& value : values_)
    std::visit([&](const auto& v) { rows.bind(first++, v); }, value);
  return first;
}

void add_place(Filter& filter, const Reading& r, const PlaceNode& place,
               const std::string& household) {
  if (place.id == r.town->root().id) return;
  if (place.level == places::Level::hamlet)
    filter.add(household + ".hamlet_id = ?", place.id);
  else if (place.low == place.high)
    filter.add(household + ".grid_id = ?", place.id);
  else
    filter.add(household + ".grid_id IN (SELECT id FROM place WHERE low BETWEEN ? AND ?)",
               place.low, place.high);
}

void add_cursor(Filter& filter, const Sort& sort, const Cursor& cursor, const std::string& row) {
  const std::string condition = std::string("(") + sort.column->expression + ", " + row + ") " +
                                (sort.descending ? "<" : ">") + " (?, ?)";
  std::int64_t number = 0;
  if (sort.column->text)
    filter.add(condition, cursor.key, cursor.row);
  else if (parse_row(cursor.key, number))
    filter.add(condition, number, cursor.row);
  else
    filter.add("0");  // a forged key of the wrong kind finds nothing
}

std::string order_by(const Sort& sort, const std::string& key, const std::string& row) {
  const char* direction = sort.descending ? " DESC" : "";
  return " ORDER BY " + key + direction + ", " + row + direction;
}

std::string with_month(const char* expression, std::int64_t month) {
  constexpr std::string_view kMark = "%MONTH%";
  std::string text = expression;
  const auto at = text.find(kMark);
  if (at != std::string::npos) text.replace(at, kMark.size(), std::to_string(month));
  return text;
}

Wanted parse_wanted(const std::string& search) {
  Wanted wanted;
  wanted.text = base::lower_ascii(base::tidy(search));
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (wanted.text.empty()) return wanted;
  wanted.han = !std::all_of(wanted.text.begin(), wanted.text.end(), is_ascii);
  wanted.digits = std::all_of(wanted.text.begin(), wanted.text.end(), is_digit);
  wanted.letters = !wanted.han && wanted.text.front() >= 'a' && wanted.text.front() <= 'z';
  return wanted;
}

std::string after_prefix(const std::string& pinyin) {
  return pinyin + "{";
}  // '{' follows 'z'

}  // namespace shanzhi::storage::read
