// The first load as the server sends it: every file that the page names, in the coding it prefers.
#include <algorithm>
#include <string>
#include <vector>

#include <httplib.h>

#include "client/model/feed.h"
#include "shared/api/views.h"
#include "shared/describe/json.h"
#include "tests/bench/benches.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

constexpr double kPromisedBytes = 350'000;

/// What the desk's overview asks until its first picture is whole, signed in for the whole town.
std::vector<std::string> first_queries(const api::Me& me) {
  const std::string place = "place=" + me.place;
  const auto after = std::max<std::int64_t>(0, me.position - model::kFeedBackwardInTown);
  return {"me",
          "changes?after=" + std::to_string(after),
          "places?under=" + me.place,
          "figures?" + place,
          "measures?" + place + "&measure=points_per_household",
          "outlines?" + place,
          "boards?" + place + "&subject=village&period=month&limit=22",
          "rules"};
}

double bytes_of(httplib::Client& client, const std::string& path, const std::string& cookie) {
  httplib::Headers headers{{"Accept-Encoding", "br, gzip"}};
  if (!cookie.empty()) headers.emplace("Cookie", cookie);
  const auto answer = client.Get(path, headers);
  return answer && answer->status == 200 ? static_cast<double>(answer->body.size()) : 0;
}

/// Every quoted name of a file in the text with one of the endings of what a page loads.
void add_names(const std::string& text, std::vector<std::string>& names) {
  for (std::size_t from = 0, to; (from = text.find_first_of("\"'", from)) != std::string::npos;
       from = to + 1) {
    to = text.find(text[from], from + 1);
    if (to == std::string::npos) return;
    const std::string name = text.substr(from + 1, to - from - 1);
    if (name.find_first_of(" /:") != std::string::npos) continue;
    if (name.starts_with("phone.") || name.starts_with("wall.")) continue;  // of the other faces
    for (const char* ending : {".css", ".js", ".wasm", ".svg", ".webmanifest"})
      if (name.size() > 4 && name.ends_with(ending)) names.push_back("/" + name);
  }
}

/// What the page loads, one after the other; the names carry hashes, so they are read from it.
std::vector<std::string> first_load(httplib::Client& client) {
  std::vector<std::string> files{"/", "/worker.js"};
  const httplib::Headers plain{{"Accept-Encoding", "identity"}};
  const auto read = [&](const std::string& path) {
    const auto answer = client.Get(path, plain);
    if (answer && answer->status == 200) add_names(answer->body, files);
  };
  read("/");
  for (std::size_t i = 2; i < files.size(); i++)
    if (files[i].starts_with("/start.")) return read(files[i]), files;
  return files;
}

}  // namespace

void bench_bytes(Report& report) {
  report.section("First load, bytes of bodies as sent (brotli)");
  const Served served(demo_town());
  if (!served.ready()) return report.note("the server did not start");
  httplib::Client client("127.0.0.1", served.port());
  client.set_decompress(false);
  double sum = 0;
  for (const std::string& file : first_load(client)) {
    const double bytes = bytes_of(client, file, {});
    report.figure(file, bytes, "bytes");
    sum += bytes;
  }
  const std::string cookie = served.sign_in("town", demo_password(demo_town()));
  client.set_decompress(true);
  const auto answer = client.Get("/api/v1/me", {{"Cookie", cookie}});
  client.set_decompress(false);
  const auto me = describe::from_answer<api::Me>(answer ? answer->body : "");
  if (!me) return report.note("the server does not say who is signed in");
  double data = 0;
  for (const std::string& query : first_queries(*me)) {
    const std::string path = "/api/v1/" + query;
    bytes_of(client, path,
             cookie);  // what was asked before is sent smaller: this is no first start
    const double bytes = bytes_of(client, path, cookie);
    report.figure(query.substr(0, query.find('?')), bytes, "bytes");
    data += bytes;
  }
  report.figure("first data", data, "bytes");
  report.at_most("all", sum + data, "bytes", kPromisedBytes);
}

}  // namespace shanzhi::bench
