// What a caller may see, decided once a query.
#include "server/storage/read/reading.h"

#include "shared/base/utf8.h"

namespace shanzhi::storage::read {
namespace {

const std::string kNamesHidden =
    "SELECT 1 FROM hall h JOIN place p ON p.id = h.place_id"
    " WHERE h.names_hidden = 1 AND ? BETWEEN p.low AND p.high";
/// Names are data: they are not translated, nor is what stands for them.
constexpr const char* kSomebody = "志愿者";
const std::string kHouseholdOf = "SELECT household_id FROM person WHERE id = ? AND removed_by = 0";

}  // namespace

Reading::Reading(Snapshot& taken, Shared& all, const app::Caller& who, base::Instant at)
    : snapshot(taken),
      shared(all),
      town(all.towns.at(taken)),
      caller(who),
      now(at),
      today(base::day_of(at)) {
  own = town->by_id(caller.place);
  if (!own && !caller.place_code.empty()) own = town->by_code(caller.place_code);
  if (has(api::bit(api::Role::display)) && own) {
    Rows hidden(snapshot, kNamesHidden, own->low);
    names_hidden = hidden.next();
  }
  if (caller.person == 0) return;
  Rows rows(snapshot, kHouseholdOf, caller.person);
  if (rows.next()) household = rows.integer(0);
}

std::string Reading::masked(const std::string& name) const {
  if (name.empty()) return {};
  return names_hidden ? kSomebody : base::mask_name(name);
}

std::string Reading::name(const std::string& name, std::int64_t low,
                          std::int64_t hamlet_low) const {
  return in_full(low, hamlet_low) ? name : masked(name);
}

base::Result<const PlaceNode*> Reading::published_place(const std::string& code) const {
  const PlaceNode* place = code.empty() ? own : town->by_code(code);
  if (!place && code.empty() && !town->empty()) place = &town->root();
  if (!place) return {base::ErrorCode::not_found, "/place"};
  return place;
}

base::Result<const PlaceNode*> Reading::personal_place(const std::string& code) const {
  const PlaceNode* place = code.empty() ? own : town->by_code(code);
  if (!place || !own || !town->within(*place, *own)) return {base::ErrorCode::not_found, "/place"};
  return place;
}

std::int64_t age_on(base::CivilDate today, std::optional<base::CivilDate> born) {
  if (!born || today < *born) return 0;
  const auto now = base::ymd_of(today);
  const auto then = base::ymd_of(*born);
  const bool before_birthday =
      now.month < then.month || (now.month == then.month && now.day < then.day);
  return now.year - then.year - (before_birthday ? 1 : 0);
}

std::string instant_text(std::int64_t unix_ms) {
  return unix_ms == 0 ? std::string{} : base::to_text(base::Instant{unix_ms});
}

base::CivilDate month_before(base::CivilDate date, int back) {
  const auto ymd = base::ymd_of(date);
  const int months = ymd.year * 12 + ymd.month - 1 - back;
  return base::civil_from_ymd(months / 12, months % 12 + 1, 1);
}

std::string month_text(base::CivilDate date) {
  return base::to_text(date).substr(0, 7);
}

}  // namespace shanzhi::storage::read
