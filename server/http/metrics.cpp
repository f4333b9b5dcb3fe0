// Counting, and writing the counts.
#include "server/http/metrics.h"

#include <unistd.h>
#include <algorithm>
#include <fstream>

#include "shared/api/registry.h"

namespace shanzhi::http {
namespace {

std::int64_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::int64_t pages = 0, resident = 0;
  file >> pages >> resident;
  return resident * ::sysconf(_SC_PAGESIZE);
}

void line(std::string& out, const std::string& name, std::int64_t value) {
  out += name + " " + std::to_string(value) + "\n";
}
void head(std::string& out, const char* name, const char* type, const char* sentence) {
  out += std::string("# HELP ") + name + " " + sentence + "\n# TYPE " + name + " " + type + "\n";
}
void gauge(std::string& out, const char* name, const char* sentence, std::int64_t value) {
  head(out, name, "gauge", sentence);
  line(out, name, value);
}

}  // namespace

Metrics::Metrics() : started_(std::chrono::steady_clock::now()) {
  std::vector<std::string> names;
  for (const api::Route& route : api::routes()) names.emplace_back(route.name);
  for (const char* name : {"import-errors", "openapi.json", "page", "file", "other"})
    names.emplace_back(name);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (auto& name : names) {
    routes_.push_back(std::make_unique<OfRoute>());
    routes_.back()->name = std::move(name);
  }
}

const Metrics::OfRoute& Metrics::find(std::string_view route) const {
  const auto found = std::lower_bound(
      routes_.begin(), routes_.end(), route,
      [](const auto& one, std::string_view name) { return std::string_view(one->name) < name; });
  if (found != routes_.end() && (*found)->name == route) return **found;
  return route == "other" ? *routes_.front() : find("other");
}

void Metrics::count(std::string_view route, int status, std::chrono::nanoseconds took) {
  auto& of = const_cast<OfRoute&>(find(route));
  ++of.by_class[static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1)];
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  const auto bucket =
      std::find_if(kBucketsMs.begin(), kBucketsMs.end(), [&](int limit) { return ms < limit; });
  ++buckets_[static_cast<std::size_t>(bucket - kBucketsMs.begin())];
  nanoseconds_ += static_cast<std::uint64_t>(std::max<std::int64_t>(0, took.count()));
}

std::string Metrics::prometheus(const Now& now) const {
  std::string out;
  head(out, "shanzhi_requests_total", "counter", "Requests by route and class of status.");
  for (const auto& route : routes_)
    for (std::size_t c = 0; c < route->by_class.size(); ++c)
      if (const auto n = route->by_class[c].load(); n != 0)
        line(out,
             "shanzhi_requests_total{route=\"" + route->name + "\",status=\"" +
                 std::to_string(c + 1) + "xx\"}",
             static_cast<std::int64_t>(n));
  head(out, "shanzhi_request_seconds", "histogram", "From the request's first byte to its answer.");
  std::uint64_t sum = 0;
  for (std::size_t b = 0; b <= kBucketsMs.size(); ++b) {
    sum += buckets_[b].load();
    std::string limit = "+Inf";
    if (b < kBucketsMs.size()) {
      limit = std::to_string(kBucketsMs[b] / 1000.0);
      limit.erase(limit.find_last_not_of('0') + 1);
      if (limit.back() == '.') limit += '0';
    }
    line(out, "shanzhi_request_seconds_bucket{le=\"" + limit + "\"}",
         static_cast<std::int64_t>(sum));
  }
  out += "shanzhi_request_seconds_sum " +
         std::to_string(static_cast<double>(nanoseconds_.load()) / 1e9) + "\n";
  line(out, "shanzhi_request_seconds_count", static_cast<std::int64_t>(sum));
  gauge(out, "shanzhi_connections", "Open connections.",
        static_cast<std::int64_t>(now.connections));
  gauge(out, "shanzhi_connections_idle", "Of them waiting for a request.",
        static_cast<std::int64_t>(now.idle));
  head(out, "shanzhi_connections_refused_total", "counter", "Connections over a limit.");
  line(out, "shanzhi_connections_refused_total",
       static_cast<std::int64_t>(refused_connections_.load()));
  gauge(out, "shanzhi_journal_position", "Newest entry of the journal.", now.position);
  gauge(out, "shanzhi_resident_bytes", "Memory of the process.", resident_bytes());
  gauge(
      out, "shanzhi_uptime_seconds", "Since the start.",
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - started_)
          .count());
  return out;
}

}  // namespace shanzhi::http
