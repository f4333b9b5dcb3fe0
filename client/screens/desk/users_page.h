// Who may sign in, and which programs hold a token.
#pragma once

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct UserEdit {
  bool open = false;
  std::string id, name, title, place, password;
  std::string person;  ///< kept as it is: whoever is a resident stays one
  int role = 2;
  bool active = true;
  model::SubmissionRef sent;
};
struct TokenEdit {
  bool open = false, revoking = false;
  std::string id, label, place, days, secret;
  int role = 9;
  model::SubmissionRef sent, revoked;
};
struct UsersForm {
  int tab = 0;
  UserEdit user;
  TokenEdit token;
  std::string place_search;
};
/// `tab` 2: the accounts that residents made.
Wish users_page(const Env& env, const model::Loaded<api::UserPage>& users, UsersForm& form,
                ui::Rect page);

}  // namespace shanzhi::screens
