// What a power cut leaves of a file.
#include <algorithm>
#include <set>

#include "tests/support/faulty_disk.h"

namespace shanzhi::test {

namespace {

constexpr std::int64_t kSector = 512;

void put(std::string& file, std::int64_t at, std::string_view bytes) {
  const auto end = static_cast<std::size_t>(at) + bytes.size();
  if (file.size() < end) file.resize(end);
  bytes.copy(file.data() + at, bytes.size());
}

std::int64_t size_after(std::size_t before, const std::vector<Platter::Change>& changes,
                        std::size_t count) {
  auto size = static_cast<std::int64_t>(before);
  for (std::size_t i = 0; i < count; ++i) {
    const auto& change = changes[i];
    size = change.cut()
               ? change.at
               : std::max(size, change.at + static_cast<std::int64_t>(change.bytes.size()));
  }
  return size;
}

/// One sector with the first `count` of the changes that touch it.
void change_sector(std::string& file, std::int64_t from,
                   const std::vector<Platter::Change>& changes, std::size_t count) {
  const std::int64_t end = from + kSector;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& change = changes[i];
    const auto size = static_cast<std::int64_t>(change.bytes.size());
    if (change.cut() && change.at < end) {
      const std::int64_t first = std::max(from, change.at);
      put(file, first, std::string(static_cast<std::size_t>(end - first), '\0'));
    } else if (!change.cut() && change.at < end && change.at + size > from) {
      const std::int64_t first = std::max(from, change.at), last = std::min(end, change.at + size);
      put(file, first,
          std::string_view(change.bytes)
              .substr(static_cast<std::size_t>(first - change.at),
                      static_cast<std::size_t>(last - first)));
    }
  }
}

}  // namespace

void Platter::apply(const Change& change) {
  if (change.cut()) {
    flushed.resize(static_cast<std::size_t>(change.at));
  } else {
    put(flushed, change.at, change.bytes);
  }
}

void Platter::flush() {
  for (const Change& change : unflushed) apply(change);
  unflushed.clear();
  named = true;
}

std::string Platter::after_cut(std::mt19937_64& random) const {
  if (unflushed.empty()) return flushed;
  // Some cuts lose nearly everything, some nearly nothing, most lose here and there.
  const int mood = static_cast<int>(random() % 3);
  const auto kept = [&]() -> std::size_t {
    const std::size_t some = random() % (unflushed.size() + 1);
    if (random() % 8 == 0) return some;
    return mood == 0 ? 0 : mood == 1 ? unflushed.size() : some;
  };
  std::set<std::int64_t> sectors;
  for (const Change& change : unflushed) {
    const auto size = std::max<std::int64_t>(1, static_cast<std::int64_t>(change.bytes.size()));
    const std::int64_t end =
        change.cut() ? static_cast<std::int64_t>(flushed.size()) : change.at + size;
    for (std::int64_t at = change.at / kSector * kSector; at < end; at += kSector)
      sectors.insert(at);
  }
  std::string file = flushed;
  for (const std::int64_t sector : sectors) change_sector(file, sector, unflushed, kept());
  file.resize(static_cast<std::size_t>(size_after(flushed.size(), unflushed, kept())));
  return file;
}

}  // namespace shanzhi::test
