// The parameters of every query; described beside in queries.cpp. Names mean the same everywhere.
#pragma once

#include <optional>
#include <string>

#include "shared/api/names.h"
#include "shared/base/geometry.h"

namespace shanzhi::api {

inline constexpr std::int64_t kPageLimit = 100;  ///< rows of a page when not said
inline constexpr std::int64_t kPageLimitMax = 1000;

/// The root of what the caller sees, when `place` is empty.
struct AtPlace {
  std::string place;
};
struct PlacesQuery {
  std::string code, parent, under;  ///< exactly one; `under` = the whole tree below
  bool outline = false;
};
struct MeasuresQuery {
  std::string place;
  std::string measure = "points_per_household";
  std::string month;  ///< YYYY-MM; "" = all time
};
struct OutlinesQuery {
  std::string place;
};
struct ListQuery {
  std::string place, search, tag, household, team, sort, cursor;
  std::int64_t limit = kPageLimit;
};
struct PassbookQuery {
  std::string person, household, cursor;
  std::int64_t limit = kPageLimit;
};
struct BoardQuery {
  std::string place;
  boards::Subject subject = boards::Subject::person;
  base::Period period = base::Period::month;
  std::optional<base::CivilDate> date;
  boards::FieldFilter field = boards::FieldFilter::all;
  boards::Measure measure = boards::Measure::points;
  std::int64_t limit = 50;
  std::string mine;  ///< id or code of a subject whose line is wanted; "" = the caller's own
  std::optional<base::CivilDate>
      against;              ///< a day in the period compared with; none: the one before
  std::int64_t around = 0;  ///< > 0: the first three, and so many rows above and below one's own
};
/// What one subject of a board reached in each of the last periods.
struct HistoryQuery {
  std::string place, mine;  ///< `mine`: id or code of the subject
  boards::Subject subject = boards::Subject::person;
  base::Period period = base::Period::month;
  std::optional<base::CivilDate> date;
  boards::FieldFilter field = boards::FieldFilter::all;
  boards::Measure measure = boards::Measure::points;
};
struct AwardContextQuery {
  std::string person, rule, occurred_at;
};
struct ChangesQuery {
  std::int64_t after = 0;
  std::int64_t limit = 500;
};
struct JournalQuery {
  std::string place, who, what, cursor;
  std::optional<base::CivilDate> since, until;  ///< days of the entries, both included
  std::int64_t limit = kPageLimit;
};
struct SearchQuery {
  std::string q;
  std::int64_t limit = 20;
};
/// Beside the file itself, which is the body of POST /api/v1/import.
struct ImportUpload {
  std::string kind, name;
  bool dry_run = false;
  base::Datum datum = base::Datum::wgs84;
};
struct RulesQuery {
  bool all = false;  ///< with versions that are past
};
/// The lists that can be had as a file.
enum class ListKind : std::uint8_t {
  households,
  people,
  teams,
  grids,
  sites,
  merchants,
  boards,
  journal,
  passbook
};
enum class FileKind : std::uint8_t { xlsx, csv, html };  ///< html: a table for printing
/// A whole list as a file: the parameters of the list's own query beside its name. Teams, grids, sites
/// and merchants take `search` and `sort` too, which their queries leave to whoever shows them.
struct ExportQuery {
  ListKind list = ListKind::households;
  FileKind format = FileKind::xlsx;
  ListQuery rows;
  std::string person;
  BoardQuery board;
  JournalQuery journal;
};
struct TemplateQuery {
  std::string kind;
};
/// One photograph of an award, for whoever may open the archive of who was awarded.
struct PhotoQuery {
  std::string id;
};
struct NoParameters {};

void fields(describe::Visitor& v, AtPlace& q);
void fields(describe::Visitor& v, PlacesQuery& q);
void fields(describe::Visitor& v, MeasuresQuery& q);
void fields(describe::Visitor& v, OutlinesQuery& q);
void fields(describe::Visitor& v, ListQuery& q);
void fields(describe::Visitor& v, PassbookQuery& q);
void fields(describe::Visitor& v, BoardQuery& q);
void fields(describe::Visitor& v, HistoryQuery& q);
void fields(describe::Visitor& v, RulesQuery& q);
void fields(describe::Visitor& v, ExportQuery& q);
void fields(describe::Visitor& v, TemplateQuery& q);
void fields(describe::Visitor& v, AwardContextQuery& q);
void fields(describe::Visitor& v, ChangesQuery& q);
void fields(describe::Visitor& v, JournalQuery& q);
void fields(describe::Visitor& v, SearchQuery& q);
void fields(describe::Visitor& v, ImportUpload& q);
void fields(describe::Visitor& v, PhotoQuery& q);
void fields(describe::Visitor& v, NoParameters& q);

}  // namespace shanzhi::api

namespace shanzhi::describe {

template <>
struct EnumNames<api::ListKind> {
  static constexpr std::array values{"households", "people", "teams",   "grids",   "sites",
                                     "merchants",  "boards", "journal", "passbook"};
};
template <>
struct EnumNames<api::FileKind> {
  static constexpr std::array values{"xlsx", "csv", "html"};
};

}  // namespace shanzhi::describe
