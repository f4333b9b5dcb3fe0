// Titles are those of the screens; numbers are plain, so that a spreadsheet can add them up.
#include "server/app/export_lists.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "shared/api/views.h"
#include "shared/base/utf8.h"
#include "shared/describe/json.h"
#include "shared/text/words.h"

namespace shanzhi::app {
namespace {

using text::Language;
using text::Message;
using text::Vocabulary;
using Cells = std::vector<std::string>;

std::string title(const char* field, Language l) {
  const char* found = text::field_title(field, l);
  return found ? found : field;
}
std::string word(Vocabulary set, const std::string& wire, Language l) {
  return std::string(text::word(set, wire, l));
}
std::string number(std::int64_t value) {
  return std::to_string(value);
}
/// "2026-11-22T09:30:00+08:00" as a spreadsheet shows it.
std::string moment(const std::string& instant) {
  std::string out = instant.substr(0, 19);
  if (out.size() > 10) out[10] = ' ';
  return out;
}
std::vector<ExportColumn> titled(std::initializer_list<const char*> fields, Language l) {
  std::vector<ExportColumn> out;
  for (const char* field : fields) out.push_back({field, title(field, l)});
  return out;
}
void retitle(std::vector<ExportColumn>& columns, std::string_view key, Message m, Language l) {
  for (ExportColumn& c : columns)
    if (key == c.key) c.title = text::say(m, l);
}

template <class Page, class Row>
base::Result<ExportPage> read_page(const std::string& json, Language l,
                                   std::vector<Row> Page::*rows,
                                   Cells (*cells)(const Row&, Language)) {
  const auto page = describe::from_answer<Page>(json);
  if (!page) return page.error();
  ExportPage out;
  for (const Row& row : (*page).*rows) out.rows.push_back(cells(row, l));
  if constexpr (requires { page->next; }) out.next = page->next;
  return out;
}

std::vector<ExportColumn> household_columns(Language l) {
  return titled({"number", "head", "village", "grid", "address", "members", "balance", "earned",
                 "month_earned", "hours", "last", "tags", "longitude", "latitude"},
                l);
}
std::string degrees(double value) {
  std::string out = std::to_string(value);
  return value == 0 ? "" : out;
}
Cells household_cells(const api::HouseholdRow& r, Language) {
  return {r.number,
          r.head,
          r.village,
          r.grid_name,
          r.address,
          number(r.members),
          plain_points(r.balance),
          plain_points(r.earned),
          plain_points(r.month),
          plain_hours(r.hours),
          r.last,
          r.tags,
          degrees(r.longitude.value_or(0)),
          degrees(r.latitude.value_or(0))};
}
base::Result<ExportPage> read_households(const std::string& json, Language l) {
  return read_page(json, l, &api::HouseholdPage::households, household_cells);
}

std::vector<ExportColumn> person_columns(Language l) {
  auto columns = titled({"name", "gender", "age", "relation", "household_number", "village", "grid",
                         "phone", "month_earned", "balance", "earned", "hours", "off_boards"},
                        l);
  retitle(columns, "name", Message::export_person_name, l);
  return columns;
}
Cells person_cells(const api::PersonRow& r, Language l) {
  return {r.name,
          word(Vocabulary::gender, r.gender, l),
          r.age > 0 ? number(r.age) : "",
          word(Vocabulary::relation, r.relation, l),
          r.household_number,
          r.village,
          r.grid_name,
          r.phone,
          plain_points(r.month),
          plain_points(r.balance),
          plain_points(r.earned),
          plain_hours(r.hours),
          r.off_boards ? title("off_boards", l) : ""};
}
base::Result<ExportPage> read_people(const std::string& json, Language l) {
  return read_page(json, l, &api::PersonPage::people, person_cells);
}

std::vector<ExportColumn> team_columns(Language l) {
  auto columns =
      titled({"name", "place", "brand", "way", "leader", "members", "points", "hours"}, l);
  retitle(columns, "points", Message::card_points, l);
  return columns;
}
Cells team_cells(const api::TeamRow& r, Language l) {
  return {r.name,
          r.place_name,
          r.brand,
          word(Vocabulary::lead_way, r.way, l),
          r.leader,
          number(r.members),
          plain_points(r.points),
          plain_hours(r.hours)};
}
base::Result<ExportPage> read_teams(const std::string& json, Language l) {
  return read_page(json, l, &api::TeamPage::teams, team_cells);
}

std::vector<ExportColumn> grid_columns(Language l) {
  std::vector<ExportColumn> columns =
      titled({"name", "village", "hub", "chief", "workers", "households", "people", "points",
              "per_household", "hours"},
             l);
  columns[0].title = title("grid", l);
  columns[8].key = "per";
  retitle(columns, "points", Message::card_points, l);
  return columns;
}
Cells grid_cells(const api::GridRow& r, Language) {
  return {r.name,
          r.village,
          r.hub,
          r.chief,
          number(r.workers),
          number(r.households),
          number(r.people),
          plain_points(r.points),
          plain_points(r.per_household),
          plain_hours(r.hours)};
}
base::Result<ExportPage> read_grids(const std::string& json, Language l) {
  return read_page(json, l, &api::GridPage::grids, grid_cells);
}

std::vector<ExportColumn> site_columns(Language l) {
  auto columns = titled({"name", "kind", "place", "hours", "offers", "longitude", "latitude"}, l);
  retitle(columns, "hours", Message::site_hours, l);
  return columns;
}
Cells site_cells(const api::SiteRow& r, Language l) {
  return {r.name,
          word(Vocabulary::site_kind, r.kind, l),
          r.place,
          r.hours,
          r.offers,
          degrees(r.longitude),
          degrees(r.latitude)};
}
base::Result<ExportPage> read_sites(const std::string& json, Language l) {
  return read_page(json, l, &api::SitePage::sites, site_cells);
}

std::vector<ExportColumn> merchant_columns(Language l) {
  return titled({"name", "trade", "place", "phone", "verified", "longitude", "latitude"}, l);
}
Cells merchant_cells(const api::MerchantRow& r, Language) {
  return {r.name,
          r.trade,
          r.place,
          r.phone,
          plain_points(r.verified),
          degrees(r.longitude),
          degrees(r.latitude)};
}
base::Result<ExportPage> read_merchants(const std::string& json, Language l) {
  return read_page(json, l, &api::MerchantPage::merchants, merchant_cells);
}

std::vector<ExportColumn> board_columns(Language l) {
  return {{"rank", title("rank", l)},
          {"name", title("name", l)},
          {"place", title("place", l)},
          {"value", title("value", l)},
          {"move", title("move", l)},
          {"before_rank", text::say(Message::boards_then_rank, l)},
          {"before", text::say(Message::boards_then_value, l)}};
}
base::Result<ExportPage> read_board(const std::string& json, Language) {
  const auto board = describe::from_answer<api::Board>(json);
  if (!board) return board.error();
  const auto value = [&](std::int64_t v) {
    return board->measure == "points"  ? plain_points(v)
           : board->measure == "hours" ? plain_hours(v)
                                       : number(v);
  };
  ExportPage out;
  for (const api::BoardRow& r : board->rows) {
    const bool then = r.before_rank > 0;
    out.rows.push_back({number(r.rank), r.name, r.place, value(r.value), then ? number(r.move) : "",
                        then ? number(r.before_rank) : "", then ? value(r.before) : ""});
  }
  return out;
}

std::vector<ExportColumn> journal_columns(Language l) {
  return titled({"position", "at", "who", "role", "from", "what", "kind", "on", "amount", "rule",
                 "note", "before", "after", "hash"},
                l);
}
std::string subject_kind(const std::string& kind, Language l) {
  if (kind == "user") return text::say(Message::rail_users, l);
  return word(Vocabulary::search_kind, kind, l);
}
Cells journal_cells(const api::JournalRow& r, Language l) {
  return {number(r.position),
          moment(r.at),
          r.who,
          word(Vocabulary::role, r.role, l),
          r.from,
          word(Vocabulary::event, r.what, l),
          subject_kind(r.kind, l),
          r.subject_name.empty() ? r.subject : r.subject_name,
          r.amount == 0 ? "" : plain_points(r.amount),
          r.rule,
          r.note,
          r.before,
          r.after,
          r.hash};
}
base::Result<ExportPage> read_journal(const std::string& json, Language l) {
  return read_page(json, l, &api::JournalPage::entries, journal_cells);
}

std::vector<ExportColumn> line_columns(Language l) {
  return titled({"occurred_at", "recorded_at", "person_name", "what", "rule", "field", "amount",
                 "hours", "balance", "note", "evidence", "by", "merchant", "hash"},
                l);
}
Cells line_cells(const api::PassbookLine& r, Language l) {
  std::string what = r.rule_name.empty() ? word(Vocabulary::reason, r.reason, l) : r.rule_name;
  if (r.reason == "reversal" || r.reversed)
    what +=
        std::string(" ") + text::say(r.reversed ? Message::passbook_reversed : Message::reverse, l);
  const std::string rule = r.rule.empty() ? "" : r.rule + " v" + std::to_string(r.rule_version);
  return {moment(r.occurred_at),
          moment(r.recorded_at),
          r.person_name,
          what,
          rule,
          word(Vocabulary::service_field, r.field, l),
          plain_points(r.amount),
          r.minutes == 0 ? "" : plain_hours(r.minutes),
          plain_points(r.balance),
          r.note,
          word(Vocabulary::evidence, r.evidence, l),
          r.by,
          r.merchant,
          r.hash};
}
base::Result<ExportPage> read_passbook(const std::string& json, Language l) {
  return read_page(json, l, &api::Passbook::lines, line_cells);
}

using api::ListKind;
constexpr std::array<ExportList, 9> kLists{{
    {ListKind::households, "households", true, false, household_columns, read_households},
    {ListKind::people, "people", true, false, person_columns, read_people},
    {ListKind::teams, "teams", false, true, team_columns, read_teams},
    {ListKind::grids, "grids", false, true, grid_columns, read_grids},
    {ListKind::sites, "sites", false, true, site_columns, read_sites},
    {ListKind::merchants, "merchants", false, true, merchant_columns, read_merchants},
    {ListKind::boards, "boards", true, false, board_columns, read_board},
    {ListKind::journal, "journal", true, false, journal_columns, read_journal},
    {ListKind::passbook, "passbook", true, false, line_columns, read_passbook},
}};

std::string decimal(std::int64_t hundredths) {
  const std::int64_t size = std::llabs(hundredths);
  std::string out = std::to_string(size / 100);
  if (size % 100 != 0) {
    const std::string rest = std::to_string(100 + size % 100).substr(1);
    out += "." + (rest[1] == '0' ? rest.substr(0, 1) : rest);
  }
  return (hundredths < 0 ? "-" : "") + out;
}

/// Each of the words stands in some cell.
bool has_words(const Cells& row, std::string_view words) {
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    const bool found = std::any_of(row.begin(), row.end(), [&](const std::string& cell) {
      return base::lower_ascii(cell).find(word) != std::string::npos;
    });
    if (!found) return false;
    words.remove_prefix(std::min(words.size(), word.size() + 1));
  }
  return true;
}

}  // namespace

const ExportList& export_list(api::ListKind kind) {
  return kLists[static_cast<std::size_t>(kind)];
}

std::string plain_points(std::int64_t centipoints) {
  return decimal(centipoints);
}
std::string plain_hours(std::int64_t minutes) {
  const std::int64_t half = minutes < 0 ? -30 : 30;
  return decimal((minutes * 100 + half) / 60);
}

void arrange_rows(std::vector<Cells>& rows, const std::vector<ExportColumn>& columns,
                  std::string_view search, std::string_view sort) {
  const std::string wanted = base::lower_ascii(base::tidy(search));
  const auto misses = [&](const Cells& row) { return !has_words(row, wanted); };
  if (!wanted.empty()) rows.erase(std::remove_if(rows.begin(), rows.end(), misses), rows.end());
  const bool down = !sort.empty() && sort.front() == '-';
  if (down) sort.remove_prefix(1);
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const ExportColumn& c) { return sort == c.key; });
  if (column == columns.end()) return;
  const auto at = static_cast<std::size_t>(column - columns.begin());
  const auto less = [at](const Cells& a, const Cells& b) {
    char *end_a = nullptr, *end_b = nullptr;
    const double x = std::strtod(a[at].c_str(), &end_a), y = std::strtod(b[at].c_str(), &end_b);
    const bool numbers = !a[at].empty() && !b[at].empty() && *end_a == 0 && *end_b == 0;
    return numbers ? x < y : a[at] < b[at];
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](const Cells& a, const Cells& b) { return down ? less(b, a) : less(a, b); });
}

}  // namespace shanzhi::app
