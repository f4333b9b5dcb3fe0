// The descriptions of what the villagers' door takes and tells.
#include "shared/api/door.h"

#include "shared/api/limits.h"
#include "shared/api/usual_fields.h"
#include "shared/people/pin.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

namespace {

constexpr auto kPin = static_cast<std::int64_t>(people::kPinDigits);
constexpr auto kCode = static_cast<std::int64_t>(people::kSignInCodeDigits);

}  // namespace

void fields(describe::Visitor& v, IssueSignInCode& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("person", "Who will sign in with it."), c.person);
}

void fields(describe::Visitor& v, SetPin& c) {
  v.text({"phone", "The telephone number that the village knows of the person.", kRequired, 1,
          kPhoneMax, d::Kind::phone},
         c.phone);
  v.text({"code", "The eight digits that the village window printed.", kRequired, kCode, kCode,
          d::Kind::secret},
         c.code);
  v.text({"pin", "Six digits, from now on in the place of a password.", kRequired, kPin, kPin,
          d::Kind::secret},
         c.pin);
}

void fields(describe::Visitor& v, ChangePin& c) {
  v.text({"old_pin", "The PIN that holds now.", kRequired, 1, kPasswordMax, d::Kind::secret},
         c.old_pin);
  v.text({"pin", "The new one: six digits.", kRequired, kPin, kPin, d::Kind::secret}, c.pin);
}

void fields(describe::Visitor& v, EndSession& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(
      v,
      reference("session", "Which device is signed out; absent for all but the one that asks.",
                kOptional),
      c.session);
}

void fields(describe::Visitor& v, LeaveBoards& c) {
  d::visit_id(v, command_id(), c.id);
  v.boolean(
      {"off", "True: shown on boards no more; the rank of others does not change.", kRequired},
      c.off);
  d::visit_id(v,
              reference("person", "Whom the caller looks after; absent: the caller's own person.",
                        kOptional),
              c.person);
}

void fields(describe::Visitor& v, DeviceRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("device"), r.device);
  v.text(optional("begun_at"), r.begun_at);
  v.text(optional("seen_at"), r.seen_at);
  v.boolean(optional("here"), r.here);
}

void fields(describe::Visitor& v, DevicePage& r) {
  d::visit_list(v, optional("devices"), r.devices);
}

}  // namespace shanzhi::api
