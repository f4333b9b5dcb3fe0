// Residents, households and volunteer teams.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/geometry.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/base/result.h"

namespace shanzhi::people {

enum class Gender : std::uint8_t { unknown, male, female };
enum class Relation : std::uint8_t {
  head,
  spouse,
  son,
  daughter,
  parent,
  grandchild,
  sibling,
  in_law,
  other,
};

struct Household {
  base::HouseholdId id;
  std::string number;   ///< 户号, unique in its village: "XL-0127"
  std::string grid;     ///< code of its grid (or of its village where no grid is drawn)
  std::string hamlet;   ///< code of its hamlet, may be empty
  std::string address;  ///< door: "3组 127号"
  std::string tags;     ///< comma separated: 党员户,低保户,独居老人,军属
  std::optional<base::Point> at;
  bool operator==(const Household&) const = default;
};

struct Person {
  base::PersonId id;
  base::HouseholdId household;
  std::string name;
  Gender gender = Gender::unknown;
  Relation relation = Relation::other;
  std::optional<base::CivilDate> born;
  std::string phone;  ///< digits only, may be empty
  std::string
      id_digest;  ///< keyed hash of the identity-card number, hex, may be empty; never the number
  bool off_boards = false;  ///< asked not to be shown; the rank of others does not change
  bool operator==(const Person&) const = default;
};

enum class LeadWay : std::uint8_t {
  organisation,
  paired,
  grouped
};  ///< 组织领建 结对共建 组团联建
struct Team {
  base::TeamId id;
  std::string name;
  std::string place;
  std::string brand;  ///< 乐活帮 or one of its sub-brands
  LeadWay way = LeadWay::organisation;
  base::PersonId leader;
  std::vector<base::PersonId> members;
};

/// A mobile (11 digits, 1[3-9]) or landline number with its area code; spaces, dashes and +86 are
/// accepted and dropped. Errors: malformed.
base::Result<std::string> parse_phone(std::string_view text);

/// What an identity-card number tells (GB 11643-1999): checked by its check digit.
struct IdCard {
  std::string number;  ///< 18 characters, X upper case; keep no longer than needed to hash it
  base::CivilDate born;
  Gender gender = Gender::unknown;
};
/// Errors: malformed (shape or date), out_of_range (check digit; `shown` is the right one).
base::Result<IdCard> parse_id_card(std::string_view text);

}  // namespace shanzhi::people
