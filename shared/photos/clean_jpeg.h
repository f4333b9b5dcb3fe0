// A photograph as it may be kept: of a JPEG only what a picture needs. Browser and server clean alike, so
// that both know its identity, the hash of what is left.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace shanzhi::photos {

/// The longer side, px, that the browser scales to: a face, a heap of rubbish, a signature can be told.
inline constexpr int kScaledSideMax = 1600;
/// The longest side that is taken; beyond it a picture costs whoever opens it too much memory.
inline constexpr int kSideMax = 4096;
/// What the browser aims at, bytes: three of these wait on a telephone without trouble.
inline constexpr std::size_t kScaledBytesMax = 300 * 1024;

struct CleanPhoto {
  std::string bytes;
  int width = 0, height = 0;  ///< px
};

/// Walks the segments, checks their structure, and copies tables, frame and scans alone: no EXIF with its
/// position, no XMP, IPTC, profile, comment, thumbnail, and nothing after the end. Of the two headers that
/// say how colours are meant a bare one is written. Cleaning what is clean changes nothing. Errors:
/// unsupported_media (no JPEG, or one of a kind that browsers do not show), out_of_range (a side is
/// longer than kSideMax: `shown`), malformed (broken or cut off); all about /photo.
base::Result<CleanPhoto> clean_jpeg(std::string_view bytes);

}  // namespace shanzhi::photos
