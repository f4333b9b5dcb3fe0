// Identity-card numbers of GB 11643-1999: six digits of place, eight of birth, three of order (odd for
// men), one check character by ISO 7064 MOD 11-2.
#include <string>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/people/people.h"

namespace shanzhi::people {
namespace {

using base::ErrorCode;

constexpr std::size_t kNumberLength = 18;
/// Nobody alive was born earlier; catches slips of the hand.
constexpr int kBirthYearMin = 1880;

int number_at(std::string_view digits, std::size_t from, std::size_t count) {
  int value = 0;
  for (const char c : digits.substr(from, count)) value = value * 10 + (c - '0');
  return value;
}

char check_character(std::string_view digits) {
  constexpr int kWeights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i + 1 < kNumberLength; ++i) sum += (digits[i] - '0') * kWeights[i];
  return "10X98765432"[sum % 11];
}

bool well_shaped(std::string_view number) {
  if (number.size() != kNumberLength || number[0] == '0') return false;
  for (std::size_t i = 0; i + 1 < kNumberLength; ++i)
    if (number[i] < '0' || number[i] > '9') return false;
  const char last = number.back();
  return last == 'X' || (last >= '0' && last <= '9');
}

}  // namespace

base::Result<IdCard> parse_id_card(std::string_view text) {
  IdCard card;
  card.number = base::tidy(text);
  if (!card.number.empty() && card.number.back() == 'x') card.number.back() = 'X';
  if (!well_shaped(card.number)) return ErrorCode::malformed;
  const int year = number_at(card.number, 6, 4);
  const int month = number_at(card.number, 10, 2);
  const int day = number_at(card.number, 12, 2);
  if (year < kBirthYearMin || !base::valid_ymd(year, month, day)) return ErrorCode::malformed;
  const char right = check_character(card.number);
  if (card.number.back() != right) return {ErrorCode::out_of_range, {}, std::string(1, right)};
  card.born = base::civil_from_ymd(year, month, day);
  card.gender = number_at(card.number, 16, 1) % 2 == 1 ? Gender::male : Gender::female;
  return card;
}

}  // namespace shanzhi::people
