// Signing in by telephone number and PIN. A family may share a number: the PIN says who of them it is,
// and where two chose the same one the name behind the number does. How many share a number can be told
// from the time a refusal takes; who they are, and their PINs, cannot.
#include <algorithm>

#include "server/app/door.h"
#include "server/storage/sessions.h"
#include "server/storage/user_store.h"
#include "shared/base/utf8.h"
#include "shared/people/people.h"
#include "shared/people/pin.h"

namespace shanzhi::storage {

using base::ErrorCode;
using base::Result;

namespace {

constexpr char kPersonOf[] = "SELECT born FROM person WHERE id = ?";

std::optional<base::CivilDate> born_of(Database& database, app::Row person) {
  Query query(database, kPersonOf, person);
  if (!query.next() || query.integer(0) == 0) return std::nullopt;
  return base::CivilDate{static_cast<std::int32_t>(query.integer(0))};
}

}  // namespace

std::optional<SqlSessions::TelephoneName> SqlSessions::telephone_name(std::string_view text) {
  const std::string tidy = base::tidy(text);
  const auto end = std::min(tidy.find_first_not_of("+-0123456789 "), tidy.size());
  const auto phone = people::parse_phone(std::string_view(tidy).substr(0, end));
  if (!phone) return std::nullopt;
  return TelephoneName{*phone, base::tidy(std::string_view(tidy).substr(end))};
}

Result<std::string> SqlSessions::sign_in_resident(const TelephoneName& who, const std::string& pin,
                                                  const app::Origin& origin) {
  const base::Instant now = clock_.now();
  const std::string account = kPinAccount + who.phone;
  if (!attempts_.allowed(account, origin.address, now)) return ErrorCode::too_many_attempts;
  std::vector<app::UserRecord> users;
  try {
    const std::lock_guard lock(reading_);
    users = SqlUserStore(*reader_).residents(who.phone, who.name);
  } catch (const SQLite::Exception&) {
    return ErrorCode::storage_failed;
  }
  if (users.empty()) (void)passwords_.match({}, pin);
  users.erase(std::remove_if(users.begin(), users.end(),
                             [&](const auto& u) { return !passwords_.match(u.password, pin); }),
              users.end());
  if (users.empty()) {
    attempts_.failed(account, origin.address, now);
    return ErrorCode::bad_credentials;
  }
  attempts_.succeeded(account);
  if (users.size() > 1) return {ErrorCode::not_a_choice, "/name"};
  return begin(users.front(), origin);
}

Result<std::pair<app::Row, std::string>> SqlSessions::person_of_code(const std::string& phone,
                                                                     const std::string& code,
                                                                     const std::string& address) {
  const base::Instant now = clock_.now();
  const std::string account = kPinAccount + phone;
  if (!attempts_.allowed(account, address, now)) return ErrorCode::too_many_attempts;
  std::vector<std::pair<app::Row, std::string>> codes;
  try {
    const std::lock_guard lock(reading_);
    codes = SqlUserStore(*reader_).codes(phone, now);
  } catch (const SQLite::Exception&) {
    return ErrorCode::storage_failed;
  }
  if (codes.empty()) (void)passwords_.match({}, code);
  for (auto& each : codes)
    if (passwords_.match(each.second, code)) return std::move(each);
  attempts_.failed(account, address, now);
  return {ErrorCode::bad_credentials, "/code"};
}

Result<std::string> SqlSessions::set_pin(const api::SetPin& command, const app::Origin& origin) {
  const auto phone = people::parse_phone(command.phone);
  if (!phone) return {ErrorCode::malformed, "/phone"};
  // Before the code is looked at: a PIN that is refused must not use up an attempt.
  if (const auto good = people::check_pin(command.pin, *phone); !good) return good.error();
  const auto person = person_of_code(*phone, command.code, origin.address);
  if (!person) return person.error();
  {
    const std::lock_guard lock(reading_);
    if (const auto good = people::check_pin(command.pin, *phone, born_of(*reader_, person->first));
        !good)
      return good.error();
  }
  const std::string pin = passwords_.hash(command.pin);
  if (pin.empty()) return ErrorCode::internal;
  std::optional<app::UserRecord> user;
  app::Caller nobody;
  nobody.origin = origin.address;
  const auto bound =
      writer_.run_work(nobody, [&](app::Work& work, Database&) -> Result<app::Outcome> {
        auto made = app::bind_pin(work, person->first, person->second, pin);
        if (!made) return made.error();
        user = std::move(*made);
        app::Outcome outcome;
        outcome.changes_access = true;
        return outcome;
      });
  if (!bound) return bound.error();
  attempts_.succeeded(kPinAccount + *phone);
  return begin(*user, origin);
}

}  // namespace shanzhi::storage
