// Finished answers by position: what many ask again before anything happened.
#pragma once

#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace shanzhi::storage::read {

/// Least recently used goes first. Thread-safe.
class AnswerCache {
 public:
  static constexpr std::size_t kBytesMax = 16u << 20;

  /// The answer, if it is of just that position.
  std::optional<std::string> find(const std::string& key, std::int64_t position);
  void keep(const std::string& key, std::int64_t position, const std::string& json);

 private:
  struct Kept {
    std::string key, json;
    std::int64_t position = 0;
  };
  void drop(std::list<Kept>::iterator entry);

  std::mutex mutex_;
  std::list<Kept> entries_;  // most recently used first
  std::unordered_map<std::string, std::list<Kept>::iterator> index_;
  std::size_t bytes_ = 0;
};

}  // namespace shanzhi::storage::read
