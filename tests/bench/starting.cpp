// How soon the server answers after its start, what memory it takes, and the long tasks of the command
// line: the demonstration, an import of a whole roster, the proof of the ledger.
#include <fstream>
#include <random>

#include <httplib.h>

#include "server/exchange/write_table.h"
#include "tests/bench/benches.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

constexpr int kStarts = 5;
constexpr int kRosterRows = 60'000;
constexpr double kStartPromisedMs = 100, kCountyStartPromisedMs = 1000;
constexpr double kMemoryPromisedMb = 100, kCountyMemoryPromisedMb = 300;
constexpr double kImportPromisedS = 10;

/// What a morning's work asks for, so that what is kept in memory is there.
void work_a_while(const Served& served, const std::string& cookie) {
  httplib::Client client("127.0.0.1", served.port());
  client.set_read_timeout(60);
  const httplib::Headers headers{{"Cookie", cookie}};
  const auto ask = [&](const std::string& path) { client.Get("/api/v1/" + path, headers); };
  for (const char* path : {"me", "figures", "outlines", "measures", "measures?measure=volunteers",
                           "grids", "teams", "sites", "merchants", "journal", "changes?after=0"})
    ask(path);
  for (const char* list : {"people", "households"})
    for (const char* sort : {"-balance", "-earned", "-month"}) {
      ask(std::string(list) + "?sort=" + sort);
      ask(std::string(list) + "?limit=1000&sort=" + sort);
      ask(std::string(list) + "?search=zhang");
    }
  for (const char* subject : {"person", "household", "team", "grid", "village"})
    for (const char* period : {"day", "week", "month", "quarter", "year", "all"})
      for (const char* measure : {"points", "hours"})
        ask(std::string("boards?subject=") + subject + "&period=" + period + "&measure=" + measure);
}

void serve_town(Report& report, const std::string& data, double start_promised,
                double memory_promised) {
  std::vector<double> starts;
  for (int i = 0; i < kStarts; ++i) {
    const Served served(data);
    if (!served.ready()) return report.note("the server did not start");
    starts.push_back(served.start_ms());
  }
  report.at_most("start, until /readyz answers", median(starts), "ms", start_promised);
  const Served served(data);
  report.figure("memory after the start", served.memory_mb(), "MB");
  const std::string cookie = served.sign_in("town", demo_password(data));
  if (cookie.empty()) return report.note("signing in failed");
  const double ms = time_ms([&] { work_a_while(served, cookie); });
  report.figure("  some hundred first questions of all kinds", ms, "ms");
  report.at_most("memory after them", served.memory_mb(), "MB", memory_promised);
  report.figure("memory at most", served.memory_most_mb(), "MB");
}

app::Table roster(const std::string& village) {
  static const char* const kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄"};
  static const char* const kGiven[] = {"秀英", "建国", "伟", "丽", "强", "桂兰", "军", "芳"};
  app::Table table;
  table.headings = {"姓名",   "性别", "出生日期",   "手机号", "村",
                    "户编号", "户主", "与户主关系", "住址"};
  std::mt19937 random(1);
  std::string head;
  for (int i = 0; i < kRosterRows; ++i) {
    const std::string name = std::string(kSurnames[random() % 8]) + kGiven[random() % 8];
    if (i % 4 == 0) head = name;
    char born[16], phone[16], number[16];
    std::snprintf(born, sizeof born, "%d-%02d-%02d", 1940 + static_cast<int>(random() % 70),
                  1 + static_cast<int>(random() % 12), 1 + static_cast<int>(random() % 28));
    std::snprintf(phone, sizeof phone, "170%08d", i);
    std::snprintf(number, sizeof number, "H-%05d", i / 4);
    table.rows.push_back({name, i % 2 ? "女" : "男", born, phone, village, number, head,
                          i % 4 == 0 ? "户主" : "其他", std::to_string(i % 9) + "组"});
  }
  return table;
}

void import_roster(Report& report, const char* name, const std::string& bytes, const char* file) {
  const Folder folder;
  double seconds = 0;
  if (!make_town(folder.path() / "data", 500, 1, seconds)) return report.note("no town to fill");
  std::ofstream(folder.path() / file, std::ios::binary) << bytes;
  Ran ran;
  const double ms = time_ms([&] {
    ran = run_program({program(), "import", (folder.path() / file).string(), "--kind", "roster",
                       "--data", (folder.path() / "data").string()});
  });
  report.at_most(name, ms / 1000, "s", kImportPromisedS);
  if (ran.code != 0) report.note("the import failed: " + ran.out.substr(0, 300));
}

void prove(Report& report, const std::string& data) {
  Ran ran;
  const double ms = time_ms([&] { ran = run_program({program(), "verify", "--data", data}); });
  report.figure("verify: every transfer, every entry, every sum", ms / 1000, "s");
  if (ran.code != 0) report.note("verify found: " + ran.out.substr(0, 300));
}

}  // namespace

void bench_starting(Report& report) {
  report.section("A town of 60,000 people: start, memory, long tasks");
  double seconds = 0;
  const Folder folder;
  if (make_town(folder.path(), 60'000, 1, seconds))
    report.figure("making the demonstration town", seconds, "s");
  serve_town(report, demo_town(), kStartPromisedMs, kMemoryPromisedMb);
  const app::Table table = roster("康庄村");
  import_roster(report, "import of a roster of 60,000 rows, CSV", exchange::write_csv(table),
                "roster.csv");
  if (const auto book = exchange::write_xlsx(table, "花名册"); book.ok())
    import_roster(report, "import of a roster of 60,000 rows, XLSX", *book, "roster.xlsx");
  prove(report, demo_town());
}

void bench_county(Report& report) {
  report.section("A county of 1,000,000 people and 10 million transfers: start and memory");
  const std::string county = county_folder(report);
  if (county.empty()) return report.note("the county could not be made");
  serve_town(report, county, kCountyStartPromisedMs, kCountyMemoryPromisedMb);
  prove(report, county);
}

}  // namespace shanzhi::bench
