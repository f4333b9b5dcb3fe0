// Bounds of what the fields of commands may hold, each with its reason. Forms and storage obey the same.
#pragma once

#include <cstdint>

namespace shanzhi::api {

/// The longest registered Chinese names of people and shops are under 40 characters.
inline constexpr std::int64_t kNameMax = 40;
/// A note is a sentence or two; longer belongs in a document.
inline constexpr std::int64_t kNoteMax = 200;
/// "错" alone explains nothing.
inline constexpr std::int64_t kReasonMin = 2;
inline constexpr std::int64_t kReasonMax = 200;
inline constexpr std::int64_t kAddressMax = 80;
inline constexpr std::int64_t kTagsMax = 120;
inline constexpr std::int64_t kCodeMax = 32;
inline constexpr std::int64_t kPhoneMax = 20;
/// Sixteen hours, the most that one person may book for one day (rules::kServiceMinutesPerDayMax).
inline constexpr std::int64_t kMinutesMax = 960;
inline constexpr std::int64_t kPasswordMin = 8;
/// Bounds the work of hashing.
inline constexpr std::int64_t kPasswordMax = 128;
inline constexpr std::int64_t kMembersMax = 500;
/// Before, after, and who did it.
inline constexpr std::int64_t kPhotosMax = 3;
/// Ten years.
inline constexpr std::int64_t kTokenDaysMax = 3650;
/// China with its islands; also catches longitude and latitude exchanged.
inline constexpr std::int64_t kLongitudeMin = 73;
inline constexpr std::int64_t kLongitudeMax = 136;
inline constexpr std::int64_t kLatitudeMin = 3;
inline constexpr std::int64_t kLatitudeMax = 54;
inline constexpr std::int64_t kSearchMax = 64;
/// Cursors are the server's own; this only bounds what is decoded.
inline constexpr std::int64_t kCursorMax = 512;

}  // namespace shanzhi::api
