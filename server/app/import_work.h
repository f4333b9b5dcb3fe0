// What every kind of import needs: problems by row, and records written with what they were before.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/import_columns.h"
#include "server/app/work.h"
#include "shared/base/geometry.h"

namespace shanzhi::app {

/// One wrong cell.
struct RowProblem {
  std::size_t row = 0;  ///< index into the table's rows
  int column = -1;      ///< index into the headings; -1 for the whole row
  base::Error error;
};

/// A keyed hash of an identity-card number: the number itself is never stored.
using IdentityDigest = std::function<std::string(std::string_view number)>;

/// One import at work in the writer's transaction.
struct ImportWork {
  Work& work;
  const Table& table;
  const MatchedColumns& columns;
  Row import = 0;
  std::int64_t position = 0;
  std::vector<RowProblem> problems;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  base::Datum datum = base::Datum::wgs84;  ///< of the coordinates in the table

  void refuse(std::size_t row, std::string_view field, base::Error error) {
    problems.push_back({row, columns.column(field), std::move(error)});
  }
  std::string_view cell(std::size_t row, std::string_view field) const {
    return columns.cell(table.rows[row], field);
  }
  /// A row of the table without any cell is skipped.
  bool blank(std::size_t row) const {
    for (const std::string& cell : table.rows[row])
      if (!cell.empty()) return false;
    return true;
  }
  /// Remembers a row as it was ("" when it is new), so that the import can be taken back.
  void keep(const char* sort, Row row, std::string before) {
    (before.empty() ? added : changed) += 1;
    work.imports.keep(import, {sort, row, std::move(before)});
  }
};

/// Where a row says that something stands, in WGS 84; nullopt where its longitude and latitude are
/// empty, and where they are no place on earth that may be meant: then they have been refused.
std::optional<base::Point> read_point(ImportWork& import, std::size_t row);

/// Fields that fit: longer than any real name, short enough for every list.
inline constexpr std::size_t kImportedNameMax = 40;
inline constexpr std::size_t kImportedTextMax = 120;

/// The places that the caller reaches, found by code or by name as people write it: with or without
/// 村, 第3网格 within its village.
class ReachedPlaces {
 public:
  explicit ReachedPlaces(Work& work);
  /// The place of that level whose code or name this is, within `within` (0: anywhere in reach).
  /// Errors: not_found (`shown` the cell); already_exists when several fit (`shown` how many).
  base::Result<PlaceRecord> find(std::string_view cell, places::Level level, Row within) const;
  /// Any level.
  base::Result<PlaceRecord> find_any(std::string_view cell) const;
  const PlaceRecord* row(Row row) const;

 private:
  base::Result<PlaceRecord> one_of(const std::vector<const PlaceRecord*>& found,
                                   std::string_view cell) const;
  std::vector<PlaceRecord> places_;
};

}  // namespace shanzhi::app
