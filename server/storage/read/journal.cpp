// The audit journal, the imports, and who may sign in: for administrators and auditors.
#include <algorithm>
#include <array>
#include <charconv>

#include "server/storage/read/answers.h"
#include "server/storage/read/journal_order.h"
#include "server/storage/read/journal_subject.h"
#include "server/storage/read/paging.h"
#include "shared/api/views.h"
#include "shared/base/utf8.h"
#include "shared/describe/json.h"

namespace shanzhi::storage::read {
namespace {

const std::string kEntries =
    "SELECT j.position, j.at, j.actor, j.role, j.origin, j.what, j.subject_kind, j.subject, j.own,"
    " j.before, j.after, coalesce(u.title, ''), coalesce(u.name, ''), j.place_id, j.rule, j.note,"
    " j.amount, j.minutes FROM journal j"
    " LEFT JOIN user u ON u.id = j.user_id";
const std::string kImports =
    "SELECT i.uuid, i.kind, i.name, i.at, i.report, i.position, i.undone_by"
    " FROM import i ORDER BY i.id DESC LIMIT 500";
/// Accounts that residents made are called by their person (app::bind_pin): no number, no name.
const std::string kAccounts =
    "SELECT u.uuid, u.name, u.title, u.role, u.place_id, u.last_seen, u.active, r.uuid"
    " FROM user u JOIN place p ON p.id = u.place_id"
    " LEFT JOIN person r ON r.id = u.person_id"
    " WHERE p.low BETWEEN ? AND ? AND (u.role = 5 AND u.name LIKE 'r-%') = ";
const std::string kUsers = kAccounts + "0 ORDER BY u.name, u.id";
const std::string kResidents = kAccounts + "1 ORDER BY u.last_seen DESC, u.id LIMIT 1000";
const std::string kTokens =
    "SELECT t.uuid, t.label, t.role, t.place_id, t.created_at, t.expires_at, t.seen_at, "
    "t.revoked_at"
    " FROM token t JOIN place p ON p.id = t.place_id WHERE p.low BETWEEN ? AND ?"
    " ORDER BY t.created_at DESC, t.uuid";

std::string role_name(std::int64_t role) {
  if (role < 0 || role >= api::kRoleCount) return {};
  return describe::name_of(static_cast<api::Role>(role));
}

/// The fact of a command: "award-points" → "points_awarded". A fact stays as it is.
std::string fact_of(const std::string& what) {
  struct Verb {
    std::string_view now, past;
  };
  constexpr std::array<Verb, 12> kVerbs{{{"award", "awarded"},
                                         {"reverse", "reversed"},
                                         {"save", "saved"},
                                         {"move", "moved"},
                                         {"issue", "issued"},
                                         {"revoke", "revoked"},
                                         {"change", "changed"},
                                         {"undo", "undone"},
                                         {"raise", "raised"},
                                         {"update", "updated"},
                                         {"end", "ended"},
                                         {"direct", "directed"}}};
  const std::size_t dash = what.find('-');
  if (dash == std::string::npos) return what;
  for (const Verb& verb : kVerbs)
    if (what.compare(0, dash, verb.now) == 0) {
      std::string fact = what.substr(dash + 1);
      std::replace(fact.begin(), fact.end(), '-', '_');
      return fact + "_" + std::string(verb.past);
    }
  return what;
}

std::string subject_text(Reading& r, const Rows& rows) {
  const std::string kind = rows.text(6), id = rows.uuid_text(7);
  if (kind == "place")
    if (const PlaceNode* place = r.town->by_id(rows.integer(13))) return kind + " " + place->code;
  return id.empty() ? kind : kind + " " + id;
}

api::JournalRow journal_row(Reading& r, const Rows& rows) {
  api::JournalRow row;
  row.position = rows.integer(0);
  row.at = instant_text(rows.integer(1));
  // The name as it was then; the title helps whoever reads it now.
  row.who = rows.text(2).empty() ? rows.text(12) : rows.text(2);
  if (!rows.text(11).empty() && rows.text(11) != row.who) row.who += " " + rows.text(11);
  row.role = role_name(rows.integer(3));
  row.from = rows.text(4);
  row.what = rows.text(5);
  row.on = subject_text(r, rows);
  row.result = "done";  // what is refused changes nothing and leaves no entry
  row.hash = rows.hex(8);
  row.before = rows.text(9);
  row.after = rows.text(10);
  const JournalSubject subject = journal_subject(r, rows.text(6), rows.uuid(7), rows.integer(13));
  row.kind = subject.kind;
  row.subject = subject.id;
  row.subject_name = subject.name;
  row.rule = rows.text(14);
  row.note = rows.text(15);
  row.amount = rows.integer(16);
  row.minutes = rows.integer(17);
  return row;
}

Result<std::int64_t> before_of(const api::JournalQuery& q) {
  if (q.cursor.empty()) return INT64_MAX;
  const auto cursor = read_cursor(q.cursor, "");
  if (!cursor) return cursor.error();
  return cursor->row;
}

Filter filter_of(const api::JournalQuery& q) {
  Filter filter;
  const std::string who = base::tidy(q.who);
  if (!who.empty())
    filter.add("(instr(coalesce(nullif(j.actor, ''), u.name), ?) > 0 OR instr(u.title, ?) > 0)",
               who, who);
  if (!q.what.empty()) filter.add("j.what = ?", fact_of(q.what));
  if (q.since) filter.add("j.at >= ?", base::start_of(*q.since).unix_ms);
  if (q.until) filter.add("j.at < ?", base::start_of(base::CivilDate{q.until->days + 1}).unix_ms);
  return filter;
}

/// Adds the entry; false when the page was full.
bool add_entry(Reading& r, const Rows& rows, std::int64_t limit, api::JournalPage& page) {
  if (static_cast<std::int64_t>(page.entries.size()) == limit) {
    page.next = write_cursor({"", "", page.entries.back().position});
    return false;
  }
  page.entries.push_back(journal_row(r, rows));
  return true;
}

/// Walks through the journal, or through an index of what is rare.
void read_along(Reading& r, const api::JournalQuery& q, Filter filter, std::int64_t before,
                api::JournalPage& page) {
  filter.add("j.position < ?", before);
  Rows rows(r.snapshot, kEntries + filter.where() + " ORDER BY j.position DESC LIMIT ?");
  rows.bind(filter.bind(rows, 1), q.limit + 1);
  while (rows.next() && add_entry(r, rows, q.limit, page)) {
  }
}

/// Looks at one entry after the other of those.
void read_each(Reading& r, const api::JournalQuery& q, Filter filter, NewestFirst positions,
               api::JournalPage& page) {
  filter.add("j.position = ?", std::int64_t{0});
  const std::string text = kEntries + filter.where();
  while (const std::int64_t position = positions.next()) {
    Rows rows(r.snapshot, text);
    rows.bind(filter.bind(rows, 1) - 1, position);
    if (rows.next() && !add_entry(r, rows, q.limit, page)) return;
  }
}

/// By whichever is likely to be few: somebody's entries, a rare fact's, a place's.
void read_page(Reading& r, const api::JournalQuery& q, const PlaceNode& place, std::int64_t before,
               api::JournalPage& page) {
  const std::string who = base::tidy(q.who);
  const bool everywhere = place.id == r.town->root().id;
  const bool rare = !q.what.empty() && is_rare(fact_of(q.what));
  Filter filter = filter_of(q);
  if (!everywhere && (!who.empty() || rare))
    filter.add("EXISTS (SELECT 1 FROM place g WHERE g.id = j.place_id AND g.low BETWEEN ? AND ?)",
               place.low, place.high);
  if (!who.empty()) {
    auto theirs = NewestFirst::by_users(r, users_like(r.snapshot, who), place, before);
    return read_each(r, q, std::move(filter), std::move(theirs), page);
  }
  if (!everywhere && !rare)
    return read_each(r, q, std::move(filter), NewestFirst::in_places(r, place, before), page);
  if (rare) filter.add(rare_condition());
  read_along(r, q, std::move(filter), before, page);
}

}  // namespace

Result<api::JournalPage> read_journal(Reading& r, const api::JournalQuery& q) {
  const auto place = r.personal_place(q.place);
  if (!place) return place.error();
  const auto before = before_of(q);
  if (!before) return before.error();
  api::JournalPage page;
  read_page(r, q, **place, *before, page);
  return page;
}

Result<api::ImportPage> read_imports(Reading& r, const api::NoParameters&) {
  api::ImportPage page;
  if (!r.own) return page;
  Rows rows(r.snapshot, kImports);
  while (rows.next()) {
    // The report was written by this program, perhaps an older one.
    auto report = describe::from_answer<api::ImportReport>(rows.text(4));
    api::ImportReport& row = page.imports.emplace_back();
    if (report) row = std::move(*report);
    row.id = rows.uuid_text(0);
    row.kind = rows.text(1);
    row.name = rows.text(2);
    row.at = instant_text(rows.integer(3));
    row.position = rows.integer(5);
    row.undone = rows.integer(6) != 0;
    row.applied = true;
  }
  return page;
}

Result<api::UserPage> read_users(Reading& r, const api::UsersQuery& q) {
  api::UserPage page;
  if (!r.own) return page;
  Rows users(r.snapshot, q.residents ? kResidents : kUsers, r.own->low, r.own->high);
  while (users.next()) {
    api::UserRow& row = page.users.emplace_back();
    row.id = users.uuid_text(0);
    row.name = users.text(1);
    row.title = users.text(2);
    row.role = role_name(users.integer(3));
    if (const PlaceNode* place = r.town->by_id(users.integer(4))) {
      row.place = place->code;
      row.place_name = place->name;
    }
    row.last_seen = instant_text(users.integer(5));
    row.active = users.integer(6) != 0;
    if (!users.null(7)) row.person = users.uuid_text(7);
  }
  Rows tokens(r.snapshot, kTokens, r.own->low, r.own->high);
  while (tokens.next()) {
    api::TokenRow& row = page.tokens.emplace_back();
    row.id = tokens.uuid_text(0);
    row.label = tokens.text(1);
    row.role = role_name(tokens.integer(2));
    if (const PlaceNode* place = r.town->by_id(tokens.integer(3))) row.place = place->code;
    row.created_at = instant_text(tokens.integer(4));
    row.expires_at = instant_text(tokens.integer(5));
    row.last_seen = instant_text(tokens.integer(6));
    row.revoked = tokens.integer(7) != 0;
  }
  return page;
}

}  // namespace shanzhi::storage::read
