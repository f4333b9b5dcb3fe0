// The forms as lists of fields; their commands and records.
#include "client/screens/desk/form_plans.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/people/people.h"

namespace shanzhi::screens {
namespace {

using text::Vocabulary;
using enum FieldWay;

constexpr FieldPlan kHousehold[] = {
    {.name = "number", .hint = Message::form_number_hint, .half = true},
    {.name = "address", .hint = Message::form_address_hint, .half = true},
    {.name = "grid", .way = place},
    {.name = "hamlet", .way = place},
    {.name = "tags", .way = tags, .hint = Message::form_tags_hint},
    {.name = "longitude", .half = true},
    {.name = "latitude", .half = true}};
constexpr FieldPlan kPerson[] = {{.name = "household", .way = household, .loose = true},
                                 {.name = "name", .title = "person_name", .half = true},
                                 {.name = "relation", .words = Vocabulary::relation, .half = true},
                                 {.name = "gender", .words = Vocabulary::gender, .half = true},
                                 {.name = "born", .half = true},
                                 {.name = "phone", .hint = Message::form_phone_hint},
                                 {.name = "off_boards", .hint = Message::person_off_boards_hint}};
constexpr FieldPlan kMove[] = {
    {.name = "household", .title = "move_to", .way = household, .hint = Message::form_move_hint},
    {.name = "relation", .title = "new_relation", .words = Vocabulary::relation},
    {.name = "reason", .way = lines, .hint = Message::person_move_reason}};
constexpr FieldPlan kTeam[] = {{.name = "name"},
                               {.name = "place", .way = place, .half = true},
                               {.name = "brand", .hint = Message::form_brand_hint, .half = true},
                               {.name = "way", .words = Vocabulary::lead_way},
                               {.name = "leader", .way = person},
                               {.name = "members", .title = "team_members", .way = people}};
constexpr FieldPlan kSite[] = {
    {.name = "name"},
    {.name = "kind", .words = Vocabulary::site_kind, .half = true},
    {.name = "place", .way = place, .half = true},
    {.name = "longitude", .half = true},
    {.name = "latitude", .half = true},
    {.name = "hours", .title = "site_hours", .hint = Message::form_hours_hint},
    {.name = "offers", .way = lines}};
constexpr FieldPlan kPlace[] = {
    {.name = "level", .words = Vocabulary::level, .half = true, .new_only = true},
    {.name = "parent", .way = place, .half = true},
    {.name = "name"},
    {.name = "code", .hint = Message::form_code_hint, .new_only = true}};

constexpr FieldPlan kFamily[] = {
    {.name = "relative", .half = true},
    {.name = "phone", .hint = Message::form_phone_hint, .half = true},
    {.name = "way", .title = "consent_way", .words = Vocabulary::consent_way, .half = true},
    {.name = "until", .half = true},
    {.name = "note", .way = lines},
    {.name = "boards"}};

constexpr FormPlan kPlans[] = {
    {"save-household", Message::household_new, Message::household_edit, kHousehold},
    {"save-person", Message::person_new, Message::person_edit, kPerson},
    {"move-person", Message::person_move, Message::person_move, kMove},
    {"save-team", Message::teams_new, Message::teams_edit, kTeam},
    {"save-site", Message::sites_new, Message::sites_edit, kSite},
    {"save-place", Message::places_new, Message::places_edit, kPlace},
    {"grant-family-access", Message::family_new, Message::family_new, kFamily}};

void refuse(std::vector<base::Error>& wrong, base::ErrorCode code, const char* pointer,
            std::string shown = {}) {
  for (const base::Error& e : wrong)
    if (e.field == pointer) return;
  wrong.push_back({code, pointer, std::move(shown), {}});
}

// The domain's own rules, as the server's use cases ask for them.

void check(const Env& env, api::SavePerson& c, std::vector<base::Error>& wrong) {
  if (!c.phone.empty()) {
    auto phone = people::parse_phone(c.phone);
    if (phone)
      c.phone = std::move(*phone);
    else
      refuse(wrong, phone.error().code, "/phone");
  }
  if (c.born && *c.born > env.today) refuse(wrong, base::ErrorCode::in_the_future, "/born");
}

void check(const Env&, api::SaveHousehold& c, std::vector<base::Error>& wrong) {
  c.tags = joined(parts_of(c.tags));
  if (c.longitude.has_value() != c.latitude.has_value())
    refuse(wrong, base::ErrorCode::missing_field, c.longitude ? "/latitude" : "/longitude");
}

void check(const Env& env, api::SavePlace& c, std::vector<base::Error>& wrong) {
  if (!c.code.empty() && !places::valid_place_code(c.code))
    refuse(wrong, base::ErrorCode::malformed, "/code");
  const api::PlaceRow* parent = env.places.find(c.parent);
  const api::PlaceRow* known = env.places.find(c.code);
  const bool root = known && known->parent.empty();
  if (!parent && !root) return refuse(wrong, base::ErrorCode::missing_field, "/parent");
  const auto level = parent ? describe::parse_enum<places::Level>(parent->level) : std::nullopt;
  if (level && c.level <= *level)
    refuse(wrong, base::ErrorCode::out_of_range, "/level", parent->level);
  const bool hangs = c.level == places::Level::hub || c.level == places::Level::hamlet ||
                     c.level == places::Level::grid;
  if (parent && !known && hangs && c.code.rfind(parent->code + "-", 0) != 0)
    refuse(wrong, base::ErrorCode::malformed, "/code", parent->code + "-");
}

template <class C>
void check(const Env&, C&, std::vector<base::Error>&) {}

}  // namespace

const FormPlan& plan_of(FormKind kind) {
  return kPlans[static_cast<std::size_t>(kind)];
}

Command blank_command(FormKind kind) {
  switch (kind) {
    case FormKind::household: return api::SaveHousehold{};
    case FormKind::person: return api::SavePerson{};
    case FormKind::move: return api::MovePerson{};
    case FormKind::team: return api::SaveTeam{};
    case FormKind::site: return api::SaveSite{};
    case FormKind::place: return api::SavePlace{};
    case FormKind::family: return api::GrantFamilyAccess{};
  }
  return api::SaveHousehold{};
}

Command command_of(const Env& env, FormKind kind, const Typed& typed,
                   std::vector<base::Error>& wrong) {
  Command command = blank_command(kind);
  std::visit(
      [&](auto& c) {
        wrong = read_typed(typed, describe::access_record(c));
        check(env, c, wrong);
      },
      command);
  return command;
}

Typed typed_household(const api::Passbook& book) {
  api::SaveHousehold numbers;
  numbers.longitude = book.longitude, numbers.latitude = book.latitude;
  Typed out = typed_of(numbers);
  out["id"] = book.household, out["number"] = book.number, out["grid"] = book.grid;
  out["hamlet"] = book.hamlet, out["address"] = book.address, out["tags"] = book.tags;
  return out;
}

Typed typed_person(const api::PersonRow& row) {
  return {{"id", row.id},
          {"household", row.household},
          {"name", row.name},
          {"gender", row.gender},
          {"relation", row.relation},
          {"born", row.born},
          {"phone", row.phone},
          {"off_boards", row.off_boards ? "1" : ""}};
}

/// Where to and as what is for the form to say; from where stands in the view.
Typed typed_move(const api::PersonRow& row) {
  return {{"person", row.id}, {"household", ""}, {"relation", ""}, {"reason", ""}};
}

Typed typed_team(const api::TeamRow& row, const std::vector<api::PersonRow>& members) {
  std::vector<std::string> ids;
  for (const api::PersonRow& m : members) ids.push_back(m.id);
  return {{"id", row.id},          {"name", row.name}, {"place", row.place},
          {"brand", row.brand},    {"way", row.way},   {"leader", row.leader_id},
          {"members", joined(ids)}};
}

Typed typed_site(const api::SiteRow& row) {
  api::SaveSite numbers;
  numbers.longitude = row.longitude, numbers.latitude = row.latitude;
  const Typed as_typed = typed_of(numbers);
  return {{"id", row.id},
          {"kind", row.kind},
          {"name", row.name},
          {"place", row.place},
          {"longitude", as_typed.at("longitude")},
          {"latitude", as_typed.at("latitude")},
          {"hours", row.hours},
          {"offers", row.offers}};
}

Typed typed_place(const api::PlaceRow& row) {
  return {{"code", row.code}, {"name", row.name}, {"level", row.level}, {"parent", row.parent}};
}

Typed typed_blank(const Env& env, const OpenForm& wish) {
  Typed out = std::visit([](auto c) { return typed_of(c); }, blank_command(wish.kind));
  out.erase("id");
  const api::PlaceRow* here = env.places.find(wish.within.empty() ? env.place : wish.within);
  switch (wish.kind) {
    case FormKind::household: {
      const auto fit = fitting_places(env, wish.kind, "grid", out);
      for (const api::PlaceRow* row : fit)
        if (here && (row == here || fit.size() == 1)) out["grid"] = row->code;
      break;
    }
    case FormKind::person: out["household"] = wish.within, out["relation"] = ""; break;
    case FormKind::move: break;
    case FormKind::family: out["person"] = wish.within; break;
    case FormKind::site: out["longitude"] = out["latitude"] = ""; [[fallthrough]];
    case FormKind::team:
      if (here && here->level != "hamlet") out["place"] = here->code;
      break;
    case FormKind::place: {
      out["level"] = wish.level;
      const auto fit = fitting_places(env, wish.kind, "parent", out);
      for (const api::PlaceRow* row : fit)
        if (row == here || fit.size() == 1) out["parent"] = row->code;
      out["code"] = free_code(env.places, out["parent"], wish.level);
      break;
    }
  }
  return out;
}

}  // namespace shanzhi::screens
