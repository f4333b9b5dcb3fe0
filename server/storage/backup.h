// A copy of the database while it is in use, and putting one back.
#pragma once

#include <string>

#include "server/storage/verify.h"
#include "shared/base/result.h"

namespace shanzhi::storage {

/// Copies one snapshot of `database` (a path) to `file`, which then stands alone and is on the disk.
/// The server goes on writing meanwhile. Errors: already_exists, storage_failed (`shown` why).
base::Result<base::Done> backup(const std::string& database, const std::string& file);

/// Puts a backup into a data folder that has no database. The backup must verify first. Errors:
/// already_exists (there is a database), not_found (no such file), malformed (it does not verify;
/// `shown` the first finding in English, `shown2` in Chinese), storage_failed.
base::Result<VerifyReport> restore(const std::string& file, const std::string& folder);

}  // namespace shanzhi::storage
