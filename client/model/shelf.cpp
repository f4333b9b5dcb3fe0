// Asking, keeping and asking again.
#include "client/model/shelf.h"

namespace shanzhi::model {

const Reading& AnyShelf::want_any(const std::string& path) {
  Item& item = items_[path];
  if (!item.kept) {
    item.kept = std::make_shared<Kept>();
    item.kept->loaded = kind_.make();
  }
  item.used = ++uses_;
  const std::shared_ptr<Kept> kept = item.kept;
  const std::int64_t now = api_.now_ms();
  if (!kept->loaded->loading && kept->loaded->stale) {
    if (now >= kept->next_ms)
      fetch(path, kept);
    else
      api_.look_again_at(kept->next_ms);
  }
  if (items_.size() > most_) drop_oldest();
  return *kept->loaded;
}

void AnyShelf::all_stale() {
  for (auto& [path, item] : items_) item.kept->loaded->stale = true;
}

void AnyShelf::retry_all() {
  for (auto& [path, item] : items_) item.kept->loaded->stale = true, item.kept->next_ms = 0;
}

void AnyShelf::fetch(const std::string& path, const std::shared_ptr<Kept>& kept) {
  kept->loaded->loading = true;
  kept->loaded->stale = false;
  api_.get(path, kept->etag,
           [this, kept](const platform::HttpReply& reply) { take_reply(*kept, reply); });
}

void AnyShelf::take_reply(Kept& kept, const platform::HttpReply& reply) {
  const std::int64_t now = api_.now_ms();
  Reading& loaded = *kept.loaded;
  loaded.loading = false;
  kept.next_ms = now + kRefreshMsMin;
  const bool came = reply.status == 200 && kind_.read(loaded, reply.body);
  if (came || reply.status == 304) {
    loaded.trouble.reset();
    loaded.at_ms = reply.seen_ms != 0 ? reply.seen_ms : now;
    if (came) loaded.revision++, kept.etag = reply.etag;
    if (reply.seen_ms == 0) {
      kept.failures = 0;
      return;
    }
    // Kept on this device: it is shown, and asked for again as after a failure.
    loaded.stale = true;
    kept.next_ms = now + retry_delay_ms(kept.failures++);
    return;
  }
  loaded.trouble = trouble_of(reply, api_.language());
  if (!loaded.trouble->network()) return;  // refused: asking again would not help
  loaded.stale = true;
  kept.next_ms = now + retry_delay_ms(kept.failures++);
}

void AnyShelf::drop_oldest() {
  auto oldest = items_.end();
  for (auto at = items_.begin(); at != items_.end(); ++at)
    if (oldest == items_.end() || at->second.used < oldest->second.used) oldest = at;
  if (oldest != items_.end()) items_.erase(oldest);
}

}  // namespace shanzhi::model
