// The bytes under the hash chain. docs/ledger.md describes this layout; both change together, and
// only by a new layout number, because chains already written must stay checkable.
#include <string>
#include <string_view>

#include "shared/ledger/ledger.h"

namespace shanzhi::ledger {
namespace {

constexpr char kLayout = 1;

/// Appends values most significant byte first, texts behind their length.
class Bytes {
 public:
  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }
  void number32(std::uint32_t value) { number(value, 4); }
  void number64(std::int64_t value) { number(static_cast<std::uint64_t>(value), 8); }
  void uuid(const base::Uuid& id) {
    for (const std::uint8_t part : base::to_bytes(id)) byte(part);
  }
  void holder(const Holder& holder) {
    byte(static_cast<std::uint8_t>(holder.kind));
    uuid(holder.who);
  }
  void text(std::string_view value) {
    number32(static_cast<std::uint32_t>(value.size()));
    out_.append(value);
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::uint64_t value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
      byte(static_cast<std::uint8_t>(value >> shift));
  }

  std::string out_;
};

}  // namespace

std::string canonical_bytes(const Transfer& transfer) {
  Bytes bytes;
  bytes.byte(kLayout);
  bytes.uuid(transfer.id.uuid);
  bytes.byte(static_cast<std::uint8_t>(transfer.currency));
  bytes.holder(transfer.debit);
  bytes.holder(transfer.credit);
  bytes.number64(transfer.amount);
  bytes.byte(static_cast<std::uint8_t>(transfer.reason));
  bytes.text(transfer.rule);
  bytes.number32(static_cast<std::uint32_t>(transfer.rule_version));
  bytes.uuid(transfer.reverses.uuid);
  bytes.uuid(transfer.pair.uuid);
  bytes.text(transfer.note);
  bytes.text(transfer.evidence);
  bytes.uuid(transfer.by.uuid);
  bytes.number64(transfer.occurred_at.unix_ms);
  bytes.number64(transfer.recorded_at.unix_ms);
  return bytes.take();
}

}  // namespace shanzhi::ledger
