// shanzhi import and export.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/importing.h"
#include "server/opening.h"
#include "server/storage/journal_export.h"

namespace shanzhi {
namespace {

std::optional<std::string> read_whole(const World& world, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code trouble;
  if (!file || std::filesystem::is_directory(path, trouble)) {
    world.fail(world.say("文件打不开：", "The file cannot be opened: ") + path);
    return std::nullopt;
  }
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

/// "roster.csv" → "roster-errors.xlsx", beside it.
std::filesystem::path errors_path(const std::string& file) {
  const std::filesystem::path path(file);
  return path.parent_path() / (path.stem().string() + "-errors.xlsx");
}

void print_report(const World& world, const api::ImportReport& report) {
  world.out << (report.dry_run ? world.say("试导入：", "Dry run: ")
                               : world.say("导入：", "Import: "))
            << world.say("共 ", "rows ") << report.rows << world.say(" 行，可用 ", ", good ")
            << report.good << world.say("，新增 ", ", added ") << report.added
            << world.say("，修改 ", ", changed ") << report.changed
            << world.say("，问题 ", ", problems ") << report.problem_count << "\n";
  for (const auto& problem : report.problems)
    world.err << world.say("第 ", "row ") << problem.row << world.say(" 行 ", " ") << problem.column
              << (problem.value.empty() ? "" : " “" + problem.value + "”") << world.say("：", ": ")
              << problem.reason << "\n";
}

}  // namespace

Exit import_file(const World& world, const Arguments& arguments) {
  base::Datum datum = base::Datum::wgs84;
  if (arguments.has("datum")) {
    const auto named = describe::parse_enum<base::Datum>(arguments.value("datum"));
    if (!named)
      return world.fail(
          world.say("--datum 应是 wgs84、gcj02 或 bd09。", "--datum is wgs84, gcj02 or bd09."),
          Exit::usage);
    datum = *named;
  }
  const std::string& path = arguments.words.front();
  const auto bytes = read_whole(world, path);
  if (!bytes) return Exit::failed;
  const auto storage = open_storage(world, arguments, true);
  if (!storage) return Exit::failed;
  auto caller = storage->console();
  if (!caller) return world.fail(why(world, caller.error()));
  caller->english = world.language == text::Language::english;
  const auto imports = make_imports(world, *storage);
  const app::ImportFile file{{storage->new_id()},
                             arguments.value("kind"),
                             std::filesystem::path(path).filename().string(),
                             arguments.has("dry-run"),
                             datum,
                             *bytes};
  const auto report = imports->run(file, *caller);
  if (!report) return world.fail(why(world, report.error()));
  print_report(world, *report);
  if (report->problem_count == 0) return Exit::done;
  if (const auto marked = imports->errors_file(file.id, *caller)) {
    const auto beside = errors_path(path);
    std::ofstream(beside, std::ios::binary) << *marked;
    world.err << world.say("有问题的行已标在 ", "The wrong rows are marked in ") << beside.string()
              << "\n";
  }
  return Exit::failed;
}

Exit export_journal(const World& world, const Arguments& arguments) {
  if (!arguments.has("journal"))
    return world.fail(world.say("要导出什么？加上 --journal。", "Export what? Add --journal."),
                      Exit::usage);
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  const std::string& path = arguments.words.front();
  if (std::error_code trouble; std::filesystem::exists(path, trouble))
    return world.fail(path + world.say(" 已经存在；导出不覆盖任何文件。",
                                       " exists; an export overwrites nothing."));
  std::ofstream file(path, std::ios::binary);
  const auto count = storage::export_journal(storage->path(), file);
  if (!count) return world.fail(why(world, count.error()));
  if (!file.flush())
    return world.fail(world.say("文件写不进去：", "The file cannot be written: ") + path);
  world.err << world.say("已导出 ", "Exported ") << *count << world.say(" 行到 ", " lines to ")
            << path << "\n";
  return Exit::done;
}

}  // namespace shanzhi
