// What an entry of the journal changed, field by field, in words; and where its subject is to be seen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/screens/parts.h"

namespace shanzhi::screens {

struct FieldChange {
  std::string label;
  std::string before, after;  ///< "" where the field was not there
};
/// Only fields that differ; those of the record's own, not of the program.
std::vector<FieldChange> changes_of(const Env& env, const api::JournalRow& entry);

/// "居民 张三": the kind and the present name, else the end of its id.
std::string subject_words(const Env& env, const api::JournalRow& entry);
/// Where it can be looked at; nullopt when there is no such page for this person.
std::optional<model::Route> subject_route(const Env& env, const api::JournalRow& entry);

}  // namespace shanzhi::screens
