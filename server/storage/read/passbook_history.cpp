// Reads movements, and the full lines of the page that is shown.
#include "server/storage/read/passbook_history.h"

#include <algorithm>

#include "shared/describe/describe.h"

namespace shanzhi::storage::read {
namespace {

using ledger::HolderKind;
using ledger::Reason;

const std::string kGained =
    "SELECT t.seq, t.amount, t.occurred_at, o.kind FROM person p JOIN account a ON a.person_id = "
    "p.id"
    " JOIN transfer t ON t.credit = a.id JOIN account o ON o.id = t.debit"
    " WHERE a.currency = 0 AND a.kind = 4 AND ";
const std::string kGiven =
    "SELECT t.seq, -t.amount, t.occurred_at, o.kind FROM person p JOIN account a ON a.person_id = "
    "p.id"
    " JOIN transfer t ON t.debit = a.id JOIN account o ON o.id = t.credit"
    " WHERE a.currency = 0 AND a.kind = 4 AND ";

const std::string kLine =
    "SELECT t.uuid, t.occurred_at, t.recorded_at, t.reason, t.rule, t.rule_version, t.note,"
    " t.evidence, t.reverses, t.own, coalesce(ru.name, ''), coalesce(ru.field, -1),"
    " coalesce(h.amount, 0), coalesce(u.title, ''), coalesce(u.name, ''), p.uuid, p.name,"
    " coalesce(me.name, ''), EXISTS (SELECT 1 FROM transfer x WHERE x.reverses = t.uuid),"
    " (SELECT group_concat(lower(hex(ph.id))) FROM"
    " (SELECT id FROM photo WHERE entry = t.entry ORDER BY number) ph)"
    " FROM transfer t JOIN account d ON d.id = t.debit JOIN account c ON c.id = t.credit"
    " LEFT JOIN person p ON p.id = coalesce(c.person_id, d.person_id)"
    " LEFT JOIN merchant me ON me.id = coalesce(c.merchant_id, d.merchant_id)"
    " LEFT JOIN transfer h ON h.uuid = t.pair"
    " LEFT JOIN rule ru ON ru.code = t.rule AND ru.version = t.rule_version"
    " LEFT JOIN user u ON u.id = t.user_id WHERE t.seq = ?";

void read_side(Snapshot& snapshot, const std::string& sql, std::int64_t value,
               std::vector<Movement>& out) {
  Rows rows(snapshot, sql, value);
  while (rows.next()) {
    const auto other = static_cast<HolderKind>(rows.integer(3));
    Movement& m = out.emplace_back();
    m.seq = rows.integer(0);
    m.amount = rows.integer(1);
    m.occurred_at = rows.integer(2);
    m.spending = other == HolderKind::merchant || other == HolderKind::spend;
  }
}

std::vector<std::string> parted(const std::string& list) {
  std::vector<std::string> out;
  for (std::size_t from = 0; from <= list.size();) {
    const std::size_t comma = std::min(list.find(',', from), list.size());
    out.push_back(list.substr(from, comma - from));
    from = comma + 1;
  }
  return out;
}

}  // namespace

api::PassbookLine line_of(Reading& r, const Movement& movement, bool may_reverse) {
  api::PassbookLine line;
  Rows rows(r.snapshot, kLine, movement.seq);
  if (!rows.next()) return line;
  const auto reason = static_cast<Reason>(rows.integer(3));
  line.transfer = rows.uuid_text(0);
  line.occurred_at = instant_text(rows.integer(1));
  line.recorded_at = instant_text(rows.integer(2));
  line.reason = describe::name_of(reason);
  line.rule = rows.text(4);
  line.rule_version = rows.integer(5);
  line.note = rows.text(6);
  line.evidence = rows.text(7);
  line.reverses = rows.uuid_text(8);
  line.hash = rows.hex(9);
  line.rule_name = rows.text(10);
  if (rows.integer(11) >= 0)
    line.field = describe::name_of(static_cast<rules::ServiceField>(rows.integer(11)));
  line.minutes = reason == Reason::reversal ? -rows.integer(12) : rows.integer(12);
  line.by = rows.text(13).empty() ? rows.text(14) : rows.text(13);
  line.person = rows.uuid_text(15);
  line.person_name = rows.text(16);
  line.merchant = rows.text(17);
  line.reversed = rows.integer(18) != 0;
  if (!rows.null(19)) line.photos = parted(rows.text(19));
  line.amount = movement.amount;
  line.balance = movement.balance;
  line.can_reverse = may_reverse && !line.reversed && reason != Reason::reversal;
  return line;
}

std::vector<Movement> history_of(Snapshot& snapshot, const std::string& where, std::int64_t value) {
  std::vector<Movement> history;
  read_side(snapshot, kGained + where, value, history);
  read_side(snapshot, kGiven + where, value, history);
  std::sort(history.begin(), history.end(),
            [](const Movement& a, const Movement& b) { return a.seq < b.seq; });
  std::int64_t balance = 0;
  for (Movement& m : history) m.balance = balance += m.amount;
  return history;
}

std::vector<api::PassbookLine> lines_of(Reading& r, const std::vector<Movement>& history,
                                        std::int64_t before, std::int64_t limit, bool may_reverse,
                                        std::string& next) {
  auto end = history.end();
  if (before != 0)
    end = std::lower_bound(history.begin(), history.end(), before,
                           [](const Movement& m, std::int64_t seq) { return m.seq < seq; });
  std::vector<api::PassbookLine> lines;
  for (auto at = end; at != history.begin();) {
    if (static_cast<std::int64_t>(lines.size()) == limit) {
      next = std::to_string(at->seq);
      break;
    }
    --at;
    lines.push_back(line_of(r, *at, may_reverse));
  }
  return lines;
}

}  // namespace shanzhi::storage::read
