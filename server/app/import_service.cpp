#include "server/app/import_service.h"

#include "server/app/commands.h"
#include "server/app/import_template.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;

/// Marked copies hold personal data: few, not for long, never on disk.
constexpr std::size_t kKeptFilesMax = 8;
constexpr std::int64_t kKeptForMs = base::kMsPerHour;

}  // namespace

ImportService::ImportService(FileFormats formats, RunInWriter run, IdentityDigest digest,
                             const base::Clock& clock)
    : formats_(std::move(formats)),
      run_(std::move(run)),
      digest_(std::move(digest)),
      clock_(clock) {}

base::Result<api::ImportReport> ImportService::run(const ImportFile& file, const Caller& caller) {
  if (const auto allowed = permitted("import", caller); !allowed) return allowed.error();
  const auto wanted = fields_of_kind(file.kind);
  if (wanted.empty()) return {ErrorCode::not_a_choice, "/kind", file.kind};
  if (file.bytes.size() > kImportBytesMax) return {ErrorCode::too_large, "/file", "64 MB"};
  auto table = formats_.read(file.bytes, file.datum);
  if (!table) return table.error();
  drop_example(*table);
  if (const std::string missing = MatchedColumns(*table, wanted).missing(); !missing.empty())
    return {ErrorCode::missing_field, "/file", missing};

  ImportFindings findings;
  const auto done =
      run_(caller, [&](Work& work) { return run_import(work, file, *table, digest_, findings); });
  const bool found_only =
      !done && done.error().code == ErrorCode::malformed && !findings.report.id.empty();
  if (!done && !found_only) return done.error();
  if (!findings.problems.empty()) {
    keep_errors(file, caller, *table, findings.problems);
    findings.report.errors_file = "/api/v1/import-errors?id=" + findings.report.id;
  }
  return findings.report;
}

void ImportService::keep_errors(const ImportFile& file, const Caller& caller, const Table& table,
                                const std::vector<RowProblem>& problems) {
  auto marked = formats_.mark(table, problems, caller.english);
  if (!marked) return;
  const std::lock_guard lock(mutex_);
  kept_.remove_if([&](const Kept& kept) { return kept.id == file.id; });
  kept_.push_front({file.id, caller.user, {clock_.now().unix_ms + kKeptForMs}, std::move(*marked)});
  if (kept_.size() > kKeptFilesMax) kept_.pop_back();
}

base::Result<std::string> ImportService::errors_file(base::ImportId id, const Caller& caller) {
  const std::lock_guard lock(mutex_);
  const base::Instant now = clock_.now();
  kept_.remove_if([&](const Kept& kept) { return kept.until < now; });
  for (const Kept& kept : kept_) {
    if (kept.id == id && kept.user == caller.user) return kept.bytes;
  }
  return {ErrorCode::not_found, "/id"};
}

}  // namespace shanzhi::app
