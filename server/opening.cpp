// Data folders, and sentences on what went wrong with them.
#include "server/opening.h"

#include <charconv>
#include <filesystem>

namespace shanzhi {

std::string why(const World& world, const base::Error& error) {
  std::string out = text::sentence(error, world.language);
  if (error.code == base::ErrorCode::storage_failed && !error.shown.empty())
    out += " (" + error.shown + ")";
  return out;
}

std::string why_closed(const World& world, const std::string& folder, const base::Error& error) {
  switch (error.code) {
    case base::ErrorCode::in_use:
      return folder +
             world.say(" 正由另一个服务使用；请先停止它，或换一个数据目录。",
                       " is used by another server; stop that one first, or name another folder.");
    case base::ErrorCode::out_of_range:
      return folder +
             world.say(" 由更新版本的程序写成；请用新版本打开。",
                       " was written by a newer program; open it with that one.") +
             " (" + error.shown + " > " + error.shown2 + ")";
    default: return folder + world.say(" 打不开：", " cannot be opened: ") + why(world, error);
  }
}

std::unique_ptr<storage::Storage> open_storage(const World& world, const Arguments& arguments,
                                               bool create) {
  const std::string folder = arguments.value("data");
  std::error_code trouble;
  if (!create &&
      !std::filesystem::exists(std::filesystem::path(folder) / storage::kDatabaseFile, trouble)) {
    world.fail(folder +
               world.say(" 里没有数据库；先用 shanzhi demo 或 shanzhi serve 建一个。",
                         " holds no database; make one with shanzhi demo or shanzhi serve."));
    return nullptr;
  }
  storage::OpenOptions options;
  options.folder = folder;
  options.clock = &world.clock;
  options.random = world.random;
  options.on_failure = [&world](const std::string& reason) { world.fail(reason); };
  options.on_defect = [&world](const std::string& what) { world.fail(what); };
  auto opened = storage::Storage::open(std::move(options));
  if (!opened) {
    world.fail(why_closed(world, folder, opened.error()));
    return nullptr;
  }
  return std::move(*opened);
}

std::optional<std::int64_t> number_of(const World& world, const Arguments& arguments,
                                      const std::string& flag, std::int64_t fallback,
                                      std::int64_t low, std::int64_t high) {
  if (!arguments.has(flag)) return fallback;
  const std::string given = arguments.value(flag);
  std::int64_t number = 0;
  const auto [end, trouble] = std::from_chars(given.data(), given.data() + given.size(), number);
  if (trouble == std::errc{} && end == given.data() + given.size() && number >= low &&
      number <= high)
    return number;
  world.fail("--" + flag + world.say(" 应是 ", " is a whole number from ") + std::to_string(low) +
             world.say(" 到 ", " to ") + std::to_string(high) + world.say(" 之间的整数。", "."));
  return std::nullopt;
}

std::optional<api::Role> role_of(const World& world, const Arguments& arguments) {
  const auto role = describe::parse_enum<api::Role>(arguments.value("role"));
  if (role) return role;
  std::string all;
  for (const char* name : describe::EnumNames<api::Role>::values)
    all += std::string(all.empty() ? "" : ", ") + name;
  world.fail(world.say("--role 应是其中之一：", "--role is one of: ") + all);
  return std::nullopt;
}

}  // namespace shanzhi
