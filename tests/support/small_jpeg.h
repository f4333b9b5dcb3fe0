// A JPEG of 24 × 16 pixels as a browser writes it, and as a camera would have.
#pragma once

#include <string>
#include <string_view>

namespace shanzhi::test {

/// Planted wherever a camera writes where it was.
inline constexpr std::string_view kPlanted = "34.8511N";

/// Already clean; another picture for each number up to 16,383.
std::string small_jpeg(int which = 0);
/// Put in behind the first marker.
std::string with_segment(const std::string& jpeg, int marker, const std::string& payload);
/// The same picture with position in EXIF, XMP, IPTC, comment, thumbnails, and behind its end.
std::string camera_jpeg(int which = 0);

}  // namespace shanzhi::test
