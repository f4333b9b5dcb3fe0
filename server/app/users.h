// Use cases of accounts and tokens. Hashing and secrets come prepared (work.h): Argon2id takes tens of
// milliseconds and has no place in the writer's thread.
#pragma once

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Errors: missing_field (password of a new user), already_exists (the name), not_found (place,
/// person), in_use (the last administrator).
base::Result<Outcome> save_user(Work& work, const api::SaveUser& command);
/// Ends the user's other sessions. Errors: signed_out, bad_credentials.
base::Result<Outcome> change_password(Work& work, const api::ChangePassword& command);
/// The secret is in the first answer only. Errors: missing_field, already_exists (the id), not_found.
base::Result<Outcome> issue_token(Work& work, const api::IssueToken& command);
/// Revoking twice is the same as once. Errors: not_found.
base::Result<Outcome> revoke_token(Work& work, const api::RevokeToken& command);

}  // namespace shanzhi::app
