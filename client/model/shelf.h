// Answers of queries as they were last read: asked for by address, fetched when absent or out of date,
// shown while a newer one is on its way.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "client/model/api_client.h"
#include "shared/describe/json.h"

namespace shanzhi::model {

/// One answer with its age. A value stays while it is being read again, or when that fails.
template <class V>
struct Loaded {
  std::optional<V> value;
  bool loading = false;
  bool stale = true;               ///< something happened that may have changed it
  std::optional<Trouble> trouble;  ///< of the last attempt
  std::int64_t at_ms = 0;          ///< when the value was read
  std::uint32_t revision = 0;      ///< counts the values that came

  explicit operator bool() const { return value.has_value(); }
  const V& operator*() const { return *value; }
  const V* operator->() const { return &*value; }
  /// Has it failed, with nothing to show?
  bool failed() const { return !value && !loading && trouble.has_value(); }
};

/// How long after a network failure the next attempt may be made: 2 s, doubling to a minute.
std::int64_t retry_delay_ms(int failures);
/// An answer is read again no sooner than this after it came, however much happens.
inline constexpr std::int64_t kRefreshMsMin = 500;

template <class V>
class Shelf {
 public:
  Shelf(ApiClient& api, std::size_t most = 48) : api_(api), most_(most) {}

  /// The answer at that address; asks for it when need be. Valid until the next call on this shelf.
  const Loaded<V>& want(const std::string& path) {
    Item& item = items_[path];
    if (!item.kept) item.kept = std::make_shared<Kept>();
    item.used = ++uses_;
    Kept& kept = *item.kept;
    const std::int64_t now = api_.now_ms();
    if (!kept.loaded.loading && kept.loaded.stale) {
      if (now >= kept.next_ms)
        fetch(path, item.kept);
      else
        api_.look_again_at(kept.next_ms);
    }
    if (items_.size() > most_) drop_oldest();
    return kept.loaded;
  }
  void all_stale() {
    for (auto& [path, item] : items_) item.kept->loaded.stale = true;
  }
  /// Asks again at once, also after a refusal.
  void retry_all() {
    for (auto& [path, item] : items_) item.kept->loaded.stale = true, item.kept->next_ms = 0;
  }
  void clear() { items_.clear(); }

 private:
  struct Kept {
    Loaded<V> loaded;
    std::string etag;
    std::int64_t next_ms = 0;
    int failures = 0;
  };
  struct Item {
    std::shared_ptr<Kept> kept;
    std::uint64_t used = 0;
  };

  void fetch(const std::string& path, const std::shared_ptr<Kept>& kept) {
    kept->loaded.loading = true;
    kept->loaded.stale = false;
    api_.get(path, kept->etag,
             [this, kept](const platform::HttpReply& reply) { take_reply(*kept, reply); });
  }
  void take_reply(Kept& kept, const platform::HttpReply& reply) {
    const std::int64_t now = api_.now_ms();
    kept.loaded.loading = false;
    kept.next_ms = now + kRefreshMsMin;
    if (reply.status == 304) {
      kept.failures = 0;
      kept.loaded.trouble.reset();
      kept.loaded.at_ms = now;
      return;
    }
    if (reply.status == 200) {
      auto read = describe::from_answer<V>(reply.body);
      if (read) {
        kept.failures = 0;
        kept.loaded.trouble.reset();
        kept.loaded.value = std::move(*read);
        kept.loaded.at_ms = now;
        kept.loaded.revision++;
        kept.etag = reply.etag;
        return;
      }
    }
    kept.loaded.trouble = trouble_of(reply, api_.language());
    if (!kept.loaded.trouble->network()) return;  // refused: asking again would not help
    kept.loaded.stale = true;
    kept.next_ms = now + retry_delay_ms(kept.failures++);
  }
  void drop_oldest() {
    auto oldest = items_.end();
    for (auto at = items_.begin(); at != items_.end(); ++at)
      if (oldest == items_.end() || at->second.used < oldest->second.used) oldest = at;
    if (oldest != items_.end()) items_.erase(oldest);
  }

  ApiClient& api_;
  std::size_t most_;
  std::unordered_map<std::string, Item> items_;
  std::uint64_t uses_ = 0;
};

}  // namespace shanzhi::model
