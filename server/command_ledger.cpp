// shanzhi verify, backup, restore.
#include <array>

#include "server/opening.h"
#include "server/storage/backup.h"

namespace shanzhi {
namespace {

std::string hex(const ledger::Digest& digest) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string out;
  for (const auto byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

void print_findings(const World& world, const storage::VerifyReport& report) {
  for (const auto& finding : report.findings)
    world.err << storage::sentence(finding, world.language == text::Language::english) << "\n";
}

void print_proof(const World& world, const storage::VerifyReport& report) {
  world.err << world.say("账本核验无误：流水 ", "The ledger holds: ") << report.transfers
            << world.say(" 笔，日志 ", " transfers, ") << report.entries
            << world.say(" 条，账户 ", " entries, ") << report.accounts
            << world.say(" 个。", " accounts.") << "\n";
  world.out << hex(report.journal_head) << "\n";
}

}  // namespace

Exit verify_ledger(const World& world, const Arguments& arguments) {
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  const auto report = storage->verify();
  if (!report.holds()) {
    print_findings(world, report);
    return Exit::failed;
  }
  print_proof(world, report);
  return Exit::done;
}

Exit back_up(const World& world, const Arguments& arguments) {
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  const std::string& file = arguments.words.front();
  if (const auto done = storage->backup(file); !done) {
    if (done.error().code == base::ErrorCode::already_exists)
      return world.fail(file + world.say(" 已经存在；备份不覆盖任何文件。",
                                         " exists; a backup overwrites nothing."));
    return world.fail(why(world, done.error()));
  }
  world.err << world.say("已备份到 ", "Backed up to ") << file << "\n";
  return Exit::done;
}

Exit restore_backup(const World& world, const Arguments& arguments) {
  const std::string file = arguments.words.front(), folder = arguments.value("data");
  const auto report = storage::restore(file, folder);
  if (!report) {
    switch (report.error().code) {
      case base::ErrorCode::already_exists:
        return world.fail(
            folder +
            world.say(
                " 里已有数据库；恢复不覆盖任何数据，请换一个空目录。",
                " holds a database already; restoring overwrites nothing, name an empty folder."));
      case base::ErrorCode::not_found:
        return world.fail(world.say("没有这个文件：", "There is no such file: ") + file);
      case base::ErrorCode::malformed:
        return world.fail(
            std::string(world.say("备份核验不通过，没有恢复：",
                                  "The backup does not verify and was not restored: ")) +
            world.say(report.error().shown2.c_str(), report.error().shown.c_str()));
      default: return world.fail(why(world, report.error()));
    }
  }
  print_proof(world, *report);
  return Exit::done;
}

}  // namespace shanzhi
