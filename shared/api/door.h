// How villagers come in without e-mail: a telephone number, a PIN, and the code that begins both; the
// devices that are signed in; and what everyone decides about their own person.
#pragma once

#include <string>
#include <vector>

#include "shared/base/id.h"
#include "shared/describe/describe.h"

namespace shanzhi::api {

/// Days that a printed code holds.
inline constexpr std::int64_t kSignInCodeDays = 7;

/// At the village window: a code of eight digits with which the person chooses a PIN, once. One that was
/// printed before holds no more. Answers Saved with the code as secret.
struct IssueSignInCode {
  base::CommandId id;
  base::PersonId person;
};
/// Signed out: the telephone number that the village knows, the printed code, and the PIN from now on.
struct SetPin {
  std::string phone, code, pin;
};
struct ChangePin {
  std::string old_pin, pin;
};
/// Signs another device out; without a session all others.
struct EndSession {
  base::CommandId id;
  base::Id<struct SessionTag> session;
};
/// The caller's own person, or one they look after and may do this for, is shown on boards no more, or
/// again.
struct LeaveBoards {
  base::CommandId id;
  bool off = true;
  base::PersonId person = {};  ///< none: the caller's own
};

/// A device that is signed in as the caller.
struct DeviceRow {
  std::string id, device, begun_at, seen_at;
  bool here = false;  ///< the one that asks
};
/// GET /api/v1/sessions, this one first, then by when they were seen.
struct DevicePage {
  std::vector<DeviceRow> devices;
};

void fields(describe::Visitor& v, IssueSignInCode& c);
void fields(describe::Visitor& v, SetPin& c);
void fields(describe::Visitor& v, ChangePin& c);
void fields(describe::Visitor& v, EndSession& c);
void fields(describe::Visitor& v, LeaveBoards& c);
void fields(describe::Visitor& v, DeviceRow& r);
void fields(describe::Visitor& v, DevicePage& r);

}  // namespace shanzhi::api
