// What people read: refusals, words and titles in both languages.
#include <catch2/catch_test_macros.hpp>

#include <string>

#include "shared/api/registry.h"
#include "shared/describe/field_list.h"
#include "shared/text/text.h"
#include "shared/text/words_of.h"

namespace {

using namespace shanzhi;
using base::ErrorCode;
using text::Language;
using text::Message;

std::string chinese(ErrorCode code, const char* field = "", const char* shown = "",
                    const char* shown2 = "") {
  return text::sentence({code, field, shown, shown2}, Language::chinese);
}
std::string english(ErrorCode code, const char* field = "", const char* shown = "",
                    const char* shown2 = "") {
  return text::sentence({code, field, shown, shown2}, Language::english);
}
bool has_han(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9) return true;
  return false;
}

constexpr int kMessageCount = 0
#define M(name, chinese, english) +1
#include "shared/text/messages.inc"
#undef M
    ;
constexpr std::size_t kCodes = describe::EnumNames<ErrorCode>::values.size();

}  // namespace

TEST_CASE("every message speaks its own language and leaves no placeholder open") {
  for (int i = 0; i < kMessageCount; ++i) {
    const auto message = static_cast<Message>(i);
    INFO(text::say(message, Language::english));
    const bool own_name = message == Message::settings_chinese ||
                          message == Message::settings_english ||
                          message == Message::place_path_separator;
    if (!own_name) {
      const bool only_values =
          std::string_view(text::say(message, Language::chinese)).starts_with("{1}，{2}");
      CHECK((only_values || has_han(text::say(message, Language::chinese))));
      CHECK_FALSE(has_han(text::say(message, Language::english)));
    }
    for (const Language language : {Language::chinese, Language::english}) {
      const std::string filled = text::fill(message, language, {"甲", "乙", "丙"});
      CHECK(filled.find('{') == std::string::npos);
    }
  }
}

TEST_CASE("every refusal has a sentence, whatever values come with it") {
  for (std::size_t code = 0; code < kCodes; ++code) {
    for (const char* field : {"", "/minutes", "/household", "/id", "/born", "/no_such"}) {
      for (const auto& [shown, shown2] : {std::pair{"", ""}, {"8", ""}, {"8", "2"}, {"", "2"}}) {
        const base::Error error{static_cast<ErrorCode>(code), field, shown, shown2};
        for (const Language language : {Language::chinese, Language::english}) {
          const std::string told = text::sentence(error, language);
          INFO(told);
          CHECK(told.size() > 5);
          CHECK(told.find('{') == std::string::npos);
          CHECK(has_han(told) == (language == Language::chinese));
        }
      }
    }
  }
}

TEST_CASE("a refusal says what, why and the right value") {
  CHECK(text::sentence({ErrorCode::over_cap, "/points", "8", "2"}, Language::chinese,
                       base::Period::day) == "超过每日上限 8 分，还可记 2 分");
  CHECK(chinese(ErrorCode::over_cap, "/points", "10", "0") == "超过本规则上限 10 分，已经记满");
  CHECK(text::sentence({ErrorCode::over_cap, "/points", "8", "2"}, Language::english,
                       base::Period::month) == "Over the monthly cap of 8 points; 2 are left");
  CHECK(chinese(ErrorCode::missing_field, "/note") == "请填写事由");
  CHECK(chinese(ErrorCode::missing_field, "/rule") == "请选择规则");
  CHECK(chinese(ErrorCode::out_of_range, "/reason", "2", "200") == "原因应为 2 至 200 个字");
  CHECK(chinese(ErrorCode::out_of_range, "/note", "0", "200") == "事由不能超过 200 个字");
  CHECK(english(ErrorCode::out_of_range, "/note", "", "200") == "What for: at most 200 characters");
  CHECK(chinese(ErrorCode::out_of_range, "/amount", "0.01", "1000000") ==
        "分值应为 0.01 至 1,000,000 分");
  CHECK(chinese(ErrorCode::over_bonus, "/points", "0") == "这条规则不设酌情奖励，请按规则分值记");
  CHECK(chinese(ErrorCode::over_bonus, "/points", "2") == "酌情奖励最多 2 分，请改小");
  CHECK(chinese(ErrorCode::below_floor, "/points", "0", "3") == "余额不足，最多还能扣 3 分");
  CHECK(chinese(ErrorCode::below_floor, "/transfer") == "余额已用去一部分，冲回后会不足，不能冲正");
  CHECK(chinese(ErrorCode::unknown_field, "/nmae") == "没有“nmae”这一项，请去掉");
  CHECK(chinese(ErrorCode::not_found, "/place", "371702106") == "没有找到“371702106”，请核对");
  CHECK(chinese(ErrorCode::out_of_range, "/id_card", "X") == "身份证号末位应为 X，请核对");
  CHECK(chinese(ErrorCode::too_large, "", "1000000") == "内容太大，上限 1,000,000，请分开提交");
}

TEST_CASE("refusals about alarms and the wall say what to do") {
  CHECK(chinese(ErrorCode::in_use, "/alarm") == "这起警情已经解除，不能再改");
  CHECK(chinese(ErrorCode::out_of_range, "/alarm", "0", "20") ==
        "未解除的警情已有 20 起，请先解除再发布");
  CHECK(chinese(ErrorCode::out_of_range, "/step", "3") == "步骤要依次完成，现在是第 3 步");
  CHECK(chinese(ErrorCode::out_of_range, "/step", "1", "5") == "步骤应为第 1 至第 5 步");
  CHECK(english(ErrorCode::in_the_future, "/day") == "Only today and days past can be shown again");
}

TEST_CASE("a pointer into a list is told by the field's title") {
  CHECK(chinese(ErrorCode::malformed, "/members/3") == "成员格式不对，请核对后重填");
  CHECK(chinese(ErrorCode::out_of_range, "/rows/2/note", "", "200") == "事由不能超过 200 个字");
}

TEST_CASE("a field's name with braces does no harm") {
  CHECK(chinese(ErrorCode::unknown_field, "/{4}") == "没有“{4}”这一项，请去掉");
}

TEST_CASE("every field of every request has a title") {
  for (const auto& route : api::routes()) {
    const describe::RecordAccess request{
        const_cast<api::Route*>(&route),
        [](void* at, describe::Visitor& v) { static_cast<const api::Route*>(at)->request(v); }};
    for (const auto& info : describe::field_list(request)) {
      INFO(route.name << "/" << info.field.name);
      CHECK(text::field_title(info.field.name, Language::chinese) != nullptr);
    }
  }
}

TEST_CASE("words are found by value and by wire name") {
  CHECK(std::string(text::word_of(places::Level::village, Language::chinese)) == "行政村");
  CHECK(std::string(text::word_of(api::Role::auditor, Language::english)) == "Auditor");
  CHECK(text::word(text::Vocabulary::service_field, "livelihood", Language::chinese) == "民生保障");
  CHECK(text::word(text::Vocabulary::service_field, "unheard_of", Language::chinese) ==
        "unheard_of");
  CHECK(text::find_word(text::Vocabulary::event, "unheard_of", Language::chinese) == nullptr);
}
