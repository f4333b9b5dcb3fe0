// The schema's history: each step is a file in migrations/, built into the program.
#pragma once

#include <span>

#include "shared/base/result.h"

namespace shanzhi::storage {

class Database;

/// One step: runs when the database's user_version is below `version`.
struct Migration {
  int version;
  const char* name;
  const char* sql;
};

/// In order of version, from 1. Generated from server/storage/migrations/*.sql.
std::span<const Migration> migrations();

/// Brings the database to the newest schema, each step in its own transaction with the version it
/// leads to. Errors: out_of_range when the database was written by a newer program (`shown` its
/// version, `shown2` ours).
base::Result<base::Done> migrate(Database& database);

}  // namespace shanzhi::storage
