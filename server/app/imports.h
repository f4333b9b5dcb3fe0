// Bringing a file into the register: the port behind POST /api/v1/import and `shanzhi import`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/app/ports.h"
#include "shared/api/queries.h"
#include "shared/api/views.h"
#include "shared/base/geometry.h"
#include "shared/base/id.h"
#include "shared/base/result.h"

namespace shanzhi::app {

/// Larger files are refused before they are read.
inline constexpr std::size_t kImportBytesMax = 64u << 20;

/// One file as it came.
struct ImportFile {
  base::ImportId id;  ///< made by who brings the file
  std::string kind;   ///< places, roster, merchants, rules …
  std::string name;   ///< of the file, for the list of imports
  bool dry_run = false;
  base::Datum datum = base::Datum::wgs84;  ///< of the coordinates in it
  std::string_view bytes;                  ///< outlives the call
};

class Imports {
 public:
  virtual ~Imports() = default;
  /// Reads, checks and (unless it is a dry run) writes. Wrong rows are an answer (report.problems), not
  /// an error. Errors: malformed, missing_field, unsupported_media, not_a_choice, too_large,
  /// not_permitted, busy, storage_failed. Thread-safe, blocking.
  virtual base::Result<api::ImportReport> run(const ImportFile& file, const Caller& caller) = 0;
  /// The uploaded table with its wrong cells marked, as XLSX; kept for an hour for who brought it.
  /// Errors: not_found.
  virtual base::Result<std::string> errors_file(base::ImportId id, const Caller& caller) = 0;
};

}  // namespace shanzhi::app
