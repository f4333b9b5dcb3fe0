// A list in order of use, and an index into it.
#include "server/storage/read/answer_cache.h"

#include <iterator>

namespace shanzhi::storage::read {

std::optional<std::string> AnswerCache::find(const std::string& key, std::int64_t position) {
  const std::lock_guard lock(mutex_);
  const auto found = index_.find(key);
  if (found == index_.end() || found->second->position != position) return std::nullopt;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->json;
}

void AnswerCache::keep(const std::string& key, std::int64_t position, const std::string& json) {
  const std::size_t bytes = key.size() + json.size();
  if (bytes > kBytesMax / 4) return;  // one answer is not to push out all others
  const std::lock_guard lock(mutex_);
  if (const auto found = index_.find(key); found != index_.end()) drop(found->second);
  while (!entries_.empty() && bytes_ + bytes > kBytesMax) drop(std::prev(entries_.end()));
  entries_.push_front({key, json, position});
  index_[key] = entries_.begin();
  bytes_ += bytes;
}

void AnswerCache::drop(std::list<Kept>::iterator entry) {
  bytes_ -= entry->key.size() + entry->json.size();
  index_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace shanzhi::storage::read
