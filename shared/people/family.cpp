// One refusal after the other, the plainest first.
#include "shared/people/family.h"

#include <string>

namespace shanzhi::people {

base::Result<base::Done> check_family(const FamilyAsk& ask) {
  using base::ErrorCode;
  if (ask.same_person) return {ErrorCode::not_a_choice, "/relative"};
  if (ask.known) return {ErrorCode::already_exists, "/relative"};
  if (ask.looking >= kFamilyMax || ask.looked_at >= kFamilyMax)
    return {ErrorCode::out_of_range, "/relative", "", std::to_string(kFamilyMax)};
  if (ask.until && *ask.until < ask.today)
    return {ErrorCode::out_of_range, "/until", base::to_text(ask.today)};
  return base::Done{};
}

}  // namespace shanzhi::people
