// Runs browser/main.mjs against a served town and takes its figures over, one a line:
// name, value, unit, and the promise where there is one ("<=2500"), parted by tabs.
#include <filesystem>
#include <sstream>

#include "tests/bench/benches.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

void take_over(Report& report, const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, '\t');) parts.push_back(part);
  if (parts.size() < 3) return report.note(line);
  const double value = std::atof(parts[1].c_str());
  if (parts.size() > 3 && parts[3].starts_with("<="))
    report.at_most(parts[0], value, parts[2], std::atof(parts[3].c_str() + 2));
  else
    report.figure(parts[0], value, parts[2]);
}

}  // namespace

void bench_browser(Report& report) {
  report.section("In Chromium: slow 4G is 1.6 Mbit/s and 150 ms, with a processor 4 times slower");
  const std::string folder = std::string(SHANZHI_SOURCE_DIR) + "/tests";
  if (!std::filesystem::exists(folder + "/e2e/node_modules/playwright-core") &&
      run_program({"npm", "ci", "--prefix", folder + "/e2e", "--no-audit", "--no-fund"}).code != 0)
    return report.note("playwright-core could not be installed");
  const Served served(demo_town());
  if (!served.ready()) return report.note("the server did not start");
  const Ran ran = run_program({"node", folder + "/bench/browser/main.mjs",
                               "http://127.0.0.1:" + std::to_string(served.port()), demo_town()});
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) take_over(report, line);
  if (ran.code != 0) report.note("the browser failed");
}

}  // namespace shanzhi::bench
