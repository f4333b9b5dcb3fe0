// A desk without a browser and without a server: the app on the headless platform, with answers in hand.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "client/app.h"
#include "client/desk.h"
#include "client/phone.h"
#include "client/platform/headless/headless.h"
#include "client/wall.h"
#include "client/widgets/ui.h"
#include "shared/api/views.h"
#include "shared/describe/json.h"

namespace shanzhi::test {

class DeskFixture {
 public:
  DeskFixture() {
    widgets::forget_everything();
    platform.around.language = "zh-CN";
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000aa", me.name = "周敏",
    me.role = "town_administrator";
    me.town = me.place = "371702106", me.town_name = me.place_name = "小留镇";
    me.position = 500, me.today = "2026-11-22", me.schematic = true;
    answer("me", me);
    api::PlacePage places;
    places.places = {{"371702106", "小留镇", "town", "", 3, 9, true, ""},
                     {"371702106-H1", "杨庄管区", "hub", "371702106", 3, 9, true, ""},
                     {"371702106201", "康庄村", "village", "371702106-H1", 3, 9, true, ""},
                     {"371702106201-G01", "第 1 微网格", "grid", "371702106201", 3, 9, true, ""}};
    answer("places", places);
    answer("changes", api::Changes{500, false, {}});
    answer("figures", figures());
    answer("outlines", api::Outlines{});
    answer("boards", api::Board{});
    answer("rules", api::RulePage{});
    answer("sites", api::SitePage{});
    answer("merchants", api::MerchantPage{});
    answer("measures", api::Measures{});
  }
  static api::Figures figures() {
    api::Figures f;
    f.households = 17206, f.points_issued = 16'241'800, f.points_this_month = 921'400,
    f.points_last_month = 851'000;
    f.hours_this_month = 174'840, f.volunteers = 3872;
    f.points_by_month = {1, 2, 3}, f.hours_by_month = {3, 2, 1}, f.verified_by_month = {1, 1, 1};
    return f;
  }

  template <class V>
  void answer(const std::string& name, const V& view) {
    answers[name] = {200, describe::to_json(view)};
  }
  void refuse(const std::string& name, int status, const char* words) {
    api::Problem p;
    p.detail = words, p.status = status, p.code = "internal", p.instance = "urn:shanzhi:request:77";
    answers[name] = {status, describe::to_json(p)};
  }
  void start(const char* hash) {
    platform.hash = hash;
    load();
    run();
  }
  /// The program that the page brings in for this address.
  void load() {
    if (app::Hall::addressed(platform.hash))
      app = std::make_unique<app::Wall>(platform);
    else if (model::in_hand(model::parse_hash(platform.hash).section))
      app = std::make_unique<app::App>(platform, app::make_face<app::Phone>);
    else
      app = std::make_unique<app::App>(platform, app::make_face<app::Desk>);
  }
  /// Frames and answers until nothing more is asked.
  void run(int rounds = 14) {
    for (int i = 0; i < rounds; i++) {
      const int loaded = platform.reloads;
      platform.frame([this] { app->frame(); });
      if (platform.reloads != loaded && !app::Hall::addressed(platform.hash)) load();
      serve();
    }
  }
  void wait(std::int64_t ms) {
    platform.now += ms;
    run();
  }
  /// The last request to that command or query; nullptr when there was none.
  const platform::HttpRequest* last(const std::string& name) const {
    const platform::HttpRequest* found = nullptr;
    for (const auto& request : asked)
      if (name_of(request.path) == name) found = &request;
    return found;
  }
  int times(const std::string& name) const {
    int n = 0;
    for (const auto& request : asked) n += name_of(request.path) == name;
    return n;
  }

  platform::HeadlessPlatform platform;
  std::unique_ptr<app::Program> app;
  std::map<std::string, std::pair<int, std::string>> answers;
  std::vector<platform::HttpRequest> asked;
  bool network = true;

 protected:
  static std::string name_of(const std::string& path) {
    constexpr std::string_view kApi = "/api/v1/";
    if (path.compare(0, kApi.size(), kApi) != 0) return path;
    const std::string rest = path.substr(kApi.size());
    return rest.substr(0, rest.find('?'));
  }
  /// One given for the beginning of that very address ("standing?person=…") before that of the name.
  std::map<std::string, std::pair<int, std::string>>::iterator answer_to(const std::string& path) {
    for (auto at = answers.begin(); at != answers.end(); ++at)
      if (at->first.find('?') != std::string::npos && path.starts_with("/api/v1/" + at->first))
        return at;
    return answers.find(name_of(path));
  }
  void serve() {
    for (auto& [id, request] : std::exchange(platform.sent, {})) {
      asked.push_back(request);
      platform::HttpReply reply;
      reply.request_id = id;
      if (network) {
        const auto found = answer_to(request.path);
        reply.status = found == answers.end() ? 404 : found->second.first;
        reply.body = found == answers.end() ? "{}" : found->second.second;
      }
      platform.replies.push_back(std::move(reply));
    }
  }
};

}  // namespace shanzhi::test
