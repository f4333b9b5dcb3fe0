#include "server/app/import_cells.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;
using people::Gender;
using people::Relation;

constexpr int kOldestYear = 1890;

/// The runs of digits in a cell.
std::vector<int> numbers_in(std::string_view cell) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < cell.size();) {
    if (cell[at] < '0' || cell[at] > '9') {
      ++at;
      continue;
    }
    int value = 0;
    const auto read = std::from_chars(cell.data() + at, cell.data() + cell.size(), value);
    if (read.ec != std::errc{}) return {};
    numbers.push_back(value);
    at = static_cast<std::size_t>(read.ptr - cell.data());
  }
  return numbers;
}

}  // namespace

base::Result<base::CivilDate> read_date_cell(std::string_view cell) {
  std::string text = base::tidy(cell);
  // A time behind the date ("1958-03-12 00:00:00") says nothing about a birthday.
  if (const auto space = text.find_first_of(" T"); space != std::string::npos) text.resize(space);
  std::vector<int> numbers = numbers_in(text);
  if (numbers.size() == 1 && text.size() == 8) {
    const int packed = numbers[0];
    numbers = {packed / 10'000, packed / 100 % 100, packed % 100};
  }
  if (numbers.size() == 2) numbers.push_back(1);
  if (numbers.size() != 3 || !base::valid_ymd(numbers[0], numbers[1], numbers[2]))
    return {ErrorCode::malformed, "/born", std::string(cell), "1958-03-12"};
  if (numbers[0] < kOldestYear)
    return {ErrorCode::out_of_range, "/born", std::to_string(kOldestYear)};
  return base::civil_from_ymd(numbers[0], numbers[1], numbers[2]);
}

std::optional<double> read_number_cell(std::string_view cell) {
  const std::string text(cell);
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != 0 || !std::isfinite(value)) return std::nullopt;
  return value;
}

base::Result<Gender> read_gender_cell(std::string_view cell) {
  const std::string text = base::lower_ascii(base::tidy(cell));
  if (text.empty() || text == "未知" || text == "0" || text == "9") return Gender::unknown;
  if (text == "男" || text == "男性" || text == "m" || text == "1" || text == "male")
    return Gender::male;
  if (text == "女" || text == "女性" || text == "f" || text == "2" || text == "female")
    return Gender::female;
  return {ErrorCode::not_a_choice, "/gender", std::string(cell), "男、女"};
}

Relation read_relation_cell(std::string_view cell) {
  struct Word {
    const char* text;
    Relation relation;
  };
  // In-laws before the relatives whose words they contain.
  static constexpr std::array kWords{
      Word{"户主", Relation::head},     Word{"本人", Relation::head},
      Word{"儿媳", Relation::in_law},   Word{"女婿", Relation::in_law},
      Word{"岳", Relation::in_law},     Word{"公公", Relation::in_law},
      Word{"婆婆", Relation::in_law},   Word{"媳", Relation::in_law},
      Word{"孙", Relation::grandchild}, Word{"外甥", Relation::other},
      Word{"侄", Relation::other},      Word{"配偶", Relation::spouse},
      Word{"妻", Relation::spouse},     Word{"丈夫", Relation::spouse},
      Word{"夫", Relation::spouse},     Word{"兄", Relation::sibling},
      Word{"弟", Relation::sibling},    Word{"姐", Relation::sibling},
      Word{"妹", Relation::sibling},    Word{"祖", Relation::other},
      Word{"父", Relation::parent},     Word{"母", Relation::parent},
      Word{"儿", Relation::son},        Word{"子", Relation::son},
      Word{"女", Relation::daughter}};
  const std::string text = base::tidy(cell);
  if (text.find("女儿") != std::string::npos) return Relation::daughter;
  for (const Word& word : kWords) {
    if (text.find(word.text) != std::string::npos) return word.relation;
  }
  return Relation::other;
}

}  // namespace shanzhi::app
