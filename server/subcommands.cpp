// The table of subcommands: names, flags, help.
#include "server/command_line.h"
#include "server/settings_sources.h"

namespace shanzhi {
namespace {

const Flag kData{"data", "DIR", "数据目录", "data folder", true};

std::vector<Flag> serve_flags() {
  std::vector<Flag> flags{kData};
  for (const SettingHelp& setting : setting_helps())
    flags.push_back({setting.flag, setting.value, setting.chinese, setting.english});
  flags.push_back({"print-config", nullptr, "列出生效的设置及其来源后退出",
                   "shows what holds and where each came from, then ends"});
  return flags;
}

std::vector<Subcommand> make_subcommands() {
  return {
      {"serve", "", 0, "提供网页和接口；收到 SIGTERM 后干净退出",
       "serves the web app and the API; SIGTERM ends it cleanly", serve_flags(), serve},
      {"demo",
       "",
       0,
       "在空目录里建一个演示镇，并列出演示账户",
       "fills an empty folder with the demonstration town and lists its accounts",
       {kData,
        {"people", "N", "居民人数，500 至 5000000，默认 60000",
         "residents, 500 to 5000000, by default 60000"},
        {"seed", "N", "随机种子：同样的种子得到同样的镇", "the same seed makes the same town"},
        {"today", "YYYY-MM-DD", "演示数据截至的前一日，默认今天",
         "activity ends the day before; today by default"},
        {"activity", "N", "活动量倍数，用于压力测试", "multiplies the awards, for load tests"}},
       make_demo},
      {"import",
       "FILE",
       1,
       "导入 XLSX、CSV 或 GeoJSON 文件；有问题的行写入旁边的文件",
       "reads an XLSX, CSV or GeoJSON file; writes the wrong rows beside it",
       {kData,
        {"kind", "KIND", "places 地区、roster 花名册、merchants 商户、teams 服务队、rules 规则",
         "places, roster, merchants, teams or rules", true},
        {"datum", "DATUM", "坐标系：wgs84（默认）、gcj02、bd09",
         "of the coordinates: wgs84 (by default), gcj02, bd09"},
        {"dry-run", nullptr, "只检查，不写入", "checks and writes nothing"}},
       import_file},
      {"export",
       "FILE",
       1,
       "导出日志，供外部核对",
       "writes the journal for outside checking",
       {kData,
        {"journal", nullptr, "导出日志（每行一条 JSON）", "the journal, one JSON line an entry"}},
       export_journal},
      {"verify",
       "",
       0,
       "核验账本：总额、余额、校验链、冲正；输出最后的校验码",
       "proves the ledger: sums, balances, chain, reversals; prints the last hash",
       {kData},
       verify_ledger},
      {"backup",
       "FILE",
       1,
       "备份到文件；服务运行时也可以",
       "copies the database to a file, also while serving",
       {kData},
       back_up},
      {"restore",
       "FILE",
       1,
       "把备份放进没有数据库的目录；不覆盖任何数据",
       "puts a backup into a folder without a database; overwrites nothing",
       {kData},
       restore_backup},
      {"user add",
       "NAME",
       1,
       "新建用户；不给密码就生成一个并显示一次",
       "makes a user; without a password one is made and shown once",
       {kData,
        {"role", "ROLE", "角色，如 village_officer", "role, such as village_officer", true},
        {"place", "CODE", "任职地区代码，默认全镇", "place of the role; the root by default"},
        {"title", "TEXT", "显示的称呼，如“周敏 镇综治中心”", "shown name and office"},
        {"person", "ID", "对应的居民", "the resident behind the user"},
        {"password-stdin", nullptr, "从标准输入读密码", "reads the password from standard input"}},
       user_add},
      {"user password",
       "NAME",
       1,
       "重设密码；不给密码就生成一个并显示一次",
       "sets a password; without one it is made and shown once",
       {kData,
        {"password-stdin", nullptr, "从标准输入读密码", "reads the password from standard input"}},
       user_password},
      {"user role",
       "NAME",
       1,
       "改角色",
       "changes the role",
       {kData,
        {"role", "ROLE", "新角色", "the new role", true},
        {"place", "CODE", "任职地区，默认不变", "place; unchanged by default"}},
       user_role},
      {"user token",
       "",
       0,
       "发一个令牌，只在标准输出显示这一次",
       "prints one bearer token on standard output and nothing else",
       {kData,
        {"role", "ROLE", "角色", "role", true},
        {"place", "CODE", "地区代码，默认全镇", "place; the root by default"},
        {"label", "TEXT", "用途", "what it is for"},
        {"expires", "DAYS", "有效天数，默认长期",
         "valid for so many days; by default until revoked"}},
       user_token},
      {"user list", "", 0, "列出用户", "lists the users", {kData}, user_list},
  };
}

}  // namespace

const std::vector<Subcommand>& subcommands() {
  static const std::vector<Subcommand> all = make_subcommands();
  return all;
}

}  // namespace shanzhi
