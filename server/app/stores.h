// What the use cases need of storage while a command runs: all calls happen in the writer's
// transaction, see what it wrote so far, and are undone with it when the command is refused.
#pragma once

#include <optional>
#include <string_view>

#include "server/app/records.h"
#include "shared/base/amounts.h"
#include "shared/base/instant.h"
#include "shared/ledger/ledger.h"
#include "shared/rules/rules.h"

namespace shanzhi::app {

class PlaceStore {
 public:
  virtual ~PlaceStore() = default;
  virtual std::optional<PlaceRecord> find(std::string_view code) = 0;
  /// Without the outline: cheap.
  virtual std::optional<PlaceRecord> find_row(Row row) = 0;
  /// The whole tree without outlines, in preorder.
  virtual std::vector<PlaceRecord> all_rows() = 0;
  /// The least and greatest level among the direct children, when there are any.
  virtual std::optional<places::Level> least_child_level(Row row) = 0;
  /// Row 0 inserts; renumbers the tree when it is new or its parent changed. Gives the row.
  virtual Row save(const PlaceRecord& place, std::int64_t position) = 0;
  /// False when something still refers to it.
  virtual bool remove(Row row) = 0;
  /// Any root there is, and whether it only stands in for a town not yet named.
  virtual std::optional<PlaceRecord> root() = 0;
  virtual bool root_is_placeholder() = 0;
  virtual std::optional<SiteRecord> find_site(base::SiteId id) = 0;
  virtual Row save_site(const SiteRecord& site) = 0;
  virtual void remove_site(Row row) = 0;
  virtual std::optional<MerchantRecord> find_merchant(base::MerchantId id) = 0;
  virtual Row save_merchant(const MerchantRecord& merchant) = 0;
  virtual bool remove_merchant(Row row) = 0;
};

class PeopleStore {
 public:
  virtual ~PeopleStore() = default;
  virtual std::optional<HouseholdRecord> find_household(base::HouseholdId id) = 0;
  virtual std::optional<HouseholdRecord> household_row(Row row) = 0;
  /// Another household (not `except`) of the same number in that village.
  virtual bool number_taken(std::string_view number, Row grid_row, Row except) = 0;
  /// The household of that number in that village.
  virtual std::optional<HouseholdRecord> find_numbered(std::string_view number,
                                                       Row village_row) = 0;
  virtual Row save_household(const HouseholdRecord& household) = 0;
  virtual std::optional<PersonRecord> find_person(base::PersonId id) = 0;
  virtual std::optional<PersonRecord> person_row(Row row) = 0;
  virtual std::optional<PersonRecord> find_digest(std::string_view id_digest) = 0;
  /// The one of that name in the household; the eldest row where there are namesakes.
  virtual std::optional<PersonRecord> find_member(Row household_row, std::string_view name) = 0;
  /// Another person (not `except`) who is the household's head.
  virtual bool has_head(Row household_row, Row except) = 0;
  /// Writes the person and brings the sums of the old and the new household up to date.
  virtual Row save_person(const PersonRecord& person) = 0;
  /// Takes out of sight by the entry at `position`; the sums follow.
  virtual void remove_person(Row row, std::int64_t position) = 0;
  /// False when someone still lives there.
  virtual bool remove_household(Row row, std::int64_t position) = 0;
  /// What the ledger moved: added to the person's and the household's sums.
  virtual void add_sums(const PersonRecord& person, base::Points balance, base::Points earned,
                        base::Minutes minutes, base::Instant last_at) = 0;
};

class TeamStore {
 public:
  virtual ~TeamStore() = default;
  virtual std::optional<TeamRecord> find(base::TeamId id) = 0;
  virtual Row save(const TeamRecord& team) = 0;
  virtual void remove(Row row) = 0;
};

class UserStore {
 public:
  virtual ~UserStore() = default;
  virtual std::optional<UserRecord> find(base::UserId id) = 0;
  virtual std::optional<UserRecord> find_row(Row row) = 0;
  virtual std::optional<UserRecord> find_name(std::string_view name) = 0;
  virtual Row save(const UserRecord& user) = 0;
  /// Active town administrators who hold the role at the root, other than `except`.
  virtual std::int64_t administrators(Row except) = 0;
  /// All of the user's, but for the one of that digest.
  virtual void end_sessions(Row user, const ledger::Digest& except) = 0;
  virtual std::optional<TokenRecord> find_token(base::TokenId id) = 0;
  virtual void add_token(const TokenRecord& token, const ledger::Digest& digest,
                         base::Instant now) = 0;
  virtual void revoke_token(base::TokenId id, base::Instant now) = 0;
  /// One of the user's, by what `sessions` calls it. False when there is none.
  virtual bool end_session(Row user, const base::Uuid& session) = 0;
  /// The account with which that person signs in by telephone: a volunteer's.
  virtual std::optional<UserRecord> find_resident(Row person) = 0;
  /// In the place of any code there was. `code` as an Argon2id string.
  virtual void put_code(Row person, const std::string& code, base::Instant expires) = 0;
  /// Takes that very code away. False when it is another by now, or holds no more.
  virtual bool take_code(Row person, const std::string& code, base::Instant now) = 0;
};

/// A transfer as found, with the rows of what it is about.
struct FoundTransfer {
  ledger::Transfer transfer;
  Row person_row = 0;  ///< on either side; 0 when neither side is a person
  Row place_row = 0;   ///< of its journal entry: the grid at that time
  bool reversed = false;
};

class LedgerStore {
 public:
  virtual ~LedgerStore() = default;
  virtual bool exists(base::TransferId id) = 0;
  virtual std::optional<FoundTransfer> find(base::TransferId id) = 0;
  /// The version in force on that day; else the newest there is; nullopt for an unknown code.
  virtual std::optional<rules::Rule> rule(std::string_view code, base::CivilDate day) = 0;
  virtual std::optional<rules::Rule> rule_version(std::string_view code, std::int32_t version) = 0;
  virtual void save_rule(const rules::Rule& rule) = 0;
  /// False when a transfer refers to it.
  virtual bool remove_rule(std::string_view code, std::int32_t version) = 0;
  virtual std::int64_t balance(ledger::Currency currency, const ledger::Holder& holder) = 0;
  /// Sums leave out what was reversed. Of all versions of the rule.
  virtual base::Points granted(const base::PersonId& person, const rules::Rule& rule,
                               base::DaySpan days) = 0;
  virtual base::Minutes booked(const base::PersonId& person, base::CivilDate day) = 0;
  /// By when it was recorded, whatever day it is about.
  virtual base::Points granted_by(Row user, base::DaySpan days) = 0;
  /// Chains, stores and moves the balances; opens accounts as needed. `position` must be set;
  /// previous and own are filled in.
  virtual void post(ledger::Transfer& transfer, Row user) = 0;
  /// Totals of boards and maps, by the day on which the service was done.
  virtual void add_totals(Row person, Row grid, base::CivilDate day, rules::ServiceField field,
                          base::Points points, base::Minutes minutes, std::int64_t services) = 0;
  /// Points taken by a merchant, for the grid; without a field they count under livelihood.
  virtual void add_verified(Row grid, base::CivilDate day, base::Points points) = 0;
  virtual base::Points floor() = 0;
  virtual base::Points second_person_above() = 0;
};

/// One line of the journal; who, when and from where are the caller's.
struct Entry {
  const char* what;  ///< a fact in the past: "points_awarded"
  Row place_row = 0;
  const char* subject_kind = "";
  base::Uuid subject;
  std::int64_t amount = 0;  ///< centipoints, signed for the person
  std::int64_t minutes = 0;
  std::string rule;
  std::string note;
  std::string before;  ///< JSON
  std::string after;   ///< JSON
};

class JournalStore {
 public:
  virtual ~JournalStore() = default;
  /// The position that the next entry gets.
  virtual std::int64_t next_position() = 0;
  virtual void append(std::int64_t position, const Entry& entry) = 0;
};

/// An import as it was recorded, and what it wrote.
struct ImportRecord {
  Row row = 0;
  base::ImportId id;
  std::string kind;
  std::string name;
  std::string report;  ///< JSON of api::ImportReport
  bool undone = false;
};
/// A row of the register by the name that people know it by.
struct NamedRow {
  std::string sort;
  std::string name;
};
struct ImportedRow {
  std::string sort;    ///< place site merchant household person team rule
  Row row = 0;         ///< of a rule: any number of its own in this import
  std::string before;  ///< JSON of the record; "" when it was new; of a rule its RuleKey
};

class ImportStore {
 public:
  virtual ~ImportStore() = default;
  virtual std::optional<ImportRecord> find(base::ImportId id) = 0;
  virtual Row add(const ImportRecord& import, std::int64_t position) = 0;
  /// The first record of a row by an import holds: what it was before the whole import.
  virtual void keep(Row import, const ImportedRow& row) = 0;
  /// Teams first, then people, households, sites, merchants, rules; of the places those that were there
  /// before, then the new ones from the leaves.
  virtual std::vector<ImportedRow> rows(Row import) = 0;
  /// One of its rows that something later depends on: changed by a command or by another import that
  /// still holds, or somebody new with an account, a team, an office or a login.
  virtual std::optional<NamedRow> in_use(Row import) = 0;
  /// All rows are written: what was found, and the entry that says so.
  virtual void finish(Row import, const std::string& report, std::int64_t position) = 0;
  virtual void mark_undone(Row import, std::int64_t position) = 0;
};

}  // namespace shanzhi::app
