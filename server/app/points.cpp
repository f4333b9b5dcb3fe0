// The decision is rules::decide_award; here is what it must know and what follows from it.
#include "server/app/points.h"

#include "server/app/photos.h"
#include "server/app/reach.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;
using ledger::Currency;
using ledger::Holder;
using ledger::HolderKind;

Holder holder_of(const PersonRecord& person) {
  return {HolderKind::person, person.id.uuid};
}

bool own(const Work& work, const PersonRecord& person, bool& same_household) {
  same_household = false;
  if (work.caller.person == 0) return false;
  const auto self = work.people.person_row(work.caller.person);
  same_household = self && self->household_row == person.household_row;
  return work.caller.person == person.row;
}

rules::AwardContext context_of(Work& work, const PersonRecord& person, const rules::Rule& rule,
                               base::CivilDate day) {
  rules::AwardContext context;
  if (rule.cap.count > 0)
    context.granted_in_period =
        work.ledger.granted(person.id, rule, base::span_of(rule.cap_period, day));
  if (rule.unit == rules::Unit::hour) context.booked_that_day = work.ledger.booked(person.id, day);
  context.balance = {person.balance};
  context.floor = work.ledger.floor();
  context.same_person = own(work, person, context.same_household);
  context.second_person_above = work.ledger.second_person_above();
  // Summed only where there is a limit: it grows with the grantor's month. The month is that of the
  // granting, so that dating back makes no room.
  if (context.second_person_above.count > 0 && work.caller.user != 0)
    context.granted_by_this_month = work.ledger.granted_by(
        work.caller.user, base::span_of(base::Period::month, base::day_of(work.now)));
  return context;
}

Result<PersonRecord> person_of(Work& work, const api::AwardPoints& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  if (work.ledger.exists(command.id)) return {ErrorCode::key_reused, "/id"};
  return reached_person(work, command.person, "/person");
}

Result<rules::Rule> rule_of(Work& work, const api::AwardPoints& command) {
  auto rule = work.ledger.rule(command.rule, base::day_of(command.occurred_at));
  if (!rule) return {ErrorCode::not_found, "/rule"};
  if (!may_approve(*work.caller.role, rule->approver)) return {ErrorCode::not_permitted, "/rule"};
  return std::move(*rule);
}

ledger::Transfer transfer_of(const Work& work, const api::AwardPoints& command,
                             const rules::Rule& rule) {
  ledger::Transfer transfer;
  transfer.id = command.id;
  transfer.reason = ledger::Reason::rule;
  transfer.rule = rule.code;
  transfer.rule_version = rule.version;
  transfer.note = command.note;
  transfer.evidence = command.evidence;
  transfer.by = work.caller.user_id;
  transfer.occurred_at = command.occurred_at;
  transfer.recorded_at = work.now;
  return transfer;
}

// The decision speaks of points; on the wire the sum wanted is called the amount.
base::Error in_command_words(base::Error error) {
  if (error.field == "/points") error.field = "/amount";
  return error;
}

// Writes points and, where time was served, hours; the two name each other.
void post_award(Work& work, const ledger::Transfer& base_transfer, const PersonRecord& person,
                const rules::Rule& rule, const rules::AwardDecision& decision) {
  const bool add = rule.direction == rules::Direction::add;
  ledger::Transfer points = base_transfer;
  points.debit = add ? Holder{HolderKind::issue, {}} : holder_of(person);
  points.credit = add ? holder_of(person) : Holder{HolderKind::correction, {}};
  points.amount = decision.points.count;
  const bool timed = add && decision.minutes.count > 0;
  if (timed) points.pair = hours_id(points.id);
  work.ledger.post(points, work.caller.user);
  if (!timed) return;
  ledger::Transfer hours = base_transfer;
  hours.id = points.pair;
  hours.pair = points.id;
  hours.currency = Currency::hours;
  hours.debit = {HolderKind::issue, {}};
  hours.credit = holder_of(person);
  hours.amount = decision.minutes.count;
  work.ledger.post(hours, work.caller.user);
}

void count_award(Work& work, const PersonRecord& person, const rules::Rule& rule,
                 const rules::AwardDecision& decision, base::Instant occurred_at) {
  const bool add = rule.direction == rules::Direction::add;
  const base::Points moved = add ? decision.points : -decision.points;
  // A deduction takes from the balance; what was earned, and so the standing, stays.
  work.people.add_sums(person, moved, add ? decision.points : base::Points{},
                       add ? decision.minutes : base::Minutes{}, occurred_at);
  if (add)
    work.ledger.add_totals(person.row, person.grid_row, base::day_of(occurred_at), rule.field,
                           decision.points, decision.minutes, 1);
}

}  // namespace

base::TransferId hours_id(base::TransferId points_id) {
  constexpr std::uint64_t kVersionMask = 0xF000, kVersion8 = 0x8000;
  points_id.uuid.high = (points_id.uuid.high & ~kVersionMask) | kVersion8;
  return points_id;
}

Result<Outcome> award_points(Work& work, const api::AwardPoints& command) {
  const auto person = person_of(work, command);
  if (!person) return person.error();
  const auto rule = rule_of(work, command);
  if (!rule) return rule.error();
  rules::AwardRequest request;
  if (command.minutes) request.minutes = base::Minutes{*command.minutes};
  if (command.amount) request.points = base::Points{*command.amount};
  request.occurred_at = command.occurred_at;
  const base::CivilDate day = base::day_of(command.occurred_at);
  const auto decision =
      rules::decide_award(*rule, request, context_of(work, *person, *rule, day), work.now);
  if (!decision) return in_command_words(decision.error());
  const auto photos = photos_named(work, command.photos);
  if (!photos) return photos.error();

  ledger::Transfer transfer = transfer_of(work, command, *rule);
  const std::int64_t position = work.journal.next_position();
  transfer.position = position;
  post_award(work, transfer, *person, *rule, *decision);
  count_award(work, *person, *rule, *decision, command.occurred_at);

  const bool add = rule->direction == rules::Direction::add;
  const std::int64_t moved = add ? decision->points.count : -decision->points.count;
  const std::int64_t minutes = add ? decision->minutes.count : 0;
  work.journal.append(position, {.what = "points_awarded",
                                 .place_row = person->grid_row,
                                 .subject_kind = "person",
                                 .subject = person->id.uuid,
                                 .amount = moved,
                                 .minutes = minutes,
                                 .rule = rule->code,
                                 .note = command.note,
                                 .before = {},
                                 .after = photos_in_entry(*photos)});
  std::int64_t number = 0;
  for (const ledger::Digest& photo : *photos) work.photos.bind(photo, position, ++number);
  return outcome_of(api::Posted{base::to_text(command.id.uuid), moved, minutes,
                                person->balance + moved, position});
}

}  // namespace shanzhi::app
