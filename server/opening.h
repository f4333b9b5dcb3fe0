// Opening a data folder for a subcommand, and saying in one sentence why it cannot be.
#pragma once

#include <memory>
#include <string>

#include "server/program.h"
#include "server/storage/storage.h"

namespace shanzhi {

/// The database of --data, as a tool beside a server that may be running. nullptr after having said
/// why not. `create` false: there must be one already.
std::unique_ptr<storage::Storage> open_storage(const World& world, const Arguments& arguments,
                                               bool create);

/// Why the data folder cannot be opened.
std::string why_closed(const World& world, const std::string& folder, const base::Error& error);

/// An error of a tool: its sentence, with what storage said of it.
std::string why(const World& world, const base::Error& error);

/// A number of a flag within bounds; `fallback` when the flag is absent, nullopt after having said why.
std::optional<std::int64_t> number_of(const World& world, const Arguments& arguments,
                                      const std::string& flag, std::int64_t fallback,
                                      std::int64_t low, std::int64_t high);

/// The role that --role names; nullopt after having listed those there are.
std::optional<api::Role> role_of(const World& world, const Arguments& arguments);

}  // namespace shanzhi
