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

/// What is known of an answer besides its value, which stays while it is being read again, or when that
/// fails.
struct Reading {
  bool loading = false;
  bool stale = true;               ///< something happened that may have changed it
  std::optional<Trouble> trouble;  ///< of the last attempt
  std::int64_t at_ms = 0;          ///< when the value was read
  std::uint32_t revision = 0;      ///< counts the values that came
};
/// One answer with its age.
template <class V>
struct Loaded : Reading {
  std::optional<V> value;

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

/// What all shelves do alike, whatever lies on them.
class AnyShelf {
 public:
  void all_stale();
  /// Asks again at once, also after a refusal.
  void retry_all();
  void clear() { items_.clear(); }

 protected:
  /// How one kind of answer is made and read.
  struct Kind {
    std::shared_ptr<Reading> (*make)();
    bool (*read)(Reading& into, std::string_view body);  ///< false: it does not read
  };
  AnyShelf(ApiClient& api, std::size_t most, Kind kind) : api_(api), most_(most), kind_(kind) {}

  const Reading& want_any(const std::string& path);

 private:
  struct Kept {
    std::shared_ptr<Reading> loaded;
    std::string etag;
    std::int64_t next_ms = 0;
    int failures = 0;
  };
  struct Item {
    std::shared_ptr<Kept> kept;
    std::uint64_t used = 0;
  };
  void fetch(const std::string& path, const std::shared_ptr<Kept>& kept);
  void take_reply(Kept& kept, const platform::HttpReply& reply);
  void drop_oldest();

  ApiClient& api_;
  std::size_t most_;
  Kind kind_;
  std::unordered_map<std::string, Item> items_;
  std::uint64_t uses_ = 0;
};

template <class V>
class Shelf : public AnyShelf {
 public:
  explicit Shelf(ApiClient& api, std::size_t most = 48) : AnyShelf(api, most, {make, read}) {}

  /// The answer at that address; asks for it when need be. Valid until the next call on this shelf.
  const Loaded<V>& want(const std::string& path) {
    return static_cast<const Loaded<V>&>(want_any(path));
  }

 private:
  static std::shared_ptr<Reading> make() { return std::make_shared<Loaded<V>>(); }
  static bool read(Reading& into, std::string_view body) {
    V fresh{};
    const auto access = describe::access_record(fresh);
    if (!describe::read_json(body, access, describe::ReadMode::tolerant)) return false;
    static_cast<Loaded<V>&>(into).value = std::move(fresh);
    return true;
  }
};

}  // namespace shanzhi::model
