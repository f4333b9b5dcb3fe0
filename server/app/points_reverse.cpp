// Taking a transfer back by its mirror image.
#include "server/app/points.h"
#include "server/app/reach.h"

namespace shanzhi::app {

namespace {

using base::ErrorCode;
using base::Result;
using ledger::Currency;
using ledger::HolderKind;

// The points of a pair stand for both; hours asked for alone lead to them.
Result<FoundTransfer> original_of(Work& work, const api::ReverseTransfer& command) {
  if (command.id.none()) return {ErrorCode::missing_field, "/id"};
  if (work.ledger.exists(command.id)) return {ErrorCode::key_reused, "/id"};
  auto found = work.ledger.find(command.transfer);
  if (found && found->transfer.currency == Currency::hours && !found->transfer.pair.none())
    found = work.ledger.find(found->transfer.pair);
  if (!found) return {ErrorCode::not_found, "/transfer"};
  return std::move(*found);
}

ledger::Transfer mirror_of(const ledger::Transfer& original, const Work& work, base::TransferId id,
                           const std::string& reason) {
  ledger::Transfer mirror;
  mirror.id = id;
  mirror.currency = original.currency;
  mirror.debit = original.credit;
  mirror.credit = original.debit;
  mirror.amount = original.amount;
  mirror.reason = ledger::Reason::reversal;
  mirror.reverses = original.id;
  mirror.note = reason;
  mirror.by = work.caller.user_id;
  mirror.occurred_at = work.now;
  mirror.recorded_at = work.now;
  return mirror;
}

Result<base::Done> check_reversible(Work& work, const FoundTransfer& found,
                                    const PersonRecord& person) {
  if (!reaches(work, person.grid_low)) return {ErrorCode::not_found, "/transfer"};
  if (found.transfer.reason == ledger::Reason::reversal)
    return {ErrorCode::not_reversible, "/transfer"};
  if (found.reversed) return {ErrorCode::already_reversed, "/transfer"};
  // Nobody decides over their own household, also not by taking back a deduction.
  const auto self = work.people.person_row(work.caller.person);
  if (self && self->household_row == person.household_row)
    return {ErrorCode::own_household, "/transfer"};
  const ledger::Holder& loser = found.transfer.credit;
  if (loser.kind == HolderKind::person || loser.kind == HolderKind::merchant) {
    const std::int64_t left =
        work.ledger.balance(found.transfer.currency, loser) - found.transfer.amount;
    if (left < work.ledger.floor().count) return {ErrorCode::below_floor, "/transfer"};
  }
  return base::Done{};
}

// Gives the minutes taken back.
std::int64_t post_mirrors(Work& work, const FoundTransfer& found,
                          const api::ReverseTransfer& command, std::int64_t position) {
  ledger::Transfer points = mirror_of(found.transfer, work, command.id, command.reason);
  points.position = position;
  const auto hours =
      found.transfer.pair.none() ? std::nullopt : work.ledger.find(found.transfer.pair);
  if (hours) points.pair = hours_id(command.id);
  work.ledger.post(points, work.caller.user);
  if (!hours) return 0;
  ledger::Transfer minutes = mirror_of(hours->transfer, work, points.pair, command.reason);
  minutes.position = position;
  minutes.pair = points.id;
  work.ledger.post(minutes, work.caller.user);
  return hours->transfer.amount;
}

void uncount(Work& work, const FoundTransfer& found, const PersonRecord& person,
             std::int64_t minutes) {
  const ledger::Transfer& original = found.transfer;
  const bool earned = original.debit.kind == HolderKind::issue;
  const base::Points amount{original.amount};
  const base::Points moved = original.credit.kind == HolderKind::person ? -amount : amount;
  work.people.add_sums(person, moved, earned ? -amount : base::Points{}, {-minutes}, work.now);
  const base::CivilDate day = base::day_of(original.occurred_at);
  if (earned) {
    if (const auto rule = work.ledger.rule_version(original.rule, original.rule_version))
      work.ledger.add_totals(person.row, found.place_row, day, rule->field, -amount, {-minutes},
                             -1);
  } else if (original.credit.kind == HolderKind::merchant) {
    work.ledger.add_verified(found.place_row, day, -amount);
  }
}

}  // namespace

Result<Outcome> reverse_transfer(Work& work, const api::ReverseTransfer& command) {
  const auto found = original_of(work, command);
  if (!found) return found.error();
  const auto person = work.people.person_row(found->person_row);
  if (!person) return {ErrorCode::not_reversible, "/transfer"};
  const auto checked = check_reversible(work, *found, *person);
  if (!checked) return checked.error();

  const std::int64_t position = work.journal.next_position();
  const std::int64_t minutes = post_mirrors(work, *found, command, position);
  uncount(work, *found, *person, minutes);
  const bool gained = found->transfer.credit.kind == HolderKind::person;
  const std::int64_t moved = gained ? -found->transfer.amount : found->transfer.amount;
  work.journal.append(
      position, {.what = "transfer_reversed",
                 .place_row = found->place_row,
                 .subject_kind = "person",
                 .subject = person->id.uuid,
                 .amount = moved,
                 .minutes = -minutes,
                 .rule = found->transfer.rule,
                 .note = command.reason,
                 .before = "{\"transfer\":\"" + base::to_text(found->transfer.id.uuid) + "\"}",
                 .after = {}});
  return outcome_of(api::Posted{base::to_text(command.id.uuid), moved, -minutes,
                                person->balance + moved, position});
}

}  // namespace shanzhi::app
