// From a command's name and body to its use case, which the writer runs in its transaction.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/app/work.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// A command as it queues: decoded, and what must be known of it before.
struct Draft {
  base::Uuid own_key;          ///< the command's own id, where it identifies the command
  bool keeps_subject = false;  ///< `id` is the subject's: saving again is not a repeat
  base::Uuid subject;
  std::string digested;      ///< what a repeat must have in common: the body without secrets
  std::string new_password;  ///< to be hashed
  std::string old_password;  ///< to be compared with the caller's
  bool needs_token = false;
  /// Writes transfers and what follows from them, and no place, rule, setting, person or account.
  bool ledger_only = false;
  std::function<base::Result<Outcome>(Work& work)> run;  ///< errors: those of the use case
  bool needs_code = false;                               ///< a printed code instead
  const char* old_field = "/old_password";               ///< where a wrong one is told
};

/// Decodes, and learns the keys and secrets. Errors: those of read_json; method_not_allowed for a
/// name that is no command of the writer (sign-in, sign-out, import).
base::Result<Draft> draft_of(std::string_view name, const std::string& body);

/// Errors: signed_out, not_permitted by the registry's row.
base::Result<base::Done> permitted(std::string_view name, const Caller& caller);

}  // namespace shanzhi::app
