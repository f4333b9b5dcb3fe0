// Every benchmark by name.
#pragma once

#include <vector>

#include "tests/bench/bench.h"

namespace shanzhi::bench {

struct Bench {
  const char* name;
  const char* about;
  void (*run)(Report&);
  bool only_by_name = false;
};
const std::vector<Bench>& all_benches();

void bench_bytes(Report& report);     ///< bytes.cpp
void bench_queries(Report& report);   ///< queries.cpp
void bench_growth(Report& report);    ///< queries.cpp
void bench_county(Report& report);    ///< starting.cpp
void bench_starting(Report& report);  ///< starting.cpp
void bench_awards(Report& report);    ///< awards.cpp
void bench_reads(Report& report);     ///< http_reads.cpp
void bench_frames(Report& report);    ///< frames.cpp
void bench_browser(Report& report);   ///< browser.cpp

/// A data folder with a county of a million people: the one that SHANZHI_BENCH_COUNTY names, kept from
/// run to run, or one made for this run (some minutes); "" when it could not be made.
std::string county_folder(Report& report);

}  // namespace shanzhi::bench
