// Photographs with an award on the phone: added, refused in words, sent before the award that names them.
#include <catch2/catch_test_macros.hpp>

#include "desk_fixture.h"
#include "shared/api/views_phone.h"
#include "shared/base/sha256.h"
#include "shared/photos/clean_jpeg.h"
#include "tests/support/small_jpeg.h"

using namespace shanzhi;
using shanzhi::test::DeskFixture;
using ui::Role;

namespace {

constexpr const char* kSomebody = "0190a000-0000-7000-8000-000000000c01";

struct WorkFixture : DeskFixture {
  WorkFixture() {
    platform.around.width = 360, platform.around.height = 740;
    platform.around.coarse_pointer = true;
    api::Me me;
    me.user = "0190a000-0000-7000-8000-0000000000bb", me.name = "李卫东 网格长";
    me.role = "grid_worker", me.town = "371702106", me.town_name = "小留镇";
    me.place = "371702106201-G01", me.place_name = "第 1 微网格", me.position = 500;
    me.today = "2026-11-22";
    answer("me", me);
    answer("given", api::Given{});
    api::Passbook book;
    book.person = kSomebody, book.person_name = "张三";
    answer("passbook", book);
    api::RuleRow rule;
    rule.code = "C04", rule.name = "邻里互助", rule.field = "livelihood", rule.direction = "add";
    rule.unit = "instance", rule.cap_period = "month", rule.approver = "grid_worker";
    rule.valid_from = "2026-01-01", rule.points = 100, rule.cap = 400, rule.evidence = "photo";
    answer("rules", api::RulePage{{rule}});
    answer("award-context", api::AwardContextView{});
    answer("award-points", api::Posted{"0190a000-0000-7000-8000-000000000e01", 100, 0, 100, 501});
    answer("upload-photo", api::PhotoKept{});
    start((std::string("#/me/work?person=") + kSomebody).c_str());
    REQUIRE(platform.press(Role::combobox, "按哪条规则"));
    run();
    const auto options = platform.find(Role::option, "邻里互助", true);
    REQUIRE_FALSE(options.empty());
    REQUIRE(platform.press(Role::option, options.front().name));
    run();
  }
  /// The browser hands over what was taken or chosen.
  void bring(const std::string& bytes, const char* preview = "blob:here") {
    platform.files.push_back({1, preview, "image/jpeg", bytes});
    run();
  }
  void press(const char* button) {
    INFO(platform.outline());
    REQUIRE(platform.press(Role::button, button));
    run();
  }
  static std::string id_of(const std::string& bytes) {
    return base::to_hex(base::sha256(photos::clean_jpeg(bytes).value().bytes));
  }
};

}  // namespace

TEST_CASE_METHOD(WorkFixture,
                 "a rule that is proven by a photograph says so, and offers the camera") {
  CHECK(platform.shows("拍照"));
  CHECK(platform.shows("从相册选"));
  bool asked = false;
  for (const auto& field : ui::access().fields)
    asked = asked || field.describe.find("这条规则要求凭证：照片") != std::string::npos;
  CHECK(asked);
  press("拍照");
  bring(test::camera_jpeg(), "blob:one");
  const auto shown = platform.find(Role::image, "照片 1");
  REQUIRE(shown.size() == 1);
  CHECK(shown.front().value == "blob:one");
}

TEST_CASE_METHOD(WorkFixture, "what cannot be used is refused in words, and three are enough") {
  bring("");
  CHECK(platform.shows("这不是能用的照片，请换一张"));
  bring(test::camera_jpeg(1));
  CHECK_FALSE(platform.shows("这不是能用的照片，请换一张"));
  bring(test::camera_jpeg(1));
  CHECK(platform.shows("这张已经添加了"));
  bring(test::camera_jpeg(2));
  bring(test::camera_jpeg(3));
  CHECK(platform.find(Role::image, "照片 3").size() == 1);
  CHECK_FALSE(platform.shows("拍照"));
  press("移除照片 2");
  CHECK(platform.find(Role::image, "照片 3").empty());
  CHECK(platform.shows("拍照"));
}

TEST_CASE_METHOD(WorkFixture,
                 "photographs reach the server clean and before the award that names them") {
  bring(test::camera_jpeg(1));
  bring(test::camera_jpeg(2));
  press("确认记分");
  run();
  std::vector<std::string> order;
  for (const auto& request : asked)
    if (request.method == "POST") order.push_back(name_of(request.path));
  CHECK(order == std::vector<std::string>{"upload-photo", "upload-photo", "award-points"});
  CHECK(last("upload-photo")->body == photos::clean_jpeg(test::camera_jpeg(2)).value().bytes);
  const auto sent = describe::from_json<api::AwardPoints>(last("award-points")->body);
  REQUIRE(sent);
  CHECK(sent->photos == std::vector{id_of(test::camera_jpeg(1)), id_of(test::camera_jpeg(2))});
  CHECK(sent->evidence == "photo");
  platform.hash = std::string("#/me/work?person=") + kSomebody;
  run();
  CHECK(platform.find(Role::image, "照片 1").empty());  // the next award begins without any
}

TEST_CASE_METHOD(
    WorkFixture,
    "without a network photographs wait on the device with their award, also over a reload") {
  bring(test::camera_jpeg(1));
  network = false;
  press("确认记分");
  run();
  CHECK(platform.storage["outbox"].find("upload-photo") <
        platform.storage["outbox"].find("award-points"));
  load();
  network = true;
  asked.clear();
  platform.now += 70'000;
  run(20);
  REQUIRE(times("upload-photo") == 1);
  REQUIRE(times("award-points") == 1);
  CHECK(last("upload-photo")->body == photos::clean_jpeg(test::camera_jpeg(1)).value().bytes);
  CHECK(platform.storage.count("outbox") == 0);
}
