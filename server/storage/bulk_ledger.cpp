// The ledger's half: entries and transfers in the order of time, chained as the writer would.
#include "server/app/points.h"
#include "server/storage/bulk_parts.h"
#include "server/storage/digest.h"
#include "server/storage/journal_store.h"

namespace shanzhi::storage {

namespace {

using ledger::Currency;
using ledger::HolderKind;
using ledger::Transfer;

constexpr char kAccount[] = R"(INSERT INTO account (id, currency, kind, who, person_id, merchant_id,
  balance) VALUES (?, ?, ?, ?, ?, ?, ?))";
constexpr char kTransfer[] = R"(INSERT INTO transfer (seq, uuid, entry, currency, debit, credit,
  amount, reason, rule, rule_version, pair, note, occurred_at, recorded_at, previous, own)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kEntry[] =
    R"(INSERT INTO journal (position, at, what, place_id, subject_kind, subject,
  amount, minutes, rule, note, ledger_digest, previous, own)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";
constexpr char kPersonTotal[] = "INSERT INTO person_total VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char kGridTotal[] = "INSERT INTO grid_total VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

class Loader {
 public:
  Loader(Database& database, const app::TownData& town, const BulkPlan& plan)
      : database_(database), town_(town), plan_(plan) {}

  void open_accounts() {
    open(kIssueAccount, Currency::points, HolderKind::issue, {}, 0, 0, -plan_.issued);
    open(kCorrectionAccount, Currency::points, HolderKind::correction, {}, 0, 0, plan_.corrected);
    open(kIssueHoursAccount, Currency::hours, HolderKind::issue, {}, 0, 0, -plan_.issued_minutes);
    for (std::size_t i = 0; i < plan_.people.size(); ++i) {
      const PersonSums& person = plan_.people[i];
      const base::Uuid& who = town_.people[i].id.uuid;
      const auto row = static_cast<std::int64_t>(i) + 1;
      if (person.account != 0)
        open(person.account, Currency::points, HolderKind::person, who, row, 0, person.balance);
      if (person.hours_account != 0)
        open(person.hours_account, Currency::hours, HolderKind::person, who, row, 0,
             person.minutes);
    }
    for (std::size_t i = 0; i < plan_.merchant_account.size(); ++i)
      if (plan_.merchant_account[i] != 0)
        open(plan_.merchant_account[i], Currency::points, HolderKind::merchant,
             town_.merchants[i].id.uuid, 0, static_cast<std::int64_t>(i) + 1,
             plan_.merchant_balance[i]);
  }

  void award(const app::PastAward& award) {
    const rules::Rule& rule = town_.rules[award.rule];
    const bool add = rule.direction == rules::Direction::add;
    const bool timed = add && award.minutes.count > 0;
    const PersonSums& person = plan_.people[award.person];
    const ledger::Holder holder{HolderKind::person, town_.people[award.person].id.uuid};
    Transfer points = blank(award.id, award.at, award.note, award.points.count);
    points.rule = rule.code;
    points.rule_version = rule.version;
    points.debit = add ? ledger::Holder{HolderKind::issue, {}} : holder;
    points.credit = add ? holder : ledger::Holder{HolderKind::correction, {}};
    if (timed) points.pair = app::hours_id(award.id);
    post(points, add ? kIssueAccount : person.account, add ? person.account : kCorrectionAccount);
    if (timed) {
      Transfer hours = points;
      hours.id = points.pair;
      hours.pair = points.id;
      hours.currency = Currency::hours;
      hours.amount = award.minutes.count;
      post(hours, kIssueHoursAccount, person.hours_account);
    }
    JournalLink link = entry("points_awarded", award.at, award.person, award.note);
    link.rule = rule.code;
    link.amount = add ? award.points.count : -award.points.count;
    link.minutes = timed ? award.minutes.count : 0;
    append(link, plan_.grid_of(award.person));
  }

  void spend(const app::PastSpending& spending) {
    Transfer points = blank(spending.id, spending.at, spending.note, spending.points.count);
    points.reason = ledger::Reason::offer;
    points.debit = {HolderKind::person, town_.people[spending.person].id.uuid};
    points.credit = {HolderKind::merchant, town_.merchants[spending.merchant].id.uuid};
    post(points, plan_.people[spending.person].account, plan_.merchant_account[spending.merchant]);
    JournalLink link = entry("points_verified", spending.at, spending.person, spending.note);
    link.amount = -spending.points.count;
    append(link, plan_.grid_of(spending.person));
  }

  void totals() {
    for (const TotalRow& row : plan_.person_totals)
      execute(database_, kPersonTotal, row.span, row.start, row.field, row.subject, row.points,
              row.minutes, row.services);
    for (const TotalRow& row : plan_.grid_totals)
      execute(database_, kGridTotal, row.span, row.start, row.field, row.subject, row.points,
              row.minutes, row.services, row.verified);
  }

 private:
  void open(std::int64_t row, Currency currency, HolderKind kind, const base::Uuid& who,
            std::int64_t person, std::int64_t merchant, std::int64_t balance) {
    const auto bytes = base::to_bytes(who);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    execute(database_, kAccount, row, static_cast<int>(currency), static_cast<int>(kind),
            Bytes{who.none() ? std::string_view{} : text}, row_or_null(person),
            row_or_null(merchant), balance);
  }

  Transfer blank(base::TransferId id, base::Instant at, const std::string& note,
                 std::int64_t amount) const {
    Transfer transfer;
    transfer.id = id;
    transfer.position = position_ + 1;
    transfer.amount = amount;
    transfer.note = note;
    transfer.occurred_at = at;
    transfer.recorded_at = at;
    return transfer;
  }

  void post(Transfer& t, std::int64_t debit, std::int64_t credit) {
    t.previous = ledger_head_;
    t.own = chained(t.previous, ledger::canonical_bytes(t));
    ledger_head_ = t.own;
    execute(database_, kTransfer, ++seq_, t.id, t.position, static_cast<int>(t.currency), debit,
            credit, t.amount, static_cast<int>(t.reason), t.rule, t.rule_version, t.pair, t.note,
            t.occurred_at.unix_ms, t.recorded_at.unix_ms, t.previous, t.own);
  }

  JournalLink entry(const char* what, base::Instant at, std::int32_t person,
                    const std::string& note) const {
    JournalLink link;
    link.at = at.unix_ms;
    link.what = what;
    link.subject_kind = "person";
    link.subject = town_.people[person].id.uuid;
    link.note = note;
    return link;
  }

  void append(JournalLink& link, std::int64_t place) {
    link.position = ++position_;
    link.place = town_.places[place - 1].code;
    link.ledger = ledger_head_;
    const ledger::Digest own = chained(journal_head_, canonical_bytes(link));
    execute(database_, kEntry, link.position, link.at, link.what, place, link.subject_kind,
            link.subject, link.amount, link.minutes, link.rule, link.note, link.ledger,
            journal_head_, own);
    journal_head_ = own;
  }

  Database& database_;
  const app::TownData& town_;
  const BulkPlan& plan_;
  std::int64_t seq_ = 0, position_ = 0;
  ledger::Digest ledger_head_{}, journal_head_{};
};

}  // namespace

void load_ledger(Database& database, const app::TownData& town, const BulkPlan& plan,
                 const std::function<void(std::size_t done, std::size_t of)>& progress) {
  Loader loader(database, town, plan);
  loader.open_accounts();
  const std::size_t all = town.awards.size() + town.spendings.size();
  std::size_t award = 0, spending = 0;
  while (award + spending < all) {
    const bool spend_next =
        award == town.awards.size() ||
        (spending < town.spendings.size() && town.spendings[spending].at < town.awards[award].at);
    spend_next ? loader.spend(town.spendings[spending++]) : loader.award(town.awards[award++]);
    progress(award + spending, all);
  }
  loader.totals();
}

}  // namespace shanzhi::storage
