// The double-entry ledger: transfers between accounts that are never changed, only reversed.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "shared/base/amounts.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"

namespace shanzhi::ledger {

enum class Currency : std::uint8_t { points, hours };

/// Holders of accounts. Each currency has the four system accounts; the rest belong to a person or,
/// for points spent, to the merchant that took them.
enum class HolderKind : std::uint8_t { issue, spend, expiry, correction, person, merchant };
struct Holder {
  HolderKind kind = HolderKind::issue;
  base::Uuid who;  ///< none for system accounts
  bool operator==(const Holder&) const = default;
};

/// Why a transfer happened.
enum class Reason : std::uint8_t { rule, offer, reversal, expiry, import };

/// 32 bytes of SHA-256.
using Digest = std::array<std::uint8_t, 32>;

/// One immutable movement of `amount` from `debit` to `credit` (the credit side gains). An award
/// debits issue and credits the person; a deduction debits the person and credits correction;
/// points verified at a shop debit the person and credit the merchant.
struct Transfer {
  base::TransferId id;
  std::int64_t position = 0;  ///< its place in the journal; 0 until stored
  Currency currency = Currency::points;
  Holder debit;
  Holder credit;
  std::int64_t amount = 0;  ///< centipoints or minutes, 1 … base::kTransferMax
  Reason reason = Reason::rule;
  std::string rule;  ///< rule code, for Reason::rule
  std::int32_t rule_version = 0;
  base::TransferId reverses;  ///< for Reason::reversal
  base::TransferId pair;      ///< the hours booked with the points of one award, and the reverse
  std::string note;           ///< what for, in the words of who entered it
  std::string evidence;       ///< what proves it: 签到, 照片, 文书 …
  base::UserId by;            ///< who entered it; none for the program itself
  base::Instant occurred_at;
  base::Instant recorded_at;
  Digest previous{};
  Digest own{};
};

/// The exact bytes that a transfer's hash is taken over, after `previous`: a fixed layout, described
/// in docs/ledger.md, so that a small program elsewhere can check the chain.
std::string canonical_bytes(const Transfer& transfer);

}  // namespace shanzhi::ledger
