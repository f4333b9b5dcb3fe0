// The client's own time for a frame, without a screen: the desk over the answers of a real town of 60,000
// people, and the widgets at the sizes that were promised.
#include <httplib.h>

#include "client/app.h"
#include "client/desk.h"
#include "client/platform/headless/headless.h"
#include "client/widgets/ui.h"
#include "server/storage/read/queries.h"
#include "shared/describe/json.h"
#include "tests/bench/benches.h"
#include "tests/bench/served.h"

namespace shanzhi::bench {

namespace {

constexpr double kPromisedMs = 1;
constexpr int kFrames = 200;

class DayClock final : public base::Clock {
 public:
  explicit DayClock(const platform::HeadlessPlatform& world) : world_(world) {}
  base::Instant now() const override { return {world_.now}; }

 private:
  const platform::HeadlessPlatform& world_;
};

/// The desk of the town's administrator, answered from the database of a data folder.
class Desk {
 public:
  Desk(const std::string& data, const char* hash) : clock_(world_) {
    widgets::forget_everything();
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    world_.now = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
    queries_ = storage::open_queries(data + "/shanzhi.db", clock_);
    caller_.role = api::Role::town_administrator;
    caller_.place_code = "371702106";
    world_.around.language = "zh-CN";
    world_.hash = hash;
    app_ = std::make_unique<app::App>(world_, app::make_face<app::Desk>);
    settle();
  }
  void frame() {
    world_.frame([this] { app_->frame(); });
  }
  bool shows(std::string_view words) const { return world_.shows(words); }
  void press(ui::Role role, std::string_view name) { world_.press(role, name); }
  /// Lets answers and motion come to rest.
  void settle() {
    for (int i = 0; i < kSettling; ++i) {
      frame();
      serve();
    }
  }

 private:
  static constexpr int kSettling = 90;  ///< answers, colours and motion at rest

  void serve() {
    for (auto& [id, request] : std::exchange(world_.sent, {})) {
      platform::HttpReply reply;
      reply.request_id = id;
      const std::string rest = request.path.substr(std::string("/api/v1/").size());
      httplib::Params decoded;
      const auto mark = rest.find('?');
      if (mark != std::string::npos)
        httplib::detail::parse_query_text(rest.substr(mark + 1), decoded);
      const app::Parameters parameters(decoded.begin(), decoded.end());
      const auto answer = queries_->run(rest.substr(0, mark), parameters, caller_);
      reply.status = answer ? 200 : 404;
      reply.body = answer ? answer->json : "{}";
      world_.replies.push_back(std::move(reply));
    }
  }

  platform::HeadlessPlatform world_;
  DayClock clock_;
  app::Caller caller_;
  std::unique_ptr<app::Queries> queries_;
  std::unique_ptr<app::App> app_;
};

void time_page(Report& report, const char* name, const char* hash) {
  Desk desk(demo_town(), hash);
  std::vector<double> values;
  for (int i = 0; i < kFrames; ++i) values.push_back(time_ms([&] { desk.frame(); }));
  report.at_most(name, median(values), "ms", kPromisedMs);
  report.figure("  the slowest of a hundred", percentile(values, 0.99), "ms");
}

/// The map with every home and team on it, standing still and on its way nearer and back.
void time_layers(Report& report) {
  Desk desk(demo_town(), "#/desk/map");
  for (const char* layer : {"服务队", "住户"}) {
    desk.press(ui::Role::checkbox, layer);
    desk.settle();
  }
  if (!desk.shows("住户  17,206"))
    report.section("the homes are not on the map: no figure of them");
  std::vector<double> still, moving;
  for (int i = 0; i < kFrames; ++i) still.push_back(time_ms([&] { desk.frame(); }));
  for (int i = 0; i < kFrames; ++i) {
    if (i % 10 == 0) desk.press(ui::Role::button, i % 20 == 0 ? "放大" : "缩小");
    moving.push_back(time_ms([&] { desk.frame(); }));
  }
  report.at_most("map with 39 teams and 17,206 homes", median(still), "ms", kPromisedMs);
  report.at_most("the same while it moves", median(moving), "ms", kPromisedMs);
}

/// A table of that many rows scrolled a page a frame.
void time_table(Report& report, std::int64_t rows) {
  platform::HeadlessPlatform world;
  widgets::forget_everything();
  std::vector<ui::Column> columns{{"number", "编号", 120},
                                  {"name", "户主", 0, 1},
                                  {"grid", "网格", 160},
                                  {"points", "积分", 90, 0, ui::Align::right},
                                  {"hours", "时长", 90, 0, ui::Align::right}};
  ui::TableState state;
  const auto draw = [&] {
    ui::table("户档案", ui::screen(), columns, rows,
              [](std::int64_t row, std::vector<ui::Cell>& cells) {
                cells[0].text = "XLC-" + std::to_string(row);
                cells[1].text = "张小三";
                cells[2].text = "康庄村第 3 微网格";
                cells[3].text = std::to_string(row * 3 % 9000);
                cells[4].text = std::to_string(row % 400) + " 小时";
              },
              state, {.multi_select = true});
  };
  for (int i = 0; i < 10; ++i) world.frame(draw);
  std::vector<double> values;
  for (int i = 0; i < kFrames; ++i) {
    ui::on_key({.key = ui::Key::page_down});
    values.push_back(time_ms([&] { world.frame(draw); }));
  }
  report.at_most("table of " + std::to_string(rows) + " rows, scrolled", median(values), "ms",
                 kPromisedMs);
}

}  // namespace

void bench_frames(Report& report) {
  report.section("C++ time of a frame, 1366 × 768, native, without a screen (medians)");
  time_page(report, "overview", "#/desk/overview");
  time_page(report, "map of 263 grids", "#/desk/map");
  time_layers(report);
  time_page(report, "households of 17,206, first page", "#/desk/households");
  time_page(report, "residents of 60,000, first page", "#/desk/people");
  time_page(report, "boards", "#/desk/boards");
  time_table(report, 500);
  time_table(report, 100'000);
}

}  // namespace shanzhi::bench
