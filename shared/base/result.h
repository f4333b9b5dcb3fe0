// Expected failure as a value: Result<T> holds a T or an Error from a closed set of codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace shanzhi::base {

/// Every way in which a request may be refused. Closed: each code has one HTTP status (server/http)
/// and one sentence a language (shared/text); a new code does not compile until it has both.
enum class ErrorCode : std::uint8_t {
  malformed,           ///< the text is not what it claims to be (JSON, CSV, number, date)
  missing_field,       ///< a required field is absent
  unknown_field,       ///< a field or parameter that the description does not list
  out_of_range,        ///< a value outside its described range or length
  not_a_choice,        ///< a value outside a closed set
  not_found,           ///< what the request names does not exist, or is out of the caller's sight
  signed_out,          ///< no session or token, or it has ended
  bad_credentials,     ///< name and password do not match
  too_many_attempts,   ///< wait before trying again
  not_permitted,       ///< the role does not allow it here
  own_household,       ///< nobody approves for themselves or for their own household
  second_person,       ///< the monthly sum of this grantor needs a second person
  rule_not_in_force,   ///< the rule is not valid on that day
  wrong_unit,          ///< minutes given for a rule by instance, or the reverse
  over_cap,            ///< more than the rule allows in the period
  over_bonus,          ///< bonus above the rule's limit
  in_the_future,       ///< happened later than now
  too_long_ago,        ///< happened before what may still be entered
  below_floor,         ///< the balance would go below its floor
  already_reversed,    ///< a transfer is reversed at most once
  not_reversible,      ///< a reversal cannot itself be reversed
  already_exists,      ///< the code or name is taken
  in_use,              ///< still referred to by others
  key_reused,          ///< same idempotency key, other body
  year_not_covered,    ///< the holiday table does not know that year
  too_large,           ///< body, upload or page too large
  unsupported_media,   ///< content type not understood
  method_not_allowed,  ///< this address takes another method
  too_slow,            ///< the request did not arrive whole in its time
  busy,                ///< the write queue is full; try again shortly
  storage_failed,      ///< the disk refused; nothing was changed
  internal,            ///< a defect; it is logged under the request's number
};

/// One failure: what, about which field (JSON pointer such as "/minutes", empty when about the
/// whole), and up to two values that the sentence shows (a limit, the right value).
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string field;
  std::string shown;   ///< first value in the sentence, e.g. the limit "8"
  std::string shown2;  ///< second value in the sentence, e.g. what is still free "2"

  bool operator==(const Error&) const = default;
};

/// Nothing, as a value: Result<Done> is the result of what only succeeds or fails.
struct Done {
  bool operator==(const Done&) const = default;
};

/// A value or an Error. Not default constructible; reading the wrong side is a defect. A temporary
/// gives its value away whole, and has no arrow: `for (row : read()->rows)` would walk over rows
/// that are gone before the first turn.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}
  Result(ErrorCode code, std::string field = {}, std::string shown = {}, std::string shown2 = {})
      : held_(std::in_place_index<1>,
              Error{code, std::move(field), std::move(shown), std::move(shown2)}) {}

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() & { return *std::get_if<0>(&held_); }
  const T& value() const& { return *std::get_if<0>(&held_); }
  T value() && { return std::move(*std::get_if<0>(&held_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() & { return &value(); }
  const T* operator->() const& { return &value(); }
  T* operator->() && = delete;
  const T* operator->() const&& = delete;
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace shanzhi::base
