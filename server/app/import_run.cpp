#include "server/app/import_run.h"

#include <algorithm>

#include "server/app/import_roster.h"
#include "server/app/import_tables.h"
#include "shared/text/text.h"

namespace shanzhi::app {
namespace {

using base::ErrorCode;

/// As many problems as a report shows; the marked copy has them all.
constexpr std::size_t kProblemsShown = 200;

std::int64_t filled_rows(const Table& table) {
  return std::count_if(table.rows.begin(), table.rows.end(), [](const auto& row) {
    return std::any_of(row.begin(), row.end(),
                       [](const std::string& cell) { return !cell.empty(); });
  });
}

void report_problems(const ImportWork& import, bool english, api::ImportReport& report) {
  std::vector<std::size_t> wrong;
  for (const RowProblem& problem : import.problems) {
    wrong.push_back(problem.row);
    if (report.problems.size() >= kProblemsShown) continue;
    api::ImportProblem shown;
    shown.row = import.table.first_row + static_cast<std::int64_t>(problem.row);
    if (problem.column >= 0) {
      const auto column = static_cast<std::size_t>(problem.column);
      shown.column = import.table.headings[column];
      const auto& cells = import.table.rows[problem.row];
      if (column < cells.size()) shown.value = cells[column];
    }
    shown.reason =
        text::sentence(problem.error, english ? text::Language::english : text::Language::chinese);
    report.problems.push_back(std::move(shown));
  }
  std::sort(wrong.begin(), wrong.end());
  wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
  report.problem_count = static_cast<std::int64_t>(import.problems.size());
  report.good = report.rows - static_cast<std::int64_t>(wrong.size());
}

void run_kind(ImportWork& import, std::string_view kind, const IdentityDigest& digest) {
  if (kind == "roster") import_roster(import, digest, true);
  if (kind == "places") import_places(import);
  if (kind == "merchants") import_merchants(import);
  if (kind == "teams") import_teams(import);
  if (kind == "rules") import_rules(import);
}

}  // namespace

std::span<const ImportField> fields_of_kind(std::string_view kind) {
  if (kind == "roster") return roster_fields();
  if (kind == "places") return place_fields();
  if (kind == "merchants") return merchant_fields();
  if (kind == "teams") return team_fields();
  if (kind == "rules") return rule_fields();
  return {};
}

base::Result<Outcome> run_import(Work& work, const ImportFile& file, const Table& table,
                                 const IdentityDigest& digest, ImportFindings& findings) {
  const MatchedColumns columns(table, fields_of_kind(file.kind));
  const bool town_unnamed = work.places.root_is_placeholder();
  ImportWork import{work, table, columns, 0, 0, {}, 0, 0, file.datum};
  api::ImportReport& report = findings.report;
  report.id = base::to_text(file.id.uuid);
  report.kind = file.kind;
  report.name = file.name;
  report.at = base::to_text(work.now);
  report.dry_run = file.dry_run;
  report.rows = filled_rows(table);
  report.columns = columns.report();

  ImportRecord record;
  record.id = file.id;
  record.kind = file.kind;
  record.name = file.name;
  record.report = "{}";
  import.import = work.imports.add(record, 0);
  run_kind(import, file.kind, digest);

  report.added = import.added;
  report.changed = import.changed;
  report_problems(import, work.caller.english, report);
  findings.problems = std::move(import.problems);
  if (!findings.problems.empty() || file.dry_run) return {ErrorCode::malformed, "/file"};

  report.applied = true;
  report.position = work.journal.next_position();
  Entry entry{};
  entry.what = "file_imported";
  // What names the town belongs to no place yet: taken back, the town has no name again.
  entry.place_row = town_unnamed ? 0 : work.caller.place;
  entry.subject_kind = "import";
  entry.subject = file.id.uuid;
  entry.note = file.name;
  entry.after = describe::to_json(report);
  work.journal.append(report.position, entry);
  work.imports.finish(import.import, describe::to_json(report), report.position);
  return outcome_of(report);
}

}  // namespace shanzhi::app
