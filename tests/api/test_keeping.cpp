// Which answers say that the person's device may keep them, and for whom.
#include <catch2/catch_test_macros.hpp>

#include "server/http/keeping.h"
#include "tests/api/fixture.h"

namespace shanzhi::test {
namespace {

std::string mark_of(const httplib::Client& from, const char* path, const httplib::Headers& as) {
  auto& client = const_cast<httplib::Client&>(from);
  const auto answer = client.Get(path, as);
  REQUIRE(answer);
  return answer->get_header_value(http::kKeepHeader);
}

const httplib::Headers kVolunteer{{"Cookie", "shanzhi_session=in:volunteer"}};
const httplib::Headers kOfficer{{"Cookie", "shanzhi_session=in:village_officer"}};

}  // namespace

TEST_CASE("an answer to a session says for whom a device may keep it, also when nothing is new") {
  Fixture server;
  const auto client = server.client();
  const std::string mark = mark_of(client, "/api/v1/figures", kVolunteer);
  CHECK(mark.size() == 16);
  CHECK(mark_of(client, "/api/v1/rules", kVolunteer) == mark);
  CHECK(mark_of(client, "/api/v1/figures", kOfficer) != mark);
  auto again = kVolunteer;
  again.emplace("If-None-Match",
                server.client().Get("/api/v1/figures", kVolunteer)->get_header_value("ETag"));
  const auto same = server.client().Get("/api/v1/figures", again);
  CHECK(same->status == 304);
  CHECK(same->get_header_value(http::kKeepHeader) == mark);
}

TEST_CASE("an answer to a token, to nobody, or of a query that is never kept has no such mark") {
  Fixture server;
  const auto client = server.client();
  CHECK(mark_of(client, "/api/v1/figures", Fixture::as(api::Role::display)).empty());
  CHECK(mark_of(client, "/api/v1/figures", {}).empty());
  CHECK(mark_of(client, "/api/v1/front", kVolunteer).empty());
  const httplib::Headers town{{"Cookie", "shanzhi_session=in:town_administrator"}};
  for (const char* path : {"/api/v1/changes", "/api/v1/search?q=zhang", "/api/v1/journal",
                           "/api/v1/users", "/api/v1/imports", "/api/v1/award-context"})
    CHECK(mark_of(client, path, town).empty());
}

}  // namespace shanzhi::test
