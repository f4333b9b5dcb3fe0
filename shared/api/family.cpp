// The descriptions of what family access takes and tells.
#include "shared/api/family.h"

#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

void fields(describe::Visitor& v, GrantFamilyAccess& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("person", "Who consents, and is looked after."), c.person);
  v.text({"relative", "Name of who may look.", kRequired, 1, kNameMax}, c.relative);
  v.text({"phone", "Their telephone number, as the register knows it.", kRequired, 1, kPhoneMax,
          d::Kind::phone},
         c.phone);
  d::visit_choice(v, {"way", "How the consent was given.", kRequired}, c.way);
  d::visit_date(v,
                {"until", "The last day of it; absent: until somebody ends it.", kOptional, 10, 10},
                c.until);
  v.boolean({"boards", "True: they may also take the elder off the boards.", kOptional}, c.boards);
  v.text(words("note", "What else was said.", kNoteMax), c.note);
}

void fields(describe::Visitor& v, EndFamilyAccess& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("access", "Which consent ends."), c.access);
}

void fields(describe::Visitor& v, FamilyRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("person"), r.person);
  v.text(optional("name"), r.name);
  v.text(optional("relative"), r.relative);
  v.text(optional("way"), r.way);
  v.text(optional("since"), r.since);
  v.text(optional("until"), r.until);
  v.text(optional("by"), r.by);
  v.text(optional("note"), r.note);
  v.boolean(optional("boards"), r.boards);
}

void fields(describe::Visitor& v, FamilyPage& r) {
  d::visit_list(v, optional("looked_after"), r.looked_after);
  d::visit_list(v, optional("looking"), r.looking);
}

}  // namespace shanzhi::api
