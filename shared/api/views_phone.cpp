// The descriptions of what a person's own phone asks for.
#include "shared/api/views_phone.h"

#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

void fields(describe::Visitor& v, StandingQuery& q) {
  v.text(reference("person", "Whom the caller looks after; absent: the caller's own person.",
                   kOptional),
         q.person);
}

void fields(describe::Visitor& v, StandingPlace& r) {
  v.text(optional("level"), r.level);
  v.text(optional("place"), r.place);
  v.text(optional("name"), r.name);
  v.integer(optional("rank"), r.rank);
  v.integer(optional("of"), r.of);
  v.integer(optional("value"), r.value);
  v.integer(optional("to_next"), r.to_next);
  v.integer(optional("next_rank"), r.next_rank);
  v.integer(optional("before_rank"), r.before_rank);
  v.integer(optional("first"), r.first);
}

void fields(describe::Visitor& v, Standing& r) {
  v.text(optional("person"), r.person);
  v.text(optional("name"), r.name);
  v.text(optional("household"), r.household);
  v.text(optional("number"), r.number);
  v.text(optional("grid"), r.grid);
  v.text(optional("grid_name"), r.grid_name);
  v.text(optional("village"), r.village);
  v.text(optional("village_name"), r.village_name);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("earned"), r.earned);
  v.integer(optional("spent"), r.spent);
  v.integer(optional("hours"), r.hours);
  v.integer(optional("week"), r.week);
  v.integer(optional("household_balance"), r.household_balance);
  v.integer(optional("household_week"), r.household_week);
  v.integers(optional("by_week"), r.by_week);
  v.text(optional("first_week"), r.first_week);
  d::visit_list(v, optional("places"), r.places);
  d::visit_list(v, optional("members"), r.members);
  d::visit_list(v, optional("teams"), r.teams);
}

void fields(describe::Visitor& v, Given& r) {
  d::visit_list(v, optional("lines"), r.lines);
  v.integer(optional("points"), r.points);
}

}  // namespace shanzhi::api
