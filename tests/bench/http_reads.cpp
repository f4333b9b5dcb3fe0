// What is asked again and again, over real HTTP: boards, one's own place, changes, a file; beside fastify
// answering the same bytes, in turns. And whether two thousand quiet connections are in the way.
#include <sys/resource.h>
#include <filesystem>
#include <fstream>
#include <optional>

#include <httplib.h>

#include "tests/bench/baseline.h"
#include "tests/bench/benches.h"
#include "tests/bench/load.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

constexpr int kRounds = 5;
constexpr double kRoundSeconds = 0.7;
constexpr double kPromisedRatio = 1.5;
constexpr double kPromisedIdleRatio = 2;
constexpr int kIdle = 2000;

struct Read {
  const char* name;
  std::string path;
  std::vector<std::string> headers;
};

/// The ETag of an answer, for asking conditionally.
std::string tag_of(int port, const std::string& path, const std::string& cookie) {
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Get(path, {{"Cookie", cookie}});
  return answer ? answer->get_header_value("ETag") : std::string{};
}
/// The newest position, which `changes` are asked after.
std::string position_of(int port, const std::string& cookie) {
  httplib::Client client("127.0.0.1", port);
  const auto answer = client.Get("/api/v1/me", {{"Cookie", cookie}});
  const std::string key = "\"position\":";
  const auto at = answer ? answer->body.find(key) : std::string::npos;
  if (at == std::string::npos) return "0";
  return std::to_string(std::atoll(answer->body.c_str() + at + key.size()));
}
std::string style_of(int port) {
  httplib::Client client("127.0.0.1", port);
  const auto page = client.Get("/");
  const std::string key = "href=\"styles";
  const auto at = page ? page->body.find(key) : std::string::npos;
  if (at == std::string::npos) return "/";
  const auto from = at + std::string("href=\"").size();
  return "/" + page->body.substr(from, page->body.find('"', from) - from);
}

std::vector<Read> reads_of(const Served& served, const std::string& town,
                           const std::string& villager) {
  const std::vector<std::string> officer{"Cookie: " + town}, resident{"Cookie: " + villager};
  const std::string changes = "/api/v1/changes?after=" + position_of(served.port(), town);
  std::vector<std::string> conditional = officer;
  conditional.push_back("If-None-Match: " + tag_of(served.port(), changes, town));
  return {{"boards", "/api/v1/boards?subject=person&period=month", officer},
          {"my place in the board", "/api/v1/boards?subject=household&limit=1", resident},
          {"changes, none (200)", changes, officer},
          {"changes, none (304)", changes, conditional},
          {"a file", style_of(served.port()), {}}};
}

struct Rounds {
  std::vector<double> per_second, p50, p99;
  int status = 0;
  std::size_t bytes = 0;
  long failures = 0;
  void add(const LoadResult& result) {
    per_second.push_back(result.per_second);
    p50.push_back(result.p50_ms);
    p99.push_back(result.p99_ms);
    status = result.status;
    bytes = result.body_bytes;
    failures += result.failures;
  }
};

LoadPlan plan_of(const Read& read, int port) {
  LoadPlan plan;
  plan.port = port;
  plan.path = read.path;
  plan.headers = read.headers;
  plan.seconds = kRoundSeconds;
  return plan;
}

void compare(Report& report, const Read& read, const Served& served, const Baseline* baseline) {
  Rounds ours, theirs;
  for (int round = 0; round < kRounds; ++round) {
    ours.add(run_load(plan_of(read, served.port())));
    if (baseline) theirs.add(run_load(plan_of(read, baseline->port())));
  }
  const std::string name = read.name;
  report.figure(
      name + ", " + std::to_string(ours.status) + ", " + std::to_string(ours.bytes) + " bytes",
      median(ours.per_second), "req/s");
  report.figure("  p50", median(ours.p50), "ms");
  report.figure("  p99", median(ours.p99), "ms");
  if (ours.failures > 0) report.figure("  failed", static_cast<double>(ours.failures), "answers");
  if (!baseline) return;
  report.figure("  fastify, the same bytes", median(theirs.per_second), "req/s");
  report.figure("  fastify, p99", median(theirs.p99), "ms");
  report.at_least("  beside fastify", median(ours.per_second) / median(theirs.per_second), "x",
                  kPromisedRatio);
  report.at_most("  p99 beside fastify", median(ours.p99) / median(theirs.p99), "x", 1);
}

void allow_many_sockets() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void beside_idle(Report& report, const Read& read, const Served& served) {
  report.section("2,000 idle connections beside 64 that ask for the board");
  allow_many_sockets();
  Rounds alone, crowded;
  int open = 0;
  double memory = 0;
  for (int round = 0; round < kRounds; ++round) {
    alone.add(run_load(plan_of(read, served.port())));
    const IdleConnections idle(served.port(), kIdle);
    crowded.add(run_load(plan_of(read, served.port())));
    open = idle.open();
    memory = served.memory_mb();
  }
  report.figure("idle connections held open", open, "");
  report.figure("alone", median(alone.per_second), "req/s");
  report.figure("with the idle ones", median(crowded.per_second), "req/s");
  report.figure("p99 alone", median(alone.p99), "ms");
  report.figure("p99 with the idle ones", median(crowded.p99), "ms");
  report.at_most("p99, with beside without", median(crowded.p99) / median(alone.p99), "x",
                 kPromisedIdleRatio);
  report.figure("memory with the idle ones", memory, "MB");
}

}  // namespace

void bench_reads(Report& report) {
  report.section("Hot reads, 64 keep-alive clients, load made on the same machine (medians)");
  const Served served(demo_town(), {"--keep-alive-s", "60"});
  if (!served.ready()) return report.note("the server did not start");
  const std::string password = demo_password(demo_town());
  const std::string town = served.sign_in("town", password);
  const std::string villager = served.sign_in("villager", password);
  if (town.empty() || villager.empty()) return report.note("signing in failed");
  const auto reads = reads_of(served, town, villager);
  const auto baseline =
      Baseline::start(served.port(), {reads[0].path, reads[1].path, reads[2].path, reads[4].path},
                      {town, villager, town, {}});
  if (!baseline) report.note("fastify could not be installed or started: no ratios");
  for (const Read& read : reads) compare(report, read, served, baseline.get());
  beside_idle(report, reads[0], served);
}

}  // namespace shanzhi::bench
