// Every hash is computed anew; every entry is held against the transfers that it says it wrote.
#include "server/storage/verify_walk.h"

#include <optional>

#include "server/storage/chain_rows.h"
#include "server/storage/digest.h"
#include "server/storage/ledger_store.h"

namespace shanzhi::storage {

namespace {

using ledger::Currency;
using ledger::HolderKind;
using ledger::Transfer;

constexpr char kAccounts[] =
    "SELECT id, currency, kind, who, ifnull(person_id, 0), balance FROM account";
constexpr char kRules[] = "SELECT code, version, field FROM rule";
constexpr char kOriginal[] = "SELECT occurred_at, rule, rule_version FROM transfer WHERE uuid = ?";

/// Past this many, equal keys are added up to save memory.
constexpr std::size_t kUnmergedMax = 2'000'000;

class Walker {
 public:
  Walker(Database& database, VerifyReport& report)
      : database_(database), report_(report), transfers_(database, kTransferRows) {
    load_accounts();
    Query rules(database_, kRules);
    while (rules.next())
      fields_[key(rules.text(0), rules.integer(1))] = static_cast<std::int32_t>(rules.integer(2));
    advance();
  }

  Walk walk() {
    Query journal(database_, kEntryRows);
    while (journal.next()) entry(read_entry(journal));
    if (next_)
      note(report_, Check::ledger_chain, "transfer", std::to_string(next_->seq),
           "names an entry that there is not");
    report_.accounts = static_cast<std::int64_t>(walk_.accounts.size());
    merge_totals(walk_.person_totals);
    merge_totals(walk_.grid_totals);
    return std::move(walk_);
  }

 private:
  static std::string key(const std::string& code, std::int64_t version) {
    return code + '\n' + std::to_string(version);
  }

  void load_accounts() {
    Query query(database_, kAccounts);
    while (query.next()) {
      WalkedAccount account;
      account.currency = static_cast<Currency>(query.integer(1));
      account.holder = {static_cast<HolderKind>(query.integer(2)), query.uuid(3)};
      account.person = query.integer(4);
      account.balance = query.integer(5);
      walk_.accounts[query.integer(0)] = account;
    }
  }

  // Reads the next transfer and checks its link.
  void advance() {
    next_.reset();
    if (!transfers_.next()) return;
    TransferRow stored = read_transfer(transfers_);
    const WalkedAccount &debit = walk_.accounts[stored.debit],
                        &credit = walk_.accounts[stored.credit];
    stored.transfer.debit = debit.holder;
    stored.transfer.credit = credit.holder;
    check_link(stored, debit, credit);
    next_ = std::move(stored);
  }

  void check_link(const TransferRow& stored, const WalkedAccount& debit,
                  const WalkedAccount& credit) {
    const Transfer& t = stored.transfer;
    const std::string row = std::to_string(stored.seq);
    if (stored.seq != ++report_.transfers) {
      note(report_, Check::ledger_chain, "transfer", row,
           "seq should be " + std::to_string(report_.transfers));
      report_.transfers = stored.seq;
    }
    if (t.previous != report_.ledger_head)
      note(report_, Check::ledger_chain, "transfer", row, "previous is not the hash before it");
    const ledger::Digest own = chained(t.previous, ledger::canonical_bytes(t));
    if (own != t.own)
      note(report_, Check::ledger_chain, "transfer", row, "own should be " + hex(own));
    if (debit.currency != t.currency || credit.currency != t.currency)
      note(report_, Check::accounts, "transfer", row, "an account of another currency");
    report_.ledger_head = t.own;
  }

  void entry(const EntryRow& row) {
    const JournalLink& link = row.link;
    std::int64_t amount = 0, minutes = 0;
    while (next_ && next_->transfer.position <= link.position) {
      if (next_->transfer.position != link.position)
        note(report_, Check::ledger_chain, "transfer", std::to_string(next_->seq),
             "belongs to an entry before its time");
      take(*next_, row.place, amount, minutes);
      head_ = next_->transfer.own;
      advance();
    }
    check_entry(row, amount, minutes);
  }

  void check_entry(const EntryRow& stored, std::int64_t amount, std::int64_t minutes) {
    const JournalLink& link = stored.link;
    const std::string row = std::to_string(link.position);
    if (link.position != ++report_.entries) {
      note(report_, Check::journal_chain, "journal", row,
           "position should be " + std::to_string(report_.entries));
      report_.entries = link.position;
    }
    if (stored.previous != report_.journal_head)
      note(report_, Check::journal_chain, "journal", row, "previous is not the hash before it");
    const ledger::Digest own = chained(stored.previous, canonical_bytes(link));
    if (own != stored.own)
      note(report_, Check::journal_chain, "journal", row, "own should be " + hex(own));
    if (link.ledger != head_)
      note(report_, Check::journal_chain, "journal", row, "ledger_digest should be " + hex(head_));
    if (link.amount != amount || link.minutes != minutes)
      note(report_, Check::entry_amounts, "journal", row,
           "its transfers move " + std::to_string(amount) + " centipoints and " +
               std::to_string(minutes) + " minutes");
    report_.journal_head = stored.own;
  }

  void take(const TransferRow& stored, std::int64_t grid, std::int64_t& amount,
            std::int64_t& minutes) {
    const Transfer& t = stored.transfer;
    WalkedAccount& debit = walk_.accounts[stored.debit];
    WalkedAccount& credit = walk_.accounts[stored.credit];
    debit.sum -= t.amount;
    credit.sum += t.amount;
    std::int64_t& moved = t.currency == Currency::points ? amount : minutes;
    for (WalkedAccount* side : {&debit, &credit})
      if (side->holder.kind == HolderKind::person) {
        moved += side == &credit ? t.amount : -t.amount;
        side->last_at = std::max(side->last_at, t.occurred_at.unix_ms);
      }
    count(t, debit, credit, grid);
  }

  // What boards are read from: issued to a person, or taken back; verified at a merchant, or taken back.
  void count(const Transfer& t, WalkedAccount& debit, WalkedAccount& credit, std::int64_t grid) {
    const bool back = t.reason == ledger::Reason::reversal;
    WalkedAccount& from = back ? credit : debit;
    WalkedAccount& to = back ? debit : credit;
    const std::int64_t sign = back ? -1 : 1, moved = sign * t.amount;
    const bool points = t.currency == Currency::points;
    if (from.holder.kind == HolderKind::issue && to.holder.kind == HolderKind::person) {
      const auto [day, field] = day_and_field(t);
      TotalRow row{0,
                   0,
                   field,
                   static_cast<std::int32_t>(to.person),
                   points ? moved : 0,
                   points ? 0 : moved,
                   points ? sign : 0,
                   0};
      if (points) to.earned += moved;
      add(walk_.person_totals, day, row);
      row.subject = static_cast<std::int32_t>(grid);
      add(walk_.grid_totals, day, row);
    } else if (from.holder.kind == HolderKind::person && to.holder.kind == HolderKind::merchant) {
      const auto [day, field] = day_and_field(t);
      add(walk_.grid_totals, day, {0, 0, 0, static_cast<std::int32_t>(grid), 0, 0, 0, moved});
    }
  }

  std::pair<base::CivilDate, std::int32_t> day_and_field(const Transfer& t) {
    base::Instant at = t.occurred_at;
    std::string rule = key(t.rule, t.rule_version);
    if (!t.reverses.none()) {
      Query original(database_, kOriginal, t.reverses);
      if (original.next()) {
        at = {original.integer(0)};
        rule = key(original.text(1), original.integer(2));
      }
    }
    const auto field = fields_.find(rule);
    return {base::day_of(at), field == fields_.end() ? 0 : field->second};
  }

  void add(std::vector<TotalRow>& rows, base::CivilDate day, TotalRow row) {
    for (const int span : {kSpanDay, kSpanMonth, kSpanAll}) {
      row.span = span;
      row.start = static_cast<std::int32_t>(span_start(span, day));
      rows.push_back(row);
    }
    if (rows.size() >= merge_at_) {
      merge_totals(rows);
      merge_at_ = std::max(kUnmergedMax, rows.size() * 2);
    }
  }

  Database& database_;
  VerifyReport& report_;
  Query transfers_;
  std::optional<TransferRow> next_;
  ledger::Digest head_{};
  std::unordered_map<std::string, std::int32_t> fields_;
  std::size_t merge_at_ = kUnmergedMax;
  Walk walk_;
};

}  // namespace

Walk walk_history(Database& database, VerifyReport& report) {
  return Walker(database, report).walk();
}

}  // namespace shanzhi::storage
