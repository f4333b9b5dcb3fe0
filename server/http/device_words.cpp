// What a User-Agent says, as far as it helps somebody to know their own device again.
#include <array>

#include "server/http/door.h"

namespace shanzhi::http {
namespace {

struct Mark {
  std::string_view mark, name;
};
// The first that is found counts: browsers name those that they descend from.
constexpr std::array<Mark, 9> kSystems{{{"iPhone", "iPhone"},
                                        {"iPad", "iPad"},
                                        {"HarmonyOS", "HarmonyOS"},
                                        {"OpenHarmony", "HarmonyOS"},
                                        {"Android", "Android"},
                                        {"Windows", "Windows"},
                                        {"Macintosh", "Mac"},
                                        {"CrOS", "ChromeOS"},
                                        {"Linux", "Linux"}}};
constexpr std::array<Mark, 12> kBrowsers{{{"MicroMessenger", "WeChat"},
                                          {"AlipayClient", "Alipay"},
                                          {"DingTalk", "DingTalk"},
                                          {"QQBrowser", "QQ"},
                                          {"UCBrowser", "UC"},
                                          {"MiuiBrowser", "Mi"},
                                          {"HuaweiBrowser", "Huawei"},
                                          {"Edg", "Edge"},
                                          {"Firefox/", "Firefox"},
                                          {"FxiOS", "Firefox"},
                                          {"Chrome/", "Chrome"},
                                          {"Safari/", "Safari"}}};

template <std::size_t kSize>
std::string first_of(const std::array<Mark, kSize>& marks, std::string_view text) {
  for (const Mark& each : marks)
    if (text.find(each.mark) != std::string_view::npos) return std::string(each.name);
  return {};
}

}  // namespace

std::string device_words(std::string_view user_agent) {
  std::string words = first_of(kSystems, user_agent);
  const std::string browser = first_of(kBrowsers, user_agent);
  if (!words.empty() && !browser.empty()) words += " · ";
  return words + browser;
}

app::Origin origin_of(const Visitor& visitor, const httplib::Request& request) {
  return {visitor.address, device_words(request.get_header_value("User-Agent"))};
}

}  // namespace shanzhi::http
