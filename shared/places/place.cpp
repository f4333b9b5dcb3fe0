// The shape of place codes.
#include "shared/places/place.h"

namespace shanzhi::places {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

// 6, 9 or 12 digits of the statistical code, then any number of suffixes: a dash, a capital letter,
// one to four digits. A suffix hangs on the code of the parent, which may have one itself.
bool valid_place_code(std::string_view code) {
  if (code.size() > kPlaceCodeMax) return false;
  std::size_t at = 0;
  while (at < code.size() && digit(code[at])) ++at;
  if (at != 6 && at != 9 && at != 12) return false;
  while (at < code.size()) {
    if (code.size() - at < 3 || code[at] != '-' || code[at + 1] < 'A' || code[at + 1] > 'Z')
      return false;
    at += 2;
    const std::size_t number = at;
    while (at < code.size() && digit(code[at])) ++at;
    if (at == number || at - number > 4) return false;
  }
  return true;
}

}  // namespace shanzhi::places
