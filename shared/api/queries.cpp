// The descriptions of every query's parameters. A parameter that is absent or empty filters nothing.
#include "shared/api/queries.h"

#include "shared/api/limits.h"
#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

namespace {

constexpr d::Field cursor() {
  return words("cursor", "`next` of the page before; absent for the first page.", kCursorMax);
}
constexpr d::Field limit() {
  return {"limit", "Rows of one page.", kOptional, 1, kPageLimitMax, d::Kind::count};
}

/// What a board or a history is of: the same names wherever they are asked for.
template <class Query>
void standing(describe::Visitor& v, Query& q) {
  d::visit_choice(v, {"subject", "What is ranked; person when absent.", kOptional}, q.subject);
  d::visit_choice(v, {"period", "Over which span of civil days; month when absent.", kOptional},
                  q.period);
  d::visit_date(v,
                {"date", "A day in the period, YYYY-MM-DD; today when absent.", kOptional, 10, 10},
                q.date);
  d::visit_choice(v, {"field", "One service field only; all when absent.", kOptional}, q.field);
  d::visit_choice(
      v, {"measure", "points (centipoints), hours (minutes) or services (a count).", kOptional},
      q.measure);
}

void against(describe::Visitor& v, BoardQuery& q) {
  d::visit_date(
      v,
      {"against", "A day in the period compared with, YYYY-MM-DD; the period before when absent.",
       kOptional, 10, 10},
      q.against);
}

void list_filter(describe::Visitor& v, ListQuery& q) {
  v.text(
      words("search", "Part of a name, number or address; or pinyin or its initials.", kSearchMax),
      q.search);
  v.text(words("tag", "Only what carries this tag.", kNameMax), q.tag);
  v.text(reference("household", "Only this household's.", kOptional), q.household);
  v.text(reference("team", "Only members of this volunteer team, and their households.", kOptional),
         q.team);
  v.text(words("sort", "Name of a column, with - before it for the greatest first.", kCodeMax),
         q.sort);
}

void journal_filter(describe::Visitor& v, JournalQuery& q) {
  v.text(words("who", "Part of the name of who did it.", kSearchMax), q.who);
  v.text(words("what", "What happened, such as points_awarded.", kNameMax), q.what);
  d::visit_date(v, {"since", "First day, YYYY-MM-DD.", kOptional, 10, 10}, q.since);
  d::visit_date(v, {"until", "Last day, YYYY-MM-DD.", kOptional, 10, 10}, q.until);
}

}  // namespace

void fields(describe::Visitor& v, AtPlace& q) {
  v.text(at_place(), q.place);
}

void fields(describe::Visitor& v, PlacesQuery& q) {
  v.text(place_code("code", "This place alone.", kOptional), q.code);
  v.text(place_code("parent", "The places directly below this one.", kOptional), q.parent);
  v.text(place_code("under", "This place and the whole tree below it.", kOptional), q.under);
  v.boolean({"outline", "1: with outlines as GeoJSON.", kOptional}, q.outline);
}

void fields(describe::Visitor& v, MeasuresQuery& q) {
  v.text(at_place(), q.place);
  v.text(
      words("measure",
            "points_per_household (when absent), points, hours, households, people or volunteers.",
            kCodeMax),
      q.measure);
  v.text(words("month", "YYYY-MM; absent: all time.", 7), q.month);
}

void fields(describe::Visitor& v, OutlinesQuery& q) {
  v.text(at_place(), q.place);
}

void fields(describe::Visitor& v, ListQuery& q) {
  v.text(at_place(), q.place);
  list_filter(v, q);
  v.text(cursor(), q.cursor);
  v.integer(limit(), q.limit);
}

void fields(describe::Visitor& v, PassbookQuery& q) {
  v.text(reference("person", "Whose passbook; either this or household.", kOptional), q.person);
  v.text(reference("household", "Of which household; absent both: the caller's own.", kOptional),
         q.household);
  v.text(cursor(), q.cursor);
  v.integer(limit(), q.limit);
}

void fields(describe::Visitor& v, BoardQuery& q) {
  v.text(at_place(), q.place);
  standing(v, q);
  against(v, q);
  v.integer(limit(), q.limit);
  v.text(words("mine",
               "Id or code of a subject whose own line is wanted too; absent: the caller's.", 36),
         q.mine);
  v.integer({"around", "Only the first three rows, and so many above and below one's own line.",
             kOptional, 0, 20},
            q.around);
}

void fields(describe::Visitor& v, HistoryQuery& q) {
  v.text(at_place(), q.place);
  v.text({"mine", "Id or code of the subject.", d::Presence::required, 1, 36}, q.mine);
  standing(v, q);
}

void fields(describe::Visitor& v, RulesQuery& q) {
  v.boolean({"all", "1: with the versions that are past.", kOptional}, q.all);
}

void fields(describe::Visitor& v, ExportQuery& q) {
  d::visit_choice(v, {"list", "Which list.", d::Presence::required}, q.list);
  d::visit_choice(v, {"format", "xlsx when absent; html is a table for printing.", kOptional},
                  q.format);
  v.text(at_place(), q.rows.place);
  list_filter(v, q.rows);
  v.text(reference("person", "Whose passbook; either this or household.", kOptional), q.person);
  standing(v, q.board);
  against(v, q.board);
  journal_filter(v, q.journal);
}

void fields(describe::Visitor& v, TemplateQuery& q) {
  v.text({"kind", "What is to be imported: places, roster, merchants, teams or rules.",
          d::Presence::required, 1, kCodeMax, d::Kind::rule_code},
         q.kind);
}

void fields(describe::Visitor& v, AwardContextQuery& q) {
  v.text({"person", "Who is to get the points.", d::Presence::required, 36, 36, d::Kind::uuid},
         q.person);
  v.text({"rule", "Code of the rule.", d::Presence::required, 1, kCodeMax, d::Kind::rule_code},
         q.rule);
  v.text({"occurred_at", "When it happened, RFC 3339 with offset; now when absent.", kOptional, 0,
          40, d::Kind::instant},
         q.occurred_at);
}

void fields(describe::Visitor& v, ChangesQuery& q) {
  v.integer({"after", "Position of the journal up to which everything is known; 0 for all.",
             kOptional, 0, std::numeric_limits<std::int64_t>::max(), d::Kind::count},
            q.after);
  v.integer(limit(), q.limit);
}

void fields(describe::Visitor& v, JournalQuery& q) {
  v.text(at_place(), q.place);
  journal_filter(v, q);
  v.text(cursor(), q.cursor);
  v.integer(limit(), q.limit);
}

void fields(describe::Visitor& v, SearchQuery& q) {
  v.text({"q", "Part of a name, number, address or code; or pinyin or its initials.",
          d::Presence::required, 1, kSearchMax},
         q.q);
  v.integer(limit(), q.limit);
}

void fields(describe::Visitor& v, ImportUpload& q) {
  v.text({"kind", "What the file holds: places, sites, roster, merchants or rules.",
          d::Presence::required, 1, kCodeMax, d::Kind::rule_code},
         q.kind);
  v.text(words("name", "The file's name, for the list of imports.", kNoteMax), q.name);
  v.boolean({"dry_run", "1: only say what would happen.", kOptional}, q.dry_run);
  d::visit_choice(v, {"datum", "Datum of its coordinates; wgs84 when absent.", kOptional}, q.datum);
}

void fields(describe::Visitor& v, PhotoQuery& q) {
  v.text({"id", "Id of the photograph, as a passbook line lists it.", kRequired, 64, 64}, q.id);
}

void fields(describe::Visitor&, NoParameters&) {}

}  // namespace shanzhi::api
