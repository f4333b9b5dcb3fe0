// shanzhi_bench [NAME] [--json FILE]: runs the benchmarks whose name contains NAME, or all but those that
// are only run when named.
#include <cstring>
#include <fstream>
#include <iostream>
#include <string>

#include "tests/bench/benches.h"

namespace {

using shanzhi::bench::Bench;

bool wanted(const Bench& bench, const std::string& name) {
  if (name.empty()) return !bench.only_by_name;
  return std::string(bench.name).find(name) != std::string::npos;
}

int usage() {
  std::cerr << "shanzhi_bench [NAME] [--json FILE]\n";
  for (const Bench& bench : shanzhi::bench::all_benches())
    std::cerr << "  " << bench.name << ": " << bench.about
              << (bench.only_by_name ? " (only when named)" : "") << "\n";
  return 2;
}

}  // namespace

int main(int count, char** values) {
  std::string name, file;
  for (int i = 1; i < count; ++i) {
    if (std::strcmp(values[i], "--json") == 0 && i + 1 < count) {
      file = values[++i];
    } else if (values[i][0] == '-' || !name.empty()) {
      return usage();
    } else {
      name = values[i];
    }
  }
  shanzhi::bench::Report report(std::cout);
  int run = 0;
  for (const Bench& bench : shanzhi::bench::all_benches()) {
    if (!wanted(bench, name)) continue;
    ++run;
    bench.run(report);
  }
  if (run == 0) return usage();
  if (report.broken() > 0) std::cout << "\n" << report.broken() << " promises NOT KEPT\n";
  if (!file.empty()) std::ofstream(file) << report.json();
  return 0;
}
