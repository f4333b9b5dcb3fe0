// The list: a benchmark is added here.
#include "tests/bench/benches.h"

namespace shanzhi::bench {

const std::vector<Bench>& all_benches() {
  static const std::vector<Bench> all{
      {"bytes", "bytes of the first load, as sent", bench_bytes},
      {"browser", "the first load and idle frames in a real browser", bench_browser},
      {"frames", "C++ time of a frame of map and tables", bench_frames},
      {"awards", "durable awards a second over HTTP, beside bare SQLite", bench_awards},
      {"reads", "hot reads over HTTP beside fastify, idle connections", bench_reads},
      {"starting", "start, memory, import, verify", bench_starting},
      {"queries", "every query of a town of 60,000 people", bench_queries},
      {"growth", "the same of a county of a million people, some twenty minutes", bench_growth,
       true},
      {"county", "start, memory and verify of a county of a million people", bench_county, true},
  };
  return all;
}

}  // namespace shanzhi::bench
