// A short list, last come first.
#include "server/http/often_asked.h"

#include <functional>
#include <utility>

#include "server/http/compression.h"

namespace shanzhi::http {

std::shared_ptr<const std::string> OftenAsked::best(std::string_view text) {
  if (text.size() < kBytesMin || text.size() > kBytesMax) return nullptr;
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  {
    const std::lock_guard lock(mutex_);
    auto at = seen_.begin();
    while (at != seen_.end() && at->hash != hash) ++at;
    if (at == seen_.end()) {
      seen_.push_front({hash, {}, {}});
      if (seen_.size() > kTextsMax) seen_.pop_back();
      return nullptr;
    }
    seen_.splice(seen_.begin(), seen_, at);
    if (at->small) return at->text == text ? at->small : nullptr;
  }
  auto small = std::make_shared<const std::string>(compress_best(text));
  if (small->empty()) return nullptr;
  const std::lock_guard lock(mutex_);
  for (Seen& each : seen_)
    if (each.hash == hash && !each.small) each.text = text, each.small = small;
  return small;
}

}  // namespace shanzhi::http
