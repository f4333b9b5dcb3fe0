// The order of the proof, and the parts of it that SQL says best.
#include "server/storage/verify.h"

#include <algorithm>
#include <array>

#include "server/storage/verify_walk.h"

namespace shanzhi::storage {

namespace {

constexpr char kIntegrity[] = "PRAGMA integrity_check(1)";
constexpr char kForeign[] = "PRAGMA foreign_key_check";

/// Each gives the key of the first wrong row; none when all is well.
struct RowCheck {
  Check check;
  const char* table;
  const char* detail;
  const char* sql;
};
// What hashes to the same as a good value, such as no identity and one of zeros. The schema's own
// checks are repeated: SQLite leaves them out of a connection that only reads.
constexpr RowCheck kRowChecks[] = {
    {Check::ledger_chain, "transfer", "holds a value that is never written", R"(
      SELECT seq FROM transfer WHERE currency NOT IN (0, 1) OR amount NOT BETWEEN 1 AND 100000000
        OR reason NOT BETWEEN 0 AND 4 OR rule_version NOT BETWEEN 0 AND 2147483647
        OR length(uuid) <> 16 OR length(previous) <> 32 OR length(own) <> 32 OR debit = credit
        OR length(reverses) <> 16 OR reverses = zeroblob(16) OR length(pair) <> 16
        OR pair = zeroblob(16) LIMIT 1)"},
    {Check::journal_chain, "journal", "holds a value that is never written", R"(
      SELECT position FROM journal WHERE role NOT BETWEEN -1 AND 9 OR length(command_id) <> 16
        OR command_id = zeroblob(16) OR length(subject) <> 16 OR subject = zeroblob(16)
        OR length(ledger_digest) <> 32 OR length(previous) <> 32 OR length(own) <> 32 LIMIT 1)"},
    {Check::accounts, "account", "holds a value that is never written", R"(
      SELECT id FROM account WHERE currency NOT IN (0, 1) OR kind NOT BETWEEN 0 AND 5
        OR who = zeroblob(16) LIMIT 1)"},
    {Check::accounts, "account", "holder and owner do not agree", R"(
      SELECT a.id FROM account a LEFT JOIN person p ON p.id = a.person_id
      LEFT JOIN merchant m ON m.id = a.merchant_id
      WHERE NOT CASE a.kind WHEN 4 THEN ifnull(p.uuid = a.who, 0) AND a.merchant_id IS NULL
        WHEN 5 THEN ifnull(m.uuid = a.who, 0) AND a.person_id IS NULL
        ELSE length(a.who) = 0 AND a.person_id IS NULL AND a.merchant_id IS NULL END LIMIT 1)"},
    {Check::reversals, "transfer", "is not the mirror of an earlier transfer", R"(
      SELECT r.seq FROM transfer r LEFT JOIN transfer o ON o.uuid = r.reverses
      WHERE (r.reverses IS NOT NULL OR r.reason = 2) AND NOT (o.seq IS NOT NULL AND o.seq < r.seq
        AND r.reason = 2 AND o.reason <> 2 AND r.debit = o.credit AND r.credit = o.debit
        AND r.amount = o.amount AND r.currency = o.currency) LIMIT 1)"},
    {Check::reversals, "transfer", "reverses what was reversed before", R"(
      SELECT max(seq) FROM transfer WHERE reverses IS NOT NULL
      GROUP BY reverses HAVING count(*) > 1 LIMIT 1)"},
    {Check::pairs, "transfer", "its pair does not name it", R"(
      SELECT t.seq FROM transfer t LEFT JOIN transfer p ON p.uuid = t.pair
      WHERE t.pair IS NOT NULL AND NOT (p.seq IS NOT NULL AND ifnull(p.pair = t.uuid, 0)
        AND p.currency <> t.currency AND p.entry = t.entry) LIMIT 1)"},
    {Check::people_sums, "household", "its sums are not those of its members", R"(
      SELECT h.id FROM household h LEFT JOIN (SELECT household_id, count(*) AS members,
        sum(balance) AS balance, sum(earned) AS earned, sum(minutes) AS minutes,
        max(last_at) AS last_at FROM person WHERE removed_by = 0 GROUP BY household_id) s
      ON s.household_id = h.id WHERE h.removed_by = 0 AND (h.members <> ifnull(s.members, 0)
        OR h.balance <> ifnull(s.balance, 0) OR h.earned <> ifnull(s.earned, 0)
        OR h.minutes <> ifnull(s.minutes, 0) OR h.last_at <> ifnull(s.last_at, 0)) LIMIT 1)"},
};

void check_file(Database& database, VerifyReport& report) {
  {
    Query query(database, kIntegrity);
    if (query.next() && query.text(0) != "ok")
      note(report, Check::file, kDatabaseFile, "", query.text(0));
  }
  Query query(database, kForeign);
  if (query.next())
    note(report, Check::file, "", query.text(0) + " " + query.text(1),
         "refers to a row of " + query.text(2) + " that there is not");
}

void check_rows(Database& database, VerifyReport& report) {
  for (const RowCheck& check : kRowChecks) {
    Query query(database, check.sql);
    if (query.next()) note(report, check.check, check.table, query.text(0), check.detail);
  }
}

struct CheckName {
  const char* chinese;
  const char* english;
};
constexpr std::array<CheckName, 13> kNames{{
    {"数据库文件损坏", "the database file is damaged"},
    {"流水账的散列链断了", "the ledger's chain breaks"},
    {"日志的散列链断了", "the journal's chain breaks"},
    {"日志与流水的数额不符", "an entry does not agree with its transfers"},
    {"账户与持有人不符", "an account does not agree with its holder"},
    {"账户余额与流水之和不符", "a balance is not the sum of its transfers"},
    {"全部余额之和不为零", "the balances of a currency do not sum to zero"},
    {"冲正不符", "a reversal does not hold"},
    {"积分与时长的配对不符", "points and hours of an award do not belong together"},
    {"居民或家户的合计不符", "the sums of a person or household are wrong"},
    {"居民榜单合计不符", "the totals of a person are wrong"},
    {"网格榜单合计不符", "the totals of a grid are wrong"},
    {"照片不符", "a photograph is not the one that was kept"},
}};

}  // namespace

void note(VerifyReport& report, Check check, const char* table, std::string row,
          std::string detail) {
  const auto same = [&](const Finding& f) { return f.check == check && f.table == table; };
  if (std::any_of(report.findings.begin(), report.findings.end(), same)) return;
  report.findings.push_back({check, table, std::move(row), std::move(detail)});
}

VerifyReport verify(Database& database) {
  VerifyReport report;
  database.run("BEGIN");
  try {
    check_file(database, report);
    Walk walk = walk_history(database, report);
    check_rows(database, report);
    check_photos(database, report);
    check_sums(database, walk, report);
  } catch (const SQLite::Exception& error) {
    note(report, Check::file, kDatabaseFile, "", error.what());
  }
  if (database.in_transaction()) database.run("ROLLBACK");
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const Finding& a, const Finding& b) { return a.check < b.check; });
  return report;
}

std::string sentence(const Finding& finding, bool english) {
  const CheckName& name = kNames[static_cast<std::size_t>(finding.check)];
  std::string text = english ? name.english : name.chinese;
  text += english ? ": " : "：";
  text += finding.table;
  if (!finding.row.empty()) text += " " + finding.row;
  return text + (english ? ", " : "，") + finding.detail;
}

}  // namespace shanzhi::storage
