// The descriptions of the views of places and registers: field names on the wire are the member names.
#include "shared/api/views.h"

#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

void fields(describe::Visitor& v, Posted& r) {
  v.text(optional("transfer"), r.transfer);
  v.integer(optional("points"), r.points);
  v.integer(optional("minutes"), r.minutes);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("position"), r.position);
}

void fields(describe::Visitor& v, Saved& r) {
  v.text(optional("id"), r.id);
  v.integer(optional("position"), r.position);
  v.text(optional("secret"), r.secret);
}

void fields(describe::Visitor& v, Me& r) {
  v.text(optional("user"), r.user);
  v.text(optional("name"), r.name);
  v.text(optional("role"), r.role);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("person"), r.person);
  v.text(optional("town"), r.town);
  v.text(optional("town_name"), r.town_name);
  v.integer(optional("position"), r.position);
  v.text(optional("today"), r.today);
  v.boolean(optional("schematic"), r.schematic);
}

void fields(describe::Visitor& v, Figures& r) {
  v.text(optional("place"), r.place);
  v.integer(optional("villages"), r.villages);
  v.integer(optional("hamlets"), r.hamlets);
  v.integer(optional("hubs"), r.hubs);
  v.integer(optional("grids"), r.grids);
  v.integer(optional("households"), r.households);
  v.integer(optional("people"), r.people);
  v.integer(optional("teams"), r.teams);
  v.integer(optional("merchants"), r.merchants);
  v.integer(optional("grid_workers"), r.grid_workers);
  v.integer(optional("points_issued"), r.points_issued);
  v.integer(optional("points_verified"), r.points_verified);
  v.integer(optional("hours"), r.hours);
  v.integer(optional("points_this_month"), r.points_this_month);
  v.integer(optional("points_last_month"), r.points_last_month);
  v.integer(optional("hours_this_month"), r.hours_this_month);
  v.integer(optional("hours_last_month"), r.hours_last_month);
  v.integer(optional("verified_this_month"), r.verified_this_month);
  v.integer(optional("verified_last_month"), r.verified_last_month);
  v.integer(optional("points_today"), r.points_today);
  v.integer(optional("volunteers"), r.volunteers);
  v.integer(optional("volunteers_this_week"), r.volunteers_this_week);
  v.integers(optional("points_by_month"), r.points_by_month);
  v.integers(optional("hours_by_month"), r.hours_by_month);
  v.integers(optional("verified_by_month"), r.verified_by_month);
  v.text(optional("as_of"), r.as_of);
}

void fields(describe::Visitor& v, PlaceRow& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.text(optional("level"), r.level);
  v.text(optional("parent"), r.parent);
  v.integer(optional("households"), r.households);
  v.integer(optional("people"), r.people);
  v.boolean(optional("schematic"), r.schematic);
  v.raw_json(optional("outline"), r.outline);
}

void fields(describe::Visitor& v, PlacePage& r) {
  d::visit_list(v, optional("places"), r.places);
}

void fields(describe::Visitor& v, OutlineRow& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.text(optional("level"), r.level);
  v.text(optional("parent"), r.parent);
  v.integers(optional("ring_sizes"), r.ring_sizes);
  v.integers(optional("borders"), r.borders);
}

void fields(describe::Visitor& v, Outlines& r) {
  d::visit_list(v, optional("places"), r.places);
  v.integers(optional("border_sizes"), r.border_sizes);
  v.integers(optional("coordinates"), r.coordinates);
  v.boolean(optional("schematic"), r.schematic);
}

void fields(describe::Visitor& v, HouseholdPoints& r) {
  v.integer(optional("households"), r.households);
  v.integers(optional("coordinates"), r.coordinates);
  v.texts(optional("ids"), r.ids);
  v.texts(optional("numbers"), r.numbers);
  v.texts(optional("heads"), r.heads);
}

void fields(describe::Visitor& v, Measures& r) {
  v.text(optional("measure"), r.measure);
  v.text(optional("unit"), r.unit);
  v.texts(optional("grids"), r.grids);
  v.integers(optional("values"), r.values);
  v.integers(optional("by_month"), r.by_month);
  v.texts(optional("months"), r.months);
}

void fields(describe::Visitor& v, PlaceCard& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.text(optional("level"), r.level);
  v.text(optional("chief"), r.chief);
  v.integer(optional("households"), r.households);
  v.integer(optional("people"), r.people);
  v.integer(optional("points"), r.points);
  v.integer(optional("hours"), r.hours);
  v.integer(optional("month_points"), r.month_points);
  v.integer(optional("rank"), r.rank);
  v.integer(optional("of"), r.of);
  v.integers(optional("by_month"), r.by_month);
}

void fields(describe::Visitor& v, SiteRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("kind"), r.kind);
  v.text(optional("name"), r.name);
  v.text(optional("place"), r.place);
  v.text(optional("hours"), r.hours);
  v.text(optional("offers"), r.offers);
  v.real(optional("longitude"), r.longitude);
  v.real(optional("latitude"), r.latitude);
}

void fields(describe::Visitor& v, SitePage& r) {
  d::visit_list(v, optional("sites"), r.sites);
}

void fields(describe::Visitor& v, MerchantRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("trade"), r.trade);
  v.text(optional("place"), r.place);
  v.text(optional("phone"), r.phone);
  v.real(optional("longitude"), r.longitude);
  v.real(optional("latitude"), r.latitude);
  v.integer(optional("verified"), r.verified);
}

void fields(describe::Visitor& v, MerchantPage& r) {
  d::visit_list(v, optional("merchants"), r.merchants);
}

void fields(describe::Visitor& v, HouseholdRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("number"), r.number);
  v.text(optional("head"), r.head);
  v.text(optional("grid"), r.grid);
  v.text(optional("grid_name"), r.grid_name);
  v.text(optional("village"), r.village);
  v.text(optional("address"), r.address);
  v.text(optional("tags"), r.tags);
  v.integer(optional("members"), r.members);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("earned"), r.earned);
  v.integer(optional("month"), r.month);
  v.integer(optional("hours"), r.hours);
  v.text(optional("last"), r.last);
  v.optional_real(optional("longitude"), r.longitude);
  v.optional_real(optional("latitude"), r.latitude);
}

void fields(describe::Visitor& v, HouseholdPage& r) {
  d::visit_list(v, optional("households"), r.households);
  v.integer(optional("total"), r.total);
  v.integer(optional("balance_sum"), r.balance_sum);
  v.text(optional("next"), r.next);
}

void fields(describe::Visitor& v, PersonRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("gender"), r.gender);
  v.text(optional("relation"), r.relation);
  v.text(optional("born"), r.born);
  v.text(optional("phone"), r.phone);
  v.text(optional("household"), r.household);
  v.text(optional("household_number"), r.household_number);
  v.text(optional("grid"), r.grid);
  v.text(optional("grid_name"), r.grid_name);
  v.text(optional("village"), r.village);
  v.integer(optional("age"), r.age);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("earned"), r.earned);
  v.integer(optional("month"), r.month);
  v.integer(optional("hours"), r.hours);
  v.boolean(optional("off_boards"), r.off_boards);
}

void fields(describe::Visitor& v, PersonPage& r) {
  d::visit_list(v, optional("people"), r.people);
  v.integer(optional("total"), r.total);
  v.text(optional("next"), r.next);
}

void fields(describe::Visitor& v, TeamRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("brand"), r.brand);
  v.text(optional("way"), r.way);
  v.text(optional("leader"), r.leader);
  v.text(optional("leader_id"), r.leader_id);
  v.integer(optional("members"), r.members);
  v.integer(optional("points"), r.points);
  v.integer(optional("hours"), r.hours);
}

void fields(describe::Visitor& v, TeamPage& r) {
  d::visit_list(v, optional("teams"), r.teams);
}

void fields(describe::Visitor& v, GridRow& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.text(optional("village"), r.village);
  v.text(optional("hub"), r.hub);
  v.text(optional("chief"), r.chief);
  v.integer(optional("households"), r.households);
  v.integer(optional("people"), r.people);
  v.integer(optional("workers"), r.workers);
  v.integer(optional("points"), r.points);
  v.integer(optional("hours"), r.hours);
  v.integer(optional("per_household"), r.per_household);
}

void fields(describe::Visitor& v, GridPage& r) {
  d::visit_list(v, optional("grids"), r.grids);
}

}  // namespace shanzhi::api
