// ITU-T T.81: markers, and which of their segments a decoder needs. Entropy-coded data is copied as it is
// up to the next marker.
#include "shared/photos/clean_jpeg.h"

#include <algorithm>
#include <cstdint>

namespace shanzhi::photos {
namespace {

using base::ErrorCode;
using std::size_t;

enum Marker : std::uint8_t {
  kTemporary = 0x01,
  kBaseline = 0xC0,
  kProgressive = 0xC2,
  kHuffman = 0xC4,
  kFirstRestart = 0xD0,
  kStart = 0xD8,
  kEnd = 0xD9,
  kScan = 0xDA,
  kQuantization = 0xDB,
  kRestartInterval = 0xDD,
  kFirstApplication = 0xE0,
  kAdobe = 0xEE,
  kLastApplication = 0xEF,
  kComment = 0xFE,
};

/// Cameras write one or ten; a thousand scans of one picture are made to keep a decoder busy.
constexpr int kScansMax = 40;
/// Of tables a photograph needs a few hundred bytes for each scan.
constexpr size_t kTableBytesMax = 64 * 1024;
constexpr size_t kQuantizers = 64;
/// All of a literal, zeros too.
template <size_t n>
constexpr std::string_view whole(const char (&literal)[n]) {
  return {literal, n - 1};
}
/// Version, no unit, density 1 × 1, no thumbnail.
constexpr std::string_view kBareJfif =
    whole("\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00");
/// Version 100 and no flags; how colours are coded follows.
constexpr std::string_view kBareAdobe = whole(
    "\xFF\xEE\x00\x0E"
    "Adobe\x00\x64\x00\x00\x00\x00");
static_assert(kBareJfif.size() == 18 && kBareAdobe.size() == 15);

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  base::Result<CleanPhoto> run() {
    if (bytes_.size() < 4 || byte(0) != 0xFF || byte(1) != kStart || byte(2) != 0xFF)
      return {ErrorCode::unsupported_media, "/photo"};
    at_ = 2;
    while (!refused_ && !ended_) segment();
    if (refused_) return base::Error{*refused_, "/photo", shown_, {}};
    if (scans_ == 0) return {ErrorCode::malformed, "/photo"};
    std::string clean{"\xFF\xD8"};
    if (jfif_) clean += kBareJfif;
    if (adobe_) (clean += kBareAdobe) += *adobe_;
    (clean += kept_) += "\xFF\xD9";
    return CleanPhoto{std::move(clean), width_, height_};
  }

 private:
  std::uint8_t byte(size_t at) const { return static_cast<std::uint8_t>(bytes_[at]); }
  void refuse(ErrorCode code) { refused_ = code; }
  void broken() { refuse(ErrorCode::malformed); }

  void segment() {
    if (at_ + 1 >= bytes_.size() || byte(at_) != 0xFF) return broken();
    while (at_ < bytes_.size() && byte(at_) == 0xFF) ++at_;  // any number may fill
    if (at_ >= bytes_.size()) return broken();
    const std::uint8_t marker = byte(at_++);
    if (marker == kEnd) {
      ended_ = true;
      return;
    }
    if (marker == kTemporary) return;
    if (bytes_.size() - at_ < 2) return broken();
    const size_t length = static_cast<size_t>(byte(at_)) << 8 | byte(at_ + 1);
    if (length < 2 || length > bytes_.size() - at_) return broken();
    const std::string_view payload = bytes_.substr(at_ + 2, length - 2);
    at_ += length;
    take(marker, payload);
  }

  void take(std::uint8_t marker, std::string_view payload) {
    if (marker >= kFirstApplication && marker <= kLastApplication)
      return application(marker, payload);
    switch (marker) {
      case kComment: return;
      case kQuantization: return keep_table(marker, payload, quantizers_fit(payload));
      case kHuffman: return keep_table(marker, payload, huffman_fits(payload));
      case kRestartInterval: return keep_table(marker, payload, payload.size() == 2);
      case kScan: return scan(payload);
      default: break;
    }
    if (marker < kBaseline || marker > kProgressive) return refuse(ErrorCode::unsupported_media);
    frame(marker, payload);
  }

  // What each holds besides is left behind: density, thumbnail, flags.
  void application(std::uint8_t marker, std::string_view payload) {
    if (marker == kFirstApplication && payload.substr(0, 5) == std::string_view("JFIF\0", 5))
      jfif_ = true;
    if (marker != kAdobe || payload.size() < 12 || payload.substr(0, 5) != "Adobe") return;
    if (static_cast<std::uint8_t>(payload[11]) > 2) return broken();
    adobe_ = payload[11];
  }

  void keep(std::uint8_t marker, std::string_view payload) {
    const size_t length = payload.size() + 2;
    kept_ += '\xFF';
    kept_ += static_cast<char>(marker);
    kept_ += static_cast<char>(length >> 8);
    kept_ += static_cast<char>(length & 0xFF);
    kept_ += payload;
  }

  void keep_table(std::uint8_t marker, std::string_view payload, bool fits) {
    table_bytes_ += payload.size();
    if (!fits || table_bytes_ > kTableBytesMax) return broken();
    keep(marker, payload);
  }

  static bool quantizers_fit(std::string_view rest) {
    while (!rest.empty()) {
      const auto head = static_cast<std::uint8_t>(rest.front());
      const size_t size = 1 + kQuantizers * (head >> 4 == 0 ? 1 : 2);
      if (head >> 4 > 1 || (head & 15) > 3 || rest.size() < size) return false;
      rest.remove_prefix(size);
    }
    return true;
  }

  static bool huffman_fits(std::string_view rest) {
    while (!rest.empty()) {
      const auto head = static_cast<std::uint8_t>(rest.front());
      if (head >> 4 > 1 || (head & 15) > 3 || rest.size() < 17) return false;
      size_t codes = 0;
      for (size_t i = 1; i <= 16; ++i) codes += static_cast<std::uint8_t>(rest[i]);
      if (codes > 256 || rest.size() < 17 + codes) return false;
      rest.remove_prefix(17 + codes);
    }
    return true;
  }

  void frame(std::uint8_t marker, std::string_view payload) {
    if (frame_parts_ != 0 || payload.size() < 6) return broken();
    const auto at = [&](size_t i) { return static_cast<std::uint8_t>(payload[i]); };
    frame_parts_ = at(5);
    if (at(0) != 8 || (frame_parts_ != 1 && frame_parts_ != 3))
      return refuse(ErrorCode::unsupported_media);  // twelve bits, CMYK: browsers differ
    if (payload.size() != 6 + 3 * frame_parts_) return broken();
    height_ = at(1) << 8 | at(2);
    width_ = at(3) << 8 | at(4);
    if (width_ == 0 || height_ == 0) return broken();
    if (std::max(width_, height_) > kSideMax) {
      shown_ = std::to_string(kSideMax);
      return refuse(ErrorCode::out_of_range);
    }
    for (size_t part = 0; part < frame_parts_; ++part) {
      const std::uint8_t sampling = at(7 + 3 * part);
      const int across = sampling >> 4, down = sampling & 15;
      if (across < 1 || across > 4 || down < 1 || down > 4 || at(8 + 3 * part) > 3) return broken();
    }
    keep(marker, payload);
  }

  void scan(std::string_view payload) {
    if (frame_parts_ == 0 || ++scans_ > kScansMax || payload.empty()) return broken();
    const auto parts = static_cast<std::uint8_t>(payload[0]);
    if (parts < 1 || parts > frame_parts_) return broken();
    if (payload.size() != 4 + 2 * static_cast<size_t>(parts)) return broken();
    keep(kScan, payload);
    const size_t from = at_;
    while (at_ + 1 < bytes_.size() && !(byte(at_) == 0xFF && ends_data(byte(at_ + 1)))) ++at_;
    if (at_ + 1 >= bytes_.size()) return broken();
    if (at_ == from) return broken();
    kept_ += bytes_.substr(from, at_ - from);
  }

  // A stuffed zero and the restart markers belong to the data.
  static bool ends_data(std::uint8_t next) {
    return next != 0 && !(next >= kFirstRestart && next < kStart);
  }

  std::string_view bytes_;
  std::string kept_, shown_;
  std::optional<ErrorCode> refused_;
  std::optional<char> adobe_;
  size_t at_ = 0, table_bytes_ = 0, frame_parts_ = 0;
  int width_ = 0, height_ = 0, scans_ = 0;
  bool jfif_ = false, ended_ = false;
};

}  // namespace

base::Result<CleanPhoto> clean_jpeg(std::string_view bytes) {
  return Walk(bytes).run();
}

}  // namespace shanzhi::photos
