// The way in: name and password, and a plain sentence when they do not match.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct SignInView {
  bool ended = false;  ///< a session was there and has ended
  std::string town;    ///< its name, where it is known
};
struct SignInForm {
  std::string name, password, repeat;
  std::string phone, code;
  bool first = false;  ///< with a printed code instead of a password
  model::SubmissionRef sent;
};
/// Without an Env: nobody is known yet.
Wish sign_in(const model::Settings& settings, const SignInView& view, SignInForm& form);
/// A villager's first time: number and printed code, and the PIN from then on.
Wish first_time(const model::Settings& settings, SignInForm& form);
/// The first start: `key` came in the address; name and password are chosen here.
Wish open_town(const model::Settings& settings, const std::string& key, SignInForm& form);

}  // namespace shanzhi::screens
