// The descriptions of the rows: every field optional, because they only ever read what they wrote.
#include "server/app/records.h"

#include "shared/api/names.h"
#include "shared/base/utf8.h"
#include "shared/describe/json.h"

namespace shanzhi::app {

namespace d = shanzhi::describe;

namespace {
d::Field field(const char* name) {
  return {name, "", d::Presence::optional};
}
}  // namespace

void fields(d::Visitor& v, RuleKey& r) {
  v.text(field("code"), r.code);
  v.integer(field("version"), r.version);
}

void fields(d::Visitor& v, PlaceRecord& r) {
  v.text(field("code"), r.code);
  v.text(field("name"), r.name);
  d::visit_choice(v, field("level"), r.level);
  v.text(field("parent"), r.parent);
  v.boolean(field("schematic"), r.schematic);
  v.text(field("outline"), r.outline);
}

void fields(d::Visitor& v, SiteRecord& r) {
  d::visit_id(v, field("id"), r.id);
  d::visit_choice(v, field("kind"), r.kind);
  v.text(field("name"), r.name);
  v.text(field("place"), r.place);
  v.real(field("longitude"), r.at.x);
  v.real(field("latitude"), r.at.y);
  v.text(field("hours"), r.hours);
  v.text(field("offers"), r.offers);
}

void fields(d::Visitor& v, MerchantRecord& r) {
  d::visit_id(v, field("id"), r.id);
  v.text(field("name"), r.name);
  v.text(field("trade"), r.trade);
  v.text(field("place"), r.place);
  v.real(field("longitude"), r.at.x);
  v.real(field("latitude"), r.at.y);
  v.text(field("phone"), r.phone);
}

void fields(d::Visitor& v, HouseholdRecord& r) {
  d::visit_id(v, field("id"), r.id);
  v.text(field("number"), r.number);
  v.text(field("grid"), r.grid);
  v.text(field("hamlet"), r.hamlet);
  v.text(field("address"), r.address);
  v.text(field("tags"), r.tags);
  std::optional<double> x, y;
  if (r.at) x = r.at->x, y = r.at->y;
  v.optional_real(field("longitude"), x);
  v.optional_real(field("latitude"), y);
  d::keep(r.at, x && y ? std::optional(base::Point{*x, *y}) : std::nullopt);
}

void fields(d::Visitor& v, PersonRecord& r) {
  d::visit_id(v, field("id"), r.id);
  d::visit_id(v, field("household"), r.household);
  v.text(field("name"), r.name);
  d::visit_choice(v, field("gender"), r.gender);
  d::visit_choice(v, field("relation"), r.relation);
  d::visit_date(v, field("born"), r.born);
  v.text(field("phone"), r.phone);
  v.text(field("id_digest"), r.id_digest);
  v.boolean(field("off_boards"), r.off_boards);
}

void fields(d::Visitor& v, TeamRecord& r) {
  d::visit_id(v, field("id"), r.id);
  v.text(field("name"), r.name);
  v.text(field("place"), r.place);
  v.text(field("brand"), r.brand);
  d::visit_choice(v, field("way"), r.way);
  v.text(field("leader"), r.leader);
  v.texts(field("members"), r.members);
}

void fields(d::Visitor& v, UserRecord& r) {
  d::visit_id(v, field("id"), r.id);
  v.text(field("name"), r.name);
  v.text(field("title"), r.title);
  d::visit_choice(v, field("role"), r.role);
  v.text(field("place"), r.place);
  v.text(field("person"), r.person);
  v.boolean(field("active"), r.active);
}

void fields(d::Visitor& v, TokenRecord& r) {
  d::visit_id(v, field("id"), r.id);
  v.text(field("label"), r.label);
  d::visit_choice(v, field("role"), r.role);
  v.text(field("place"), r.place);
  v.integer(field("expires_at"), r.expires_at);
}

std::string journal_json(const PersonRecord& person) {
  PersonRecord shown = person;
  shown.id_digest.clear();
  if (!shown.phone.empty()) shown.phone = base::mask_phone(shown.phone);
  return d::to_json(shown);
}

}  // namespace shanzhi::app
