#include "shared/ledger/ledger.h"

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <set>
#include <string>

using namespace shanzhi;

namespace {

base::Uuid numbered(int number) {
  return *base::parse_uuid("019ab5f0-7a00-7000-8000-00000000000" + std::to_string(number));
}

/// The example of docs/ledger.md.
ledger::Transfer example() {
  ledger::Transfer transfer;
  transfer.id = {numbered(1)};
  transfer.credit = {ledger::HolderKind::person, numbered(2)};
  transfer.amount = 200;
  transfer.rule = "CJ-03";
  transfer.rule_version = 2;
  transfer.pair = {numbered(4)};
  transfer.note = "打扫院落";
  transfer.evidence = "照片";
  transfer.by = {numbered(3)};
  transfer.occurred_at = *base::parse_instant("2026-11-21T15:00:00+08:00");
  transfer.recorded_at = *base::parse_instant("2026-11-22T09:41:00.250+08:00");
  return transfer;
}

std::string hex(const std::string& bytes) {
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace

TEST_CASE("the bytes of the example in docs/ledger.md are those printed there") {
  CHECK(hex(ledger::canonical_bytes(example())) ==
        "01019ab5f07a0070008000000000000001000000000000000000000000000000"
        "00000004019ab5f07a007000800000000000000200000000000000c800000000"
        "05434a2d30330000000200000000000000000000000000000000019ab5f07a00"
        "700080000000000000040000000ce68993e689abe999a2e890bd00000006e785"
        "a7e78987019ab5f07a0070008000000000000003000001a1fce79d80000001a2"
        "00e9ecda");
}

TEST_CASE("a change of any part of a transfer changes its bytes") {
  using Transfer = ledger::Transfer;
  const std::function<void(Transfer&)> changes[] = {
      [](Transfer&) {},
      [](Transfer& t) { t.id.uuid.low ^= 1; },
      [](Transfer& t) { t.currency = ledger::Currency::hours; },
      [](Transfer& t) { t.debit.kind = ledger::HolderKind::correction; },
      [](Transfer& t) { t.debit.who.high = 1; },
      [](Transfer& t) { t.credit.kind = ledger::HolderKind::merchant; },
      [](Transfer& t) { t.credit.who.low ^= 1; },
      [](Transfer& t) { t.amount = 201; },
      [](Transfer& t) { t.reason = ledger::Reason::import; },
      [](Transfer& t) { t.rule = "CJ-04"; },
      [](Transfer& t) { t.rule_version = 3; },
      [](Transfer& t) { t.reverses.uuid.low = 1; },
      [](Transfer& t) { t.pair.uuid.low = 1; },
      [](Transfer& t) { t.note.clear(); },
      [](Transfer& t) { t.evidence += "1"; },
      [](Transfer& t) { t.note += t.evidence[0], t.evidence.erase(0, 1); },  // moved, not changed
      [](Transfer& t) { t.by = {}; },
      [](Transfer& t) { t.occurred_at.unix_ms += 1; },
      [](Transfer& t) { t.recorded_at.unix_ms += 1; },
  };
  std::set<std::string> seen;
  for (const auto& change : changes) {
    Transfer transfer = example();
    change(transfer);
    CHECK(seen.insert(ledger::canonical_bytes(transfer)).second);
  }
}

TEST_CASE("the place in the journal and the hashes themselves are not under the hash") {
  ledger::Transfer transfer = example();
  transfer.position = 77;
  transfer.previous.fill(1);
  transfer.own.fill(2);
  CHECK(ledger::canonical_bytes(transfer) == ledger::canonical_bytes(example()));
}
