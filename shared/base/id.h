// 128-bit identities, time-ordered (UUID version 7, RFC 9562), one C++ type for each kind of thing.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace shanzhi::base {

/// The 128 bits of an identity. All zero means "none".
struct Uuid {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  bool operator==(const Uuid&) const = default;
  bool operator<(const Uuid& other) const {
    return high != other.high ? high < other.high : low < other.low;
  }
  bool none() const { return high == 0 && low == 0; }
};

/// A version 7 identity from Unix milliseconds and ten random bytes.
Uuid make_uuid7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& random);

/// Canonical text: 36 lower-case characters; empty for none.
std::string to_text(const Uuid& id);

/// Reads canonical text (either case); anything else is nullopt.
std::optional<Uuid> parse_uuid(std::string_view text);

/// Sixteen bytes, most significant first: the form in storage and in hashes.
std::array<std::uint8_t, 16> to_bytes(const Uuid& id);
Uuid uuid_from_bytes(const std::uint8_t* bytes16);

/// A Uuid that cannot be mistaken for another kind's.
template <class Tag>
struct Id {
  Uuid uuid;

  bool operator==(const Id&) const = default;
  bool operator<(const Id& other) const { return uuid < other.uuid; }
  bool none() const { return uuid.none(); }
};

using PersonId = Id<struct PersonTag>;
using HouseholdId = Id<struct HouseholdTag>;
using TeamId = Id<struct TeamTag>;
using SiteId = Id<struct SiteTag>;
using MerchantId = Id<struct MerchantTag>;
using TransferId = Id<struct TransferTag>;
using UserId = Id<struct UserTag>;
using CommandId = Id<struct CommandTag>;
using ImportId = Id<struct ImportTag>;
using TokenId = Id<struct TokenTag>;
using AlarmId = Id<struct AlarmTag>;

}  // namespace shanzhi::base

template <>
struct std::hash<shanzhi::base::Uuid> {
  std::size_t operator()(const shanzhi::base::Uuid& id) const noexcept {
    return static_cast<std::size_t>((id.low ^ (id.high * 0x9E3779B97F4A7C15ull)));
  }
};
template <class Tag>
struct std::hash<shanzhi::base::Id<Tag>> {
  std::size_t operator()(const shanzhi::base::Id<Tag>& id) const noexcept {
    return std::hash<shanzhi::base::Uuid>{}(id.uuid);
  }
};
