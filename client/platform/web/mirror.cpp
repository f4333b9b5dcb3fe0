// Packs the readable tree into records for mirror.js and field.js, and sends it when it changed.
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "client/platform/web/browser.h"
#include "client/widgets/ui.h"

namespace shanzhi::platform {
namespace {

constexpr double kLeastGapMs = 200;  // five times a second is enough for any reader

struct Record {
  std::uint32_t id, key, role, state;
  std::int32_t depth, level;
  std::uint32_t count;
  float x, y, w, h;
  const char *name, *value, *describe;
  std::uint32_t active;
  float offset, extent;
  std::uint32_t spare;
};
static_assert(sizeof(Record) == 72);

struct FieldRecord {
  std::uint32_t id;
  const char *type, *name, *value, *placeholder, *describe, *autocomplete;
  float x, y, w, h, left, right, top, size;
  std::uint32_t max_length, flags;
  float line;
  std::uint32_t spare[2];
};
static_assert(sizeof(FieldRecord) == 80);

std::uint32_t g_last_hash = 0;
double g_last_ms = -1e9;
std::unordered_map<ui::Id, std::uint32_t> g_fields;  // what each field was last told

std::uint32_t hash(std::uint32_t seed, const std::string& s) {
  return ImHashStr(s.c_str(), s.size(), seed + 1);
}

std::uint32_t tree_hash(const ui::Access& tree) {
  std::uint32_t h = 0;
  for (const ui::Node& n : tree.nodes) {
    const float numbers[6] = {std::round(n.rect.x),
                              std::round(n.rect.y),
                              std::round(n.rect.w),
                              std::round(n.rect.h),
                              n.offset,
                              std::round(n.extent)};
    const std::uint32_t words[6] = {n.id,
                                    static_cast<std::uint32_t>(n.role),
                                    n.state,
                                    static_cast<std::uint32_t>(n.depth),
                                    static_cast<std::uint32_t>(n.level),
                                    static_cast<std::uint32_t>(n.count)};
    h = ImHashData(numbers, sizeof numbers, h);
    h = ImHashData(words, sizeof words, h);
    h = hash(hash(hash(h, n.name), n.value), n.describe);
  }
  return h;
}

void send_field(const ui::FieldNode& f) {
  const float k = ui::wall_scale();
  FieldRecord r{};
  r.id = f.id;
  r.type = f.type.c_str(), r.name = f.name.c_str(), r.value = f.value.c_str();
  r.placeholder = f.placeholder.c_str(), r.describe = f.describe.c_str();
  r.autocomplete = f.autocomplete.c_str();
  r.left = f.pad_left * k, r.right = f.pad_right * k, r.top = f.pad_top * k;
  r.size = f.font_size * k, r.line = std::round(f.font_size * k * 1.5f);
  r.max_length = static_cast<std::uint32_t>(f.max_length);
  r.flags = (f.disabled ? 1u : 0u) | (f.invalid ? 2u : 0u) | (f.required ? 4u : 0u);
  const float numbers[5] = {r.left, r.right, r.top, r.size, static_cast<float>(f.max_length)};
  std::uint32_t h = ImHashData(numbers, sizeof numbers, r.flags);
  for (const std::string* s :
       {&f.type, &f.name, &f.value, &f.placeholder, &f.describe, &f.autocomplete})
    h = hash(h, *s);
  const auto [at, is_new] = g_fields.try_emplace(f.id, h);
  if (!is_new && at->second == h) return;
  at->second = h;
  sz_field(&r);
}

void send_fields(const ui::Access& tree) {
  std::unordered_set<ui::Id> there;
  for (const ui::FieldNode& f : tree.fields) {
    there.insert(f.id);
    send_field(f);
  }
  for (auto at = g_fields.begin(); at != g_fields.end();) {
    if (there.count(at->first)) {
      ++at;
    } else {
      sz_field_gone(at->first);
      at = g_fields.erase(at);
    }
  }
}

void send_tree(const ui::Access& tree) {
  const float k = ui::wall_scale();
  std::vector<Record> records;
  records.reserve(tree.nodes.size());
  std::unordered_set<std::uint32_t> keys;
  for (const ui::Node& n : tree.nodes) {
    Record r{};
    r.id = n.id, r.key = n.id, r.role = static_cast<std::uint32_t>(n.role), r.state = n.state;
    while (r.key == 0 || !keys.insert(r.key).second)  // two equal texts in one place
      r.key = r.key * 16777619u + 2166136261u;
    r.depth = n.depth, r.level = n.level, r.count = static_cast<std::uint32_t>(n.count);
    r.x = n.rect.x * k, r.y = n.rect.y * k, r.w = std::round(n.rect.w * k);
    r.h = std::round(n.rect.h * k), r.offset = n.offset * k, r.extent = std::round(n.extent * k);
    r.name = n.name.c_str(), r.value = n.value.c_str(), r.describe = n.describe.c_str();
    r.active = n.active;
    records.push_back(r);
  }
  sz_mirror_sync(records.data(), static_cast<int>(records.size()));
}

}  // namespace

bool sync_mirror(double now_ms, bool at_once) {
  const ui::Access& tree = ui::access();
  const std::uint32_t h = tree_hash(tree);
  // Fields cannot wait: what is typed has to be answered in the same frame.
  send_fields(tree);
  if (h == g_last_hash) return true;
  if (!at_once && now_ms - g_last_ms < kLeastGapMs) {
    sz_wake_in(kLeastGapMs - (now_ms - g_last_ms) + 1);
    return false;
  }
  g_last_hash = h;
  g_last_ms = now_ms;
  send_tree(tree);
  return true;
}

}  // namespace shanzhi::platform
