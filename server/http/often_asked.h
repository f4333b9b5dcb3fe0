// Large answers that come again and again, the map of a town above all, compressed as small as can be: that
// takes a tenth of a second and is done once, when the same text goes out for the second time.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace shanzhi::http {

/// Thread-safe. The text that came last longest ago goes first.
class OftenAsked {
 public:
  /// Smaller ones gain little; larger ones take too long.
  static constexpr std::size_t kBytesMin = 16u << 10, kBytesMax = 512u << 10, kTextsMax = 16;

  /// The text in brotli; nothing when it is new here or of another size.
  std::shared_ptr<const std::string> best(std::string_view text);

 private:
  struct Seen {
    std::uint64_t hash = 0;
    std::string text;  ///< empty until it comes again, as is `small`
    std::shared_ptr<const std::string> small;
  };

  std::mutex mutex_;
  std::list<Seen> seen_;  // last come first
};

}  // namespace shanzhi::http
