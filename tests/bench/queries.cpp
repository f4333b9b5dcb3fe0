// Query times: of the town in the daily run; of a county of a million people beside it when asked.
#include <cstdlib>
#include <filesystem>

#include "tests/bench/benches.h"
#include "tests/bench/read_timing.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

constexpr const char* kTown = "371702106";
constexpr const char* kCounty = "371702";
constexpr int kRuns = 5;
constexpr std::int64_t kCountyPeople = 1'000'000;
constexpr std::int64_t kCountyActivity = 4;  ///< about ten million transfers
constexpr double kGrowthPromised = 2;
/// Below this a ratio says more of the machine than of the program.
constexpr double kTinyMs = 1;
/// An answer this many times as long is another answer.
constexpr double kSameAnswer = 1.5;

void refusals(Report& report, const Timings& timings) {
  for (const auto& [name, timing] : timings.of)
    if (!timing.trouble.empty()) report.note(name + " was refused: " + timing.trouble);
}

void compare(Report& report, const Timings& small, const Timings& large) {
  for (const std::string& name : large.names) {
    const auto before = small.of.find(name);
    const Timing& now = large.of.at(name);
    report.figure(name, now.ms, "ms");
    if (before == small.of.end() || before->second.ms <= 0) continue;
    const Timing& then = before->second;
    const double ratio = now.ms / then.ms;
    const bool longer =
        static_cast<double>(now.bytes) > kSameAnswer * static_cast<double>(then.bytes);
    if (longer)
      report.figure("  answer's growth",
                    static_cast<double>(now.bytes) / static_cast<double>(then.bytes), "x");
    if (now.ms < kTinyMs || longer)
      report.figure("  growth", ratio, "x");
    else
      report.at_most("  growth", ratio, "x", kGrowthPromised);
  }
}

}  // namespace

std::string county_folder(Report& report) {
  static const Folder own;
  const char* kept = std::getenv("SHANZHI_BENCH_COUNTY");
  const std::filesystem::path data = kept && *kept ? kept : own.path() / "county";
  if (std::filesystem::exists(data / "shanzhi.db")) return data.string();
  double seconds = 0;
  std::filesystem::create_directories(data);
  const bool made = make_town(data, kCountyPeople, kCountyActivity, seconds);
  report.figure("making a county of 1,000,000 people, 10 million transfers", seconds, "s");
  return made ? data.string() : std::string{};
}

void bench_queries(Report& report) {
  report.section("Queries of a town of 60,000 people, in process, an award before each (median)");
  const Timings timings = time_queries(demo_town(), kTown, kRuns);
  report.figure("opening, migrations, first query", timings.open_ms, "ms");
  for (const std::string& name : timings.names) {
    const Timing& timing = timings.of.at(name);
    report.figure(name, timing.ms, "ms");
    if (timing.first_ms > 2 * timing.ms && timing.first_ms > kTinyMs)
      report.figure("  the first time", timing.first_ms, "ms");
  }
  refusals(report, timings);
}

void bench_growth(Report& report) {
  report.section("Cost of growth: from 60,000 people to 1,000,000 and 10 million transfers");
  const std::string county = county_folder(report);
  if (county.empty()) return report.note("the county could not be made");
  const Timings small = time_queries(demo_town(), kTown, kRuns);
  report.section("The same town of 60,000 within the county, as its administrator");
  const Timings within = time_queries(county, kTown, kRuns);
  report.figure("opening, migrations, first query", within.open_ms, "ms");
  compare(report, small, within);
  report.section("The whole county of 1,000,000, as its administrator");
  compare(report, small, time_queries(county, kCounty, kRuns));
  refusals(report, within);
}

}  // namespace shanzhi::bench
