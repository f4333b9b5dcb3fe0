// One box for everything: people, households, places, teams and shops, by Chinese, pinyin or initials.
#include "server/storage/read/answers.h"
#include "server/storage/read/paging.h"
#include "shared/base/utf8.h"

namespace shanzhi::storage::read {
namespace {

const std::string kPlaces =
    "SELECT p.id FROM place p WHERE p.low BETWEEN ?1 AND ?2 AND (instr(p.name, ?3) > 0"
    " OR instr(lower(p.code), ?3) = 1 OR (?4 AND (instr(p.full_pinyin, ?3) = 1 OR p.initials >= ?3"
    " AND p.initials < ?5))) ORDER BY p.level, p.low LIMIT ?6";
const std::string kTeams =
    "SELECT t.uuid, t.name, t.place_id FROM team t JOIN place p ON p.id = t.place_id"
    " WHERE p.low BETWEEN ? AND ? AND (instr(t.name, ?) > 0 OR instr(t.brand, ?) > 0)"
    " ORDER BY p.low, t.name, t.id LIMIT ?";
const std::string kMerchants =
    "SELECT m.uuid, m.name, m.place_id FROM merchant m JOIN place p ON p.id = m.place_id"
    " WHERE p.low BETWEEN ? AND ? AND (instr(lower(m.name), ?) > 0 OR instr(m.trade, ?) > 0)"
    " ORDER BY p.low, m.name, m.id LIMIT ?";

void find_places(Reading& r, const Wanted& wanted, std::int64_t limit, api::SearchPage& page) {
  Rows rows(r.snapshot, kPlaces, r.own->low, r.own->high, wanted.text,
            static_cast<std::int64_t>(wanted.letters), after_prefix(wanted.text), limit);
  while (rows.next()) {
    const PlaceNode* place = r.town->by_id(rows.integer(0));
    if (!place) continue;
    const PlaceNode* parent = r.town->by_id(place->parent_id);
    page.hits.push_back({"place", place->code, place->name, parent ? parent->name : ""});
  }
}

void find_named(Reading& r, const char* kind, const std::string& sql, const Wanted& wanted,
                std::int64_t limit, api::SearchPage& page) {
  Rows rows(r.snapshot, sql, r.own->low, r.own->high, wanted.text, wanted.text, limit);
  while (rows.next()) {
    const PlaceNode* place = r.town->by_id(rows.integer(2));
    page.hits.push_back({kind, rows.uuid_text(0), rows.text(1), place ? place->name : ""});
  }
}

/// A household is found under its number; by a member's name the member is found instead.
Result<base::Done> find_households(Reading& r, const Wanted& wanted, std::int64_t limit,
                                   api::SearchPage& page) {
  api::ListQuery list;
  list.search = wanted.text;
  list.limit = limit;
  const auto found = read_households(r, list);
  if (!found) return found.error();
  for (const api::HouseholdRow& row : found->households) {
    const bool by_number = base::lower_ascii(row.number).find(wanted.text) != std::string::npos;
    const bool by_address = base::lower_ascii(row.address).find(wanted.text) != std::string::npos;
    if (by_number || by_address)
      page.hits.push_back(
          {"household", row.id, row.number + " " + row.head, row.village + " " + row.grid_name});
  }
  return base::Done{};
}

Result<base::Done> find_people(Reading& r, const Wanted& wanted, std::int64_t limit,
                               api::SearchPage& page) {
  api::ListQuery list;
  list.search = wanted.text;
  list.limit = limit;
  const auto found = read_people(r, list);
  if (!found) return found.error();
  for (const api::PersonRow& row : found->people)
    page.hits.push_back({"person", row.id, row.name, row.village + " " + row.household_number});
  return base::Done{};
}

/// At most `limit` hits, the kinds taking turns, so that many of one kind hide none of another.
void share_out(api::SearchPage& page, std::int64_t limit) {
  std::vector<api::SearchHit> kept;
  std::vector<std::vector<api::SearchHit>> kinds;
  for (api::SearchHit& hit : page.hits) {
    if (kinds.empty() || kinds.back().front().kind != hit.kind) kinds.emplace_back();
    kinds.back().push_back(std::move(hit));
  }
  std::vector<std::size_t> taken(kinds.size(), 0);
  std::int64_t total = 0;
  for (bool any = true; any && total < limit;) {
    any = false;
    for (std::size_t k = 0; k < kinds.size() && total < limit; ++k) {
      if (taken[k] == kinds[k].size()) continue;
      ++taken[k];
      ++total;
      any = true;
    }
  }
  for (std::size_t k = 0; k < kinds.size(); ++k)
    for (std::size_t i = 0; i < taken[k]; ++i) kept.push_back(std::move(kinds[k][i]));
  page.hits = std::move(kept);
}

}  // namespace

Result<api::SearchPage> read_search(Reading& r, const api::SearchQuery& q) {
  api::SearchPage page;
  const Wanted wanted = parse_wanted(q.q);
  if (wanted.text.empty() || !r.own) return page;
  const auto people = find_people(r, wanted, q.limit, page);
  if (!people) return people.error();
  const auto households = find_households(r, wanted, q.limit, page);
  if (!households) return households.error();
  find_places(r, wanted, q.limit, page);
  find_named(r, "team", kTeams, wanted, q.limit, page);
  find_named(r, "merchant", kMerchants, wanted, q.limit, page);
  share_out(page, q.limit);
  return page;
}

}  // namespace shanzhi::storage::read
