// Photographs over HTTP: what is let in, how one is sent out, and a real town's rights on them.
#include <catch2/catch_test_macros.hpp>

#include "shared/describe/json.h"
#include "tests/api/fixture.h"
#include "tests/support/small_jpeg.h"

namespace shanzhi::test {
namespace {

const std::string kKnown(64, 'a');

std::string code_of(const httplib::Result& result) {
  const auto problem = describe::from_answer<api::Problem>(result->body);
  return problem ? problem->code : "";
}

httplib::Result put(Fixture& server, const std::string& bytes,
                    const char* path = "/api/v1/upload-photo", const char* type = "image/jpeg") {
  return server.client().Post(path, Fixture::as(api::Role::grid_worker), bytes, type);
}

}  // namespace

TEST_CASE("a photograph is judged by its bytes, whatever its type is called") {
  Fixture server;
  const auto kept = put(server, camera_jpeg());
  REQUIRE(kept);
  CHECK(kept->status == 200);
  CHECK(describe::from_answer<api::PhotoKept>(kept->body).value().id == kKnown);
  CHECK(put(server, camera_jpeg(), "/api/v1/upload-photo", "image/png")->status == 200);
  const auto renamed = put(server, "\x89PNG\r\n\x1A\n0123456789");
  CHECK(renamed->status == 415);
  CHECK(code_of(renamed) == "unsupported_media");
  CHECK(renamed->body.find("照片只收 JPEG") != std::string::npos);
  CHECK(put(server, camera_jpeg().substr(0, 300))->status == 400);
  CHECK(put(server, "")->status == 415);
  CHECK(put(server, camera_jpeg(), "/api/v1/upload-photo?name=x")->status == 400);
}

TEST_CASE("a photograph has a limit of its own, told before it is read") {
  http::Settings settings;
  settings.photo_bytes_max = 2048;
  Fixture server(settings);
  const auto large = put(server, std::string(2049, 'x'));
  REQUIRE(large);
  CHECK(large->status == 413);
  CHECK(code_of(large) == "too_large");
  CHECK(server.photos.last_bytes.empty());
  CHECK(put(server, camera_jpeg())->status == 200);
}

TEST_CASE("a photograph goes out as a picture that can do nothing else, for this browser alone") {
  Fixture server;
  auto client = server.client();
  const auto result =
      client.Get("/api/v1/photo?id=" + kKnown, Fixture::as(api::Role::village_officer));
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->body == small_jpeg());
  CHECK(result->get_header_value("Content-Type") == "image/jpeg");
  CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
  CHECK(result->get_header_value("Content-Disposition").find("inline") == 0);
  CHECK(result->get_header_value("Cache-Control").find("private") == 0);
  CHECK(result->get_header_value("Vary").find("Cookie") != std::string::npos);
  CHECK_FALSE(result->has_header("Shanzhi-Keep"));
  bool sandboxed = false;
  for (std::size_t i = 0; i < result->get_header_value_count("Content-Security-Policy"); ++i)
    sandboxed = sandboxed ||
                result->get_header_value("Content-Security-Policy", "", i).find("sandbox") == 0;
  CHECK(sandboxed);
  CHECK(client.Get("/api/v1/photo?id=" + std::string(64, 'b'), Fixture::as(api::Role::auditor))
            ->status == 404);
  CHECK(client.Get("/api/v1/photo?id=37", Fixture::as(api::Role::auditor))->status == 422);
  CHECK(client.Get("/api/v1/photo", Fixture::as(api::Role::auditor))->status == 422);
  CHECK(client.Get("/api/v1/photo?id=" + kKnown, Fixture::as(api::Role::display))->status == 403);
  CHECK(client.Get("/api/v1/photo?id=" + kKnown)->status == 401);
}

}  // namespace shanzhi::test
