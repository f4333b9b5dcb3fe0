// Use cases of the villagers' door: printed codes, PINs, devices, and leaving the boards.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// The code is in the first answer only. Errors: not_found (person), missing_field (/phone: none is
/// known of the person), not_permitted (/person: the account was suspended).
base::Result<Outcome> issue_sign_in_code(Work& work, const api::IssueSignInCode& command);
/// The person's account with that PIN, made when there was none; its sessions end and the code is used
/// up. `pin` as an Argon2id string, `code` as stored. Errors: bad_credentials.
base::Result<UserRecord> bind_pin(Work& work, Row person, const std::string& code,
                                  const std::string& pin);
/// Ends the user's other sessions. Errors: signed_out, bad_credentials, not_permitted (an account
/// that signs in with a password), malformed, out_of_range.
base::Result<Outcome> change_pin(Work& work, const api::ChangePin& command);
/// Errors: not_found.
base::Result<Outcome> end_session(Work& work, const api::EndSession& command);
/// Errors: not_found (the caller is no resident, or may not do it for that person).
base::Result<Outcome> leave_boards(Work& work, const api::LeaveBoards& command);

}  // namespace shanzhi::app
