// What was answered to a command, so that a repeat of it gets the same and does nothing.
#pragma once

#include <optional>

#include "server/app/commands.h"
#include "server/storage/database.h"

namespace shanzhi::storage {

/// A command may be known by its own id and by the key it was sent with; usually they are the same.
struct CommandKeys {
  base::Uuid first;   ///< none: repeats are not recognised (saving a thing again is harmless)
  base::Uuid second;  ///< another one, or none
  ledger::Digest body{};
};
CommandKeys keys_of(const app::CommandRequest& request, const app::Draft& draft);

/// The first answer, marked as replayed; key_reused when it was to another body or another user.
std::optional<base::Result<app::Answer>> answered_before(Database& database,
                                                         const CommandKeys& keys,
                                                         std::int64_t user);

void remember_answer(Database& database, const CommandKeys& keys,
                     const app::CommandRequest& request, const app::Outcome& outcome,
                     base::Instant now);

}  // namespace shanzhi::storage
