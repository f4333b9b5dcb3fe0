// The rows of the registry, checked while compiling: names once, nobody forgotten.
#include "shared/api/registry.h"

namespace shanzhi::api {
namespace {

constexpr RoleSet kTown = roles(Role::town_administrator);
constexpr RoleSet kTownAndHub = kTown | bit(Role::hub_officer);
constexpr RoleSet kVillageAndAbove = kTownAndHub | bit(Role::village_officer);
constexpr RoleSet kTownAndAuditor = kTown | bit(Role::auditor);
/// A kiosk reads published aggregates only: whatever names single residents is closed to it.
constexpr RoleSet kPersons = kEverybody & ~bit(Role::display);

template <class R>
void visit_default(describe::Visitor& v) {
  R record{};
  fields(v, record);
}

template <class Request, class Reply>
constexpr Route command(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::command, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          false};
}
template <class Request, class Reply>
constexpr Route upload(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::command, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          true};
}
template <class Request, class Reply>
constexpr Route query(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::query, who, reach, sentence, visit_default<Request>, visit_default<Reply>,
          false};
}

template <class Request>
constexpr Route file(const char* name, RoleSet who, Reach reach, const char* sentence) {
  return {name, Verb::query, who, reach, sentence, visit_default<Request>, visit_default<WholeFile>,
          true};
}

constexpr Route kRoutes[] = {
    command<AwardPoints, Posted>("award-points", kOfficers, Reach::own_tree,
                                 "Gives points under a rule, or takes them under a deducting one. "
                                 "The rule's approver is asked "
                                 "for in addition; nobody approves for their own household."),
    command<ReverseTransfer, Posted>(
        "reverse-transfer", kVillageAndAbove, Reach::own_tree,
        "Takes one transfer back by its mirror image. Each transfer is reversed at most once."),
    command<SavePlace, Saved>("save-place", kTownAndHub, Reach::own_tree,
                              "Creates a place, or changes its name, parent or outline."),
    command<SaveSite, Saved>("save-site", kTownAndHub, Reach::own_tree,
                             "Creates or changes a site on the map."),
    command<SaveHousehold, Saved>("save-household", kOfficers, Reach::own_tree,
                                  "Creates or changes a household."),
    command<SavePerson, Saved>("save-person", kOfficers, Reach::own_tree,
                               "Creates or changes a resident."),
    command<MovePerson, Saved>(
        "move-person", kOfficers, Reach::own_tree,
        "Moves a resident to another household; both must be in the caller's tree."),
    command<SaveTeam, Saved>("save-team", kVillageAndAbove, Reach::own_tree,
                             "Creates or changes a volunteer team and its members."),
    command<SignIn, Me>("sign-in", kEverybody, Reach::everyone,
                        "Begins a session; its secret comes as an HttpOnly cookie."),
    command<SignOut, Saved>("sign-out", kEverybody, Reach::everyone, "Ends the session."),
    command<OpenTown, Me>("open-town", kEverybody, Reach::everyone,
                          "Makes the first administrator, with the key that the program printed "
                          "at its first start, and begins a session."),
    command<SaveUser, Saved>("save-user", kTown, Reach::own_tree,
                             "Creates or changes a user, with role and place."),
    command<ChangePassword, Saved>(
        "change-password", kPersons, Reach::signed_in,
        "Changes the caller's own password and ends their other sessions."),
    command<IssueToken, Saved>("issue-token", kTown, Reach::own_tree,
                               "Makes a bearer token for a kiosk or a program; it is shown once."),
    command<RevokeToken, Saved>("revoke-token", kTown, Reach::own_tree, "Ends a token at once."),
    command<UndoImport, ImportReport>("undo-import", kTown, Reach::own_tree,
                                      "Takes back a whole import that nothing was built on since."),
    upload<ImportUpload, ImportReport>("import", kTown, Reach::own_tree,
                                       "Reads a file (XLSX, CSV or GeoJSON, the body as it is) "
                                       "into the register; dry_run says what "
                                       "would happen."),

    query<NoParameters, Me>("me", kEverybody, Reach::signed_in, "Who the caller is, and where."),
    query<AtPlace, Figures>(
        "figures", kEverybody, Reach::signed_in,
        "The headline figures of a place. Points in centipoints, hours in minutes."),
    query<PlacesQuery, PlacePage>("places", kEverybody, Reach::signed_in,
                                  "Places of the tree, with outlines on demand."),
    query<OutlinesQuery, Outlines>("outlines", kEverybody, Reach::signed_in,
                                   "The drawn map of a place in one small answer."),
    query<MeasuresQuery, Measures>("measures", kEverybody, Reach::signed_in,
                                   "One measure for each grid within a place."),
    query<AtPlace, PlaceCard>("place-card", kEverybody, Reach::signed_in,
                              "What the map shows of one place."),
    query<AtPlace, SitePage>("sites", kEverybody, Reach::signed_in, "The sites within a place."),
    query<AtPlace, MerchantPage>("merchants", kEverybody, Reach::signed_in,
                                 "The shops within a place that take points."),
    query<ListQuery, HouseholdPage>(
        "households", kPersons, Reach::own_tree,
        "Households, page by page. Who holds no office sees their own only."),
    query<ListQuery, PersonPage>(
        "people", kPersons, Reach::own_tree,
        "Residents, page by page. Who holds no office sees their own household."),
    query<AtPlace, TeamPage>("teams", kPersons, Reach::signed_in,
                             "The volunteer teams within a place."),
    query<AtPlace, GridPage>("grids", kPersons, Reach::signed_in, "The grids within a place."),
    query<PassbookQuery, Passbook>("passbook", kPersons, Reach::own_record,
                                   "The archive of a person or household and its transfers, newest "
                                   "first. Officers and auditors "
                                   "reach their tree, everyone else their own household."),
    query<BoardQuery, Board>("boards", kEverybody, Reach::signed_in,
                             "Standings with standard competition ranking. Names are masked."),
    query<HistoryQuery, SubjectHistory>(
        "subject-history", kEverybody, Reach::signed_in,
        "What one subject of a board reached in each of the last twelve periods. People and "
        "households are found by whoever may look them up, and by themselves."),
    query<RulesQuery, RulePage>("rules", kEverybody, Reach::signed_in,
                                "The rule book in force and to come."),
    query<AwardContextQuery, AwardContextView>(
        "award-context", kOfficers, Reach::own_tree,
        "What the decision on an award depends on, so that a form can check as the server will."),
    query<ChangesQuery, Changes>(
        "changes", kEverybody, Reach::signed_in,
        "What happened since a position of the journal, as far as the caller "
        "may see it; nothing missed, nothing doubled."),
    query<JournalQuery, JournalPage>("journal", kTownAndAuditor, Reach::own_tree,
                                     "The audit journal, newest first."),
    query<NoParameters, ImportPage>("imports", kTownAndAuditor, Reach::own_tree,
                                    "The imports there were, newest first."),
    query<NoParameters, UserPage>("users", kTownAndAuditor, Reach::own_tree,
                                  "Users and tokens. Secrets are never shown again."),
    query<SearchQuery, SearchPage>(
        "search", kOfficersAndAuditor, Reach::own_tree,
        "People, households, places, teams and shops by name or pinyin."),
    file<ExportQuery>(
        "export", kPersons, Reach::own_tree,
        "A whole list as a file, for whoever may read the list, masked as the list is. "
        "Cells that a spreadsheet would run as a formula are made harmless."),
    file<TemplateQuery>("import-template", kTown, Reach::signed_in,
                        "An empty spreadsheet with the headings that an import understands."),
};

consteval bool names_differ() {
  for (const Route& a : kRoutes)
    for (const Route& b : kRoutes)
      if (&a != &b && a.verb == b.verb && std::string_view(a.name) == b.name) return false;
  return true;
}
consteval bool names_are_plain() {
  for (const Route& route : kRoutes)
    for (const char c : std::string_view(route.name))
      if (c != '-' && (c < 'a' || c > 'z')) return false;
  return true;
}
consteval bool all_have_roles() {
  for (const Route& route : kRoutes)
    if (route.roles == 0 || (route.roles & ~kEverybody) != 0) return false;
  return true;
}
consteval bool watchers_write_nothing() {
  constexpr RoleSet watchers = bit(Role::display) | bit(Role::auditor);
  for (const Route& route : kRoutes)
    if (route.verb == Verb::command && route.reach != Reach::everyone &&
        route.reach != Reach::signed_in && (route.roles & watchers) != 0)
      return false;
  return true;
}
consteval bool commands_come_first() {
  bool queries = false;
  for (const Route& route : kRoutes) {
    if (queries && route.verb == Verb::command) return false;
    queries = queries || route.verb == Verb::query;
  }
  return true;
}
static_assert(names_differ(), "a name stands twice in the registry");
static_assert(names_are_plain(), "names are lower-case words and dashes");
static_assert(all_have_roles(), "a route without roles can be called by nobody");
static_assert(watchers_write_nothing(),
              "auditors and kiosks change nothing but their own password");
static_assert(commands_come_first());

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

const Route* find_route(Verb verb, std::string_view name) {
  for (const Route& route : kRoutes)
    if (route.verb == verb && name == route.name) return &route;
  return nullptr;
}

}  // namespace shanzhi::api
