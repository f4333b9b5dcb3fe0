// The read side as one port: decodes parameters, checks the role, reads one snapshot, answers JSON.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>

#include "server/app/ports.h"

namespace shanzhi::storage {

/// Answers every query of the registry from the database file at `path`, which must have been
/// migrated. The clock outlives it, and so does `commits`, which counts what this process commits: while it
/// rests, only what other processes write is asked for, and that seldom; without it the file is asked
/// every time. Errors of the port: those of the parameters; signed_out, not_permitted, not_found;
/// storage_failed when the file cannot be read.
std::unique_ptr<app::Queries> open_queries(std::string path, const base::Clock& clock,
                                           const std::atomic<std::uint64_t>* commits = nullptr);

}  // namespace shanzhi::storage
