// The descriptions of every command: what each field means, whether it must be there, and its bounds.
#include "shared/api/commands.h"

#include "shared/api/limits.h"
#include "shared/api/names.h"
#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

namespace {

constexpr d::Field name_field(const char* sentence) {
  return {"name", sentence, kRequired, 1, kNameMax};
}
constexpr d::Field reason_field(const char* sentence, d::Presence presence = kRequired) {
  return {"reason", sentence, presence, kReasonMin, kReasonMax};
}
constexpr d::Field password(const char* name, const char* sentence, std::int64_t low,
                            d::Presence presence = kRequired) {
  return {name, sentence, presence, low, kPasswordMax, d::Kind::secret};
}

}  // namespace

void fields(describe::Visitor& v, AwardPoints& c) {
  d::visit_id(v,
              id_field("Id of the transfer, a UUID (version 7) made by the sender; a repeat adds "
                       "nothing."),
              c.id);
  d::visit_id(v, reference("person", "Who gets the points, or loses them under a deducting rule."),
              c.person);
  v.text({"rule", "Code of the rule in the rule book.", kRequired, 1, kCodeMax, d::Kind::rule_code},
         c.rule);
  v.optional_integer({"minutes", "Time of service in minutes; for rules by the hour only.",
                      kOptional, 1, kMinutesMax, d::Kind::minutes},
                     c.minutes);
  v.optional_integer(
      {"amount",
       "The whole sum in centipoints (1 point is 100), where a bonus is added; absent "
       "for what the rule gives by itself.",
       kOptional, 1, base::kTransferMax, d::Kind::centipoints},
      c.amount);
  d::visit_instant(v,
                   {"occurred_at", "When it happened, RFC 3339 with offset; not in the future.",
                    kRequired, 1, 40},
                   c.occurred_at);
  v.text(words("note", "What for, in the words of who enters it.", kNoteMax), c.note);
  v.text(words("evidence", "What proves it: sign-in list, photograph, document.", kNoteMax),
         c.evidence);
  v.texts({"photos",
           "Ids of photographs that upload-photo answered; each proves one award and no other.",
           kOptional, 0, kPhotosMax},
          c.photos);
}

void fields(describe::Visitor& v, ReverseTransfer& c) {
  d::visit_id(v,
              id_field("Id of the reversing transfer, made by the sender; a repeat reverses "
                       "nothing again."),
              c.id);
  d::visit_id(v, reference("transfer", "The transfer that is taken back, with its paired hours."),
              c.transfer);
  v.text(reason_field("Why it is taken back; everybody who sees the transfer sees it."), c.reason);
}

void fields(describe::Visitor& v, SavePlace& c) {
  d::visit_id(v, command_id(), c.id);
  v.text(place_code("code", "Its code; a new one creates the place, a known one changes it."),
         c.code);
  v.text(name_field("Its full name."), c.name);
  d::visit_choice(v, {"level", "Its level in the tree."}, c.level);
  v.text(place_code("parent", "Code of the place above it; absent for the root.", kOptional),
         c.parent);
  v.raw_json({"outline",
              "GeoJSON geometry, Polygon or MultiPolygon, longitude and latitude in WGS 84; absent "
              "leaves the outline as it is.",
              kOptional},
             c.outline);
}

void fields(describe::Visitor& v, SaveSite& c) {
  d::visit_id(v, id_field("The site's id: a new one creates it, a known one changes it."), c.id);
  d::visit_choice(v, {"kind", "What kind of site it is."}, c.kind);
  v.text(name_field("Its name."), c.name);
  v.text(place_code("place", "Code of the place that it belongs to."), c.place);
  v.real(longitude(), c.longitude);
  v.real(latitude(), c.latitude);
  v.text(words("hours", "When it is open, as people say it.", kAddressMax), c.hours);
  v.text(words("offers", "What is offered there, one sentence.", kNoteMax), c.offers);
}

void fields(describe::Visitor& v, SaveHousehold& c) {
  d::visit_id(v, id_field("The household's id: a new one creates it, a known one changes it."),
              c.id);
  v.text({"number", "Its number, unique in its village.", kRequired, 1, kCodeMax}, c.number);
  v.text(place_code("grid", "Code of its grid, or of its village where no grid is drawn."), c.grid);
  v.text(place_code("hamlet", "Code of its hamlet.", kOptional), c.hamlet);
  v.text(words("address", "Its door: group and number.", kAddressMax), c.address);
  v.text(words("tags", "Tags parted by commas.", kTagsMax), c.tags);
  v.optional_real(longitude(kOptional), c.longitude);
  v.optional_real(latitude(kOptional), c.latitude);
}

void fields(describe::Visitor& v, SavePerson& c) {
  d::visit_id(v, id_field("The person's id: a new one creates, a known one changes."), c.id);
  d::visit_id(v, reference("household", "The household; a known person changes it by move-person."),
              c.household);
  v.text(name_field("Full name."), c.name);
  d::visit_choice(v, {"gender", "Gender, unknown when absent.", kOptional}, c.gender);
  d::visit_choice(v, {"relation", "Relation to the head of the household."}, c.relation);
  d::visit_date(v, {"born", "Date of birth, YYYY-MM-DD.", kOptional, 10, 10}, c.born);
  v.text({"phone", "Mobile or landline number; spaces and dashes are dropped.", kOptional, 0,
          kPhoneMax, d::Kind::phone},
         c.phone);
  v.boolean({"off_boards", "Asked not to be shown on boards; the rank of others does not change.",
             kOptional},
            c.off_boards);
}

void fields(describe::Visitor& v, MovePerson& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("person", "Who moves."), c.person);
  d::visit_id(v, reference("household", "Where to; points and hours go along."), c.household);
  d::visit_choice(v, {"relation", "Relation to the head of the new household."}, c.relation);
  v.text(reason_field("Why: marriage, birth, a household parted …"), c.reason);
}

void fields(describe::Visitor& v, SaveTeam& c) {
  d::visit_id(v, id_field("The team's id: a new one creates it, a known one changes it."), c.id);
  v.text(name_field("Its name."), c.name);
  v.text(place_code("place", "Code of the place that it serves."), c.place);
  v.text(words("brand", "Its brand, such as 乐活帮.", kNameMax), c.brand);
  d::visit_choice(v, {"way", "How it was formed."}, c.way);
  d::visit_id(v, reference("leader", "Person who leads it; need not be a member.", kOptional),
              c.leader);
  v.texts({"members", "Ids of the persons who are in it; replaces the list there was.", kOptional,
           0, kMembersMax, d::Kind::uuid},
          c.members);
}

void fields(describe::Visitor& v, SignIn& c) {
  v.text(name_field("The user's name."), c.name);
  v.text(password("password", "The user's password.", 1), c.password);
}

void fields(describe::Visitor&, SignOut&) {}

void fields(describe::Visitor& v, OpenTown& c) {
  v.text(password("key", "The key in the link printed at the first start.", 1), c.key);
  v.text(name_field("The first administrator's name for signing in."), c.name);
  v.text(password("password", "Their password; 8 characters at least.", kPasswordMin), c.password);
}

void fields(describe::Visitor& v, SaveUser& c) {
  d::visit_id(v, id_field("The user's id: a new one creates, a known one changes."), c.id);
  v.text(name_field("Name for signing in."), c.name);
  v.text(words("title", "How the user is shown, with office: 周敏 镇综治中心.", kNameMax), c.title);
  d::visit_choice(v, {"role", "What the user may do."}, c.role);
  v.text(
      place_code("place", "Code of the place at which the role is held; it reaches down the tree."),
      c.place);
  v.text(
      password("password", "A new password; absent leaves it as it is.", kPasswordMin, kOptional),
      c.password);
  d::visit_id(v,
              reference("person", "The resident behind the user, where there is one.", kOptional),
              c.person);
  v.boolean({"active", "False ends the user's sessions and lets nobody in.", kOptional}, c.active);
}

void fields(describe::Visitor& v, ChangePassword& c) {
  v.text(password("old_password", "The password that holds now.", 1), c.old_password);
  v.text(password("new_password", "The new one; 8 characters at least.", kPasswordMin),
         c.new_password);
}

void fields(describe::Visitor& v, IssueToken& c) {
  d::visit_id(v, id_field("The token's id, made by the sender."), c.id);
  v.text({"label", "What the token is for.", kRequired, 1, kNameMax}, c.label);
  d::visit_choice(v, {"role", "What its bearer may do."}, c.role);
  v.text(place_code("place", "Code of the place at which the role is held."), c.place);
  v.optional_integer({"days", "Days until it ends; absent for one that holds until it is revoked.",
                      kOptional, 1, kTokenDaysMax, d::Kind::count},
                     c.days);
}

void fields(describe::Visitor& v, RevokeToken& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("token", "The token that ends now."), c.token);
}

void fields(describe::Visitor& v, UndoImport& c) {
  d::visit_id(v, command_id(), c.id);
  d::visit_id(v, reference("import", "The import that is taken back as a whole."), c.import);
}

}  // namespace shanzhi::api
