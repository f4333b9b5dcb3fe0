// One command at work: who asks, when, and the stores of the transaction it runs in.
#pragma once

#include <functional>
#include <string>

#include "server/app/family_store.h"
#include "server/app/photos.h"
#include "server/app/ports.h"
#include "server/app/stores.h"
#include "server/app/wall.h"
#include "shared/api/views.h"
#include "shared/describe/json.h"

namespace shanzhi::app {

/// What costs too much for the writer's thread, or needs randomness, made before the command queued.
struct Prepared {
  std::string new_password;  ///< Argon2id string of the password in the command
  std::string old_password;  ///< stored string that the old password was found to match
  std::string token_secret;  ///< token or printed code, shown once
  ledger::Digest token_digest{};
  std::string code;  ///< Argon2id string of the printed code
};

struct Work {
  const Caller& caller;
  base::Instant now;
  PlaceStore& places;
  PeopleStore& people;
  TeamStore& teams;
  UserStore& users;
  LedgerStore& ledger;
  JournalStore& journal;
  ImportStore& imports;
  AlarmStore& alarms;
  HallStore& halls;
  FamilyStore& families;
  PhotoStore& photos;
  const Prepared& prepared;
  const std::function<base::Uuid()>& new_id;  ///< for rows that no caller names
};

/// What a command answers. `kept` is what a repeat gets: without secrets that are shown once.
struct Outcome {
  std::string json;
  std::string kept;
  std::int64_t position = 0;
  bool changes_access = false;  ///< sessions and tokens must be looked up anew
};

template <class Answer>
Outcome outcome_of(const Answer& answer) {
  const std::string json = describe::to_json(answer);
  return {json, json, answer.position, false};
}

/// Writes the entry and gives its position.
inline std::int64_t record(Work& work, const Entry& entry) {
  const std::int64_t position = work.journal.next_position();
  work.journal.append(position, entry);
  return position;
}

inline Outcome saved(const std::string& id, std::int64_t position) {
  return outcome_of(api::Saved{id, position, {}});
}

}  // namespace shanzhi::app
