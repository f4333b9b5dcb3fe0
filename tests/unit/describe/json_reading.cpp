// What JSON text may and may not become a record, and how a refusal is told.
#include <catch2/catch_test_macros.hpp>

#include "shared/describe/json.h"

namespace {

using namespace shanzhi;
using base::ErrorCode;
using describe::Presence;

enum class Colour : std::uint8_t { red, blue };

struct Leaf {
  std::string name;
  std::int64_t weight = 0;
};
struct Tree {
  base::PersonId owner;
  std::string name;
  std::string note;
  Colour colour = Colour::red;
  std::optional<std::int64_t> height;
  double lean = 0;
  bool felled = false;
  std::optional<base::CivilDate> planted;
  Leaf crown;
  std::vector<Leaf> leaves;
  std::vector<std::int64_t> rings;
  std::vector<std::string> tags;
  std::string outline;
};

}  // namespace

template <>
struct shanzhi::describe::EnumNames<Colour> {
  static constexpr std::array values{"red", "blue"};
};

namespace {

void fields(describe::Visitor& v, Leaf& r) {
  v.text({"name", "", Presence::required, 1, 5}, r.name);
  v.integer({"weight", "", Presence::optional, 0, 9}, r.weight);
}
void fields(describe::Visitor& v, Tree& r) {
  constexpr auto optional = Presence::optional;
  describe::visit_id(v, {"owner", "", optional, 36, 36}, r.owner);
  v.text({"name", "", Presence::required, 1, 5}, r.name);
  v.text({"note", "", optional, 0, 200, describe::Kind::multiline}, r.note);
  describe::visit_choice(v, {"colour", "", optional}, r.colour);
  v.optional_integer({"height", "", optional, 1, 960, describe::Kind::minutes}, r.height);
  v.real({"lean", "", optional, -90, 90}, r.lean);
  v.boolean({"felled", "", optional}, r.felled);
  describe::visit_date(v, {"planted", "", optional, 10, 10}, r.planted);
  describe::visit_record(v, {"crown", "", optional}, r.crown);
  describe::visit_list(v, {"leaves", "", optional, 0, 3}, r.leaves);
  v.integers({"rings", "", optional}, r.rings);
  v.texts({"tags", "", optional, 0, 2}, r.tags);
  v.raw_json({"outline", "", optional}, r.outline);
}

base::Error refusal(std::string_view json) {
  auto read = describe::from_json<Tree>(json);
  REQUIRE_FALSE(read.ok());
  return read.error();
}
void check_refused(std::string_view json, ErrorCode code, const char* pointer) {
  INFO(json);
  const base::Error error = refusal(json);
  CHECK(error.code == code);
  CHECK(error.field == pointer);
}

}  // namespace

TEST_CASE("a record is read with every kind of field") {
  auto read = describe::from_json<Tree>(
      R"({"owner":"018F4A7E-0000-7000-8000-0123456789ab","name":"银杏","note":"a\nb","colour":"blue",
          "height":60,"lean":-1.5,"felled":true,"planted":"1998-03-12","crown":{"name":"c"},
          "leaves":[{"name":"a","weight":9},{"name":"𠮷"}],"rings":[1,-2],"tags":["x"],
          "outline":{"type":"Point","coordinates":[115.25,35]}})");
  REQUIRE(read.ok());
  const Tree& tree = read.value();
  CHECK(base::to_text(tree.owner.uuid) == "018f4a7e-0000-7000-8000-0123456789ab");
  CHECK(tree.name == "银杏");
  CHECK(tree.note == "a\nb");
  CHECK(tree.colour == Colour::blue);
  CHECK(tree.height == 60);
  CHECK(tree.lean == -1.5);
  CHECK(tree.felled);
  CHECK(base::to_text(*tree.planted) == "1998-03-12");
  CHECK(tree.crown.name == "c");
  REQUIRE(tree.leaves.size() == 2);
  CHECK(tree.leaves[0].weight == 9);
  CHECK(tree.leaves[1].name == "𠮷");
  CHECK(tree.rings == std::vector<std::int64_t>{1, -2});
  CHECK(tree.tags == std::vector<std::string>{"x"});
  CHECK(tree.outline == R"({"type":"Point","coordinates":[115.25,35]})");
}

TEST_CASE("what is written reads back as the same text") {
  const std::string json =
      R"({"owner":"018f4a7e-0000-7000-8000-0123456789ab","name":"a\"\\","colour")"
      R"(:"blue","height":1,"lean":0.1,"felled":true,"planted":"2026-11-22",)"
      R"("crown":{"name":"c","weight":0},"leaves":[{"name":"l","weight":3}],)"
      R"("rings":[9007199254740993],"tags":["甲"],"outline":[[1.5,2],null]})";
  auto read = describe::from_json<Tree>(json);
  REQUIRE(read.ok());
  CHECK(describe::to_json(*read) == json);
}

TEST_CASE("an absent optional is left out, and left alone") {
  auto read = describe::from_json<Tree>(R"({"name":"a"})");
  REQUIRE(read.ok());
  CHECK_FALSE(read->height.has_value());
  CHECK(read->owner.none());
  CHECK(describe::to_json(*read) ==
        R"({"name":"a","colour":"red","lean":0.0,"felled":false,)"
        R"("crown":{"name":"","weight":0},"leaves":[],"rings":[],"tags":[]})");
}

TEST_CASE("every kind of mistake has its code and its pointer") {
  check_refused("", ErrorCode::malformed, "");
  check_refused("[]", ErrorCode::malformed, "");
  check_refused("\xEF\xBB\xBF{", ErrorCode::malformed, "");
  check_refused(R"({"name":"a"} x)", ErrorCode::malformed, "");
  check_refused("{}", ErrorCode::missing_field, "/name");
  check_refused(R"({"name":""})", ErrorCode::missing_field, "/name");
  check_refused(R"({"name":" 　"})", ErrorCode::missing_field, "/name");
  check_refused(R"({"name":null})", ErrorCode::malformed, "/name");
  check_refused(R"({"name":"abcdef"})", ErrorCode::out_of_range, "/name");
  check_refused(R"({"name":"a\nb"})", ErrorCode::malformed, "/name");
  check_refused(R"({"name":"a\u202eb"})", ErrorCode::malformed, "/name");
  check_refused("{\"name\":\"\xC3\x28\"}", ErrorCode::malformed, "");
  check_refused(R"({"name":"\ud800"})", ErrorCode::malformed, "");
  check_refused(R"({"name":"a","name":"b"})", ErrorCode::malformed, "/name");
  check_refused(R"({"name":"a","leaves":[{"name":"x"},{"b/":1,"b/":1}]})", ErrorCode::malformed,
                "/leaves/1/b~1");
  check_refused(R"({"name":"a","more":1})", ErrorCode::unknown_field, "/more");
  check_refused(R"({"name":"a","a/b~c":1})", ErrorCode::unknown_field, "/a~1b~0c");
  check_refused(R"({"name":"a","height":0})", ErrorCode::out_of_range, "/height");
  check_refused(R"({"name":"a","height":961})", ErrorCode::out_of_range, "/height");
  check_refused(R"({"name":"a","height":1.0})", ErrorCode::malformed, "/height");
  check_refused(R"({"name":"a","height":"60"})", ErrorCode::malformed, "/height");
  check_refused(R"({"name":"a","height":99999999999999999999})", ErrorCode::out_of_range,
                "/height");
  check_refused(R"({"name":"a","lean":1e999})", ErrorCode::malformed, "");
  check_refused(R"({"name":"a","lean":91})", ErrorCode::out_of_range, "/lean");
  check_refused(R"({"name":"a","felled":1})", ErrorCode::malformed, "/felled");
  check_refused(R"({"name":"a","colour":"green"})", ErrorCode::not_a_choice, "/colour");
  check_refused(R"({"name":"a","planted":"2026-02-30"})", ErrorCode::malformed, "/planted");
  check_refused(R"({"name":"a","owner":"018f4a7e-0000-7000-8000-0123456789xx"})",
                ErrorCode::malformed, "/owner");
  check_refused(R"({"name":"a","crown":{}})", ErrorCode::missing_field, "/crown/name");
  check_refused(R"({"name":"a","leaves":[{"name":"x"},{"name":"y","weight":10}]})",
                ErrorCode::out_of_range, "/leaves/1/weight");
  check_refused(R"({"name":"a","leaves":[{"name":"x"},{"name":"y","z":10}]})",
                ErrorCode::unknown_field, "/leaves/1/z");
  check_refused(R"({"name":"a","leaves":[{},{},{},{}]})", ErrorCode::out_of_range, "/leaves");
  check_refused(R"({"name":"a","leaves":[7]})", ErrorCode::malformed, "/leaves/0");
  check_refused(R"({"name":"a","rings":[1,2.5]})", ErrorCode::malformed, "/rings/1");
  check_refused(R"({"name":"a","tags":["x",""]})", ErrorCode::missing_field, "/tags/1");
  check_refused(R"({"name":"a","tags":["x","y","z"]})", ErrorCode::out_of_range, "/tags");
}

TEST_CASE("a refusal shows the bounds") {
  const base::Error error = refusal(R"({"name":"a","height":961})");
  CHECK(error.shown == "1");
  CHECK(error.shown2 == "960");
  const base::Error choice = refusal(R"({"name":"a","colour":"green"})");
  CHECK(choice.shown == "green");
  CHECK(choice.shown2 == "red, blue");
}

TEST_CASE("nesting is read to its bound and no deeper") {
  const auto nested = [](int depth) {
    const auto size = static_cast<std::size_t>(depth);
    return R"({"name":"a","outline":)" + std::string(size, '[') + std::string(size, ']') + "}";
  };
  CHECK(describe::from_json<Tree>(nested(describe::kJsonDepthMax - 1)).ok());
  CHECK_FALSE(describe::from_json<Tree>(nested(describe::kJsonDepthMax)).ok());
}

TEST_CASE("all offenders are told at once, each with its pointer") {
  Tree tree;
  const auto errors =
      describe::errors_in_json(R"({"height":0,"colour":"x","leaves":[{"weight":-1}],"more":1})",
                               describe::access_record(tree));
  std::string told;
  for (const auto& error : errors) told += error.field + " ";
  CHECK(told == "/name /colour /height /leaves/0/name /leaves/0/weight /more ");
  CHECK(describe::errors_in_json(R"({"name":"a"})", describe::access_record(tree)).empty());
}

TEST_CASE("an answer of a newer server is read for what is known") {
  const char* newer = R"({"name":"a much longer name","more":{"x":[1]},"lean":91})";
  auto read = describe::from_answer<Tree>(newer);
  REQUIRE(read.ok());
  CHECK(read->name == "a much longer name");
  CHECK_FALSE(describe::from_answer<Tree>(R"({"name":7})").ok());
}

TEST_CASE("parameters are numbers and truths written as text") {
  Tree tree;
  const auto access = describe::access_record(tree);
  REQUIRE(describe::read_parameters({{"name", "银杏"},
                                     {"height", "60"},
                                     {"lean", "-0.5"},
                                     {"felled", "1"},
                                     {"colour", "blue"}},
                                    access)
              .ok());
  CHECK(tree.height == 60);
  CHECK(tree.lean == -0.5);
  CHECK(tree.felled);
  CHECK(tree.colour == Colour::blue);
  const auto check = [&](const char* name, const char* value, ErrorCode code) {
    INFO(name << "=" << value);
    auto read = describe::read_parameters({{"name", "a"}, {name, value}}, access);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == code);
    CHECK(read.error().field == std::string("/") + name);
  };
  check("height", "", ErrorCode::malformed);
  check("height", "6x", ErrorCode::malformed);
  check("height", "+6", ErrorCode::malformed);
  check("height", "961", ErrorCode::out_of_range);
  check("height", "99999999999999999999", ErrorCode::out_of_range);
  check("felled", "yes", ErrorCode::malformed);
  check("lean", "nan", ErrorCode::malformed);
  check("colour", "", ErrorCode::not_a_choice);
  check("note", "\xFF", ErrorCode::malformed);
  check("more", "1", ErrorCode::unknown_field);
  check("name", "b", ErrorCode::malformed);  // twice
}
