// 帮家人看: an elder without a phone is looked after by somebody of the family who has an account.
//
// A consent lets that one person READ the elder's standing, passbook and line on the boards, save and print
// them; with `boards` also take the elder off the boards. Nothing else: it opens no account, gives no code,
// shows nobody else of the elder's household, and is not handed on. It is recorded at the village window by
// an official who reaches the elder, and ends at once when any of the three says so, when its day is over, or
// when one of the two is no longer on the register.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/api/names.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"
#include "shared/people/family.h"

namespace shanzhi::api {

/// The relative is named as they sign in, by name and telephone number: they may live in another village,
/// which the official does not see.
struct GrantFamilyAccess {
  base::CommandId id;
  base::PersonId person;  ///< who is looked after
  std::string relative;   ///< name
  std::string phone;
  people::ConsentWay way = people::ConsentWay::in_person;
  std::optional<base::CivilDate> until;  ///< last day; none: until somebody ends it
  bool boards = false;  ///< may also take the elder off the boards and put them back
  std::string note;
};
struct EndFamilyAccess {
  base::CommandId id;
  base::Id<struct FamilyTag> access;
};

/// A consent that holds.
struct FamilyRow {
  std::string id;
  std::string person, name;  ///< who is looked after
  std::string relative;      ///< name of who looks
  std::string way, since, until, by, note;
  bool boards = false;
};
/// GET /api/v1/family-access : whom the caller looks after, and who looks at the caller.
struct FamilyPage {
  std::vector<FamilyRow> looked_after;
  std::vector<FamilyRow> looking;
};

void fields(describe::Visitor& v, GrantFamilyAccess& c);
void fields(describe::Visitor& v, EndFamilyAccess& c);
void fields(describe::Visitor& v, FamilyRow& r);
void fields(describe::Visitor& v, FamilyPage& r);

}  // namespace shanzhi::api

template <>
struct shanzhi::describe::EnumNames<shanzhi::people::ConsentWay> {
  static constexpr std::array values{"in_person", "phone", "written"};
};
