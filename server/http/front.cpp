// The front page's figures: asked once a change, laid into the page at its markers.
#include "server/http/front.h"

#include "server/http/api.h"
#include "server/http/html.h"
#include "server/http/tags.h"
#include "shared/base/escape.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

/// Where the page says that the figures and the town's name go.
constexpr std::string_view kFiguresMarker = "<!--headline-->";
constexpr std::string_view kTownMarker = "<!--town-->";

void replace(std::string& page, std::string_view marker, const std::string& by) {
  const auto at = page.find(marker);
  if (at != std::string::npos) page.replace(at, marker.size(), by);
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

}  // namespace

Front::Front(Services& services, const StaticFiles::File* page)
    : services_(services), page_(page) {}

Front::Headline Front::ask(text::Language language) {
  Headline out;
  auto me = services_.queries.run("me", {}, services_.published);
  if (me) {
    if (auto read = describe::from_answer<api::Me>(me->json)) out.town = read->town_name;
  }
  auto answer = services_.queries.run("figures", {}, services_.published);
  if (!answer) return out;
  const auto read = describe::from_answer<api::Figures>(answer->json);
  if (!read) return out;
  const bool english = language == text::Language::english;
  out.figures = {{english ? "Households" : "家户", grouped(read->households)},
                 {english ? "Residents" : "居民", grouped(read->people)},
                 {english ? "Points issued" : "累计发放积分", grouped(read->points_issued / 100)},
                 {english ? "Hours banked" : "累计服务时长（小时）", grouped(read->hours / 60)}};
  return out;
}

std::shared_ptr<const Front::Rendered> Front::render(text::Language language) {
  auto out = std::make_shared<Rendered>();
  out->headline = ask(language);
  std::string list, html;
  for (const auto& [label, value] : out->headline.figures) {
    if (!list.empty()) list += ",";
    list += "{\"label\":" + describe::json_string(label) +
            ",\"value\":" + describe::json_string(value) + "}";
    html += "<div><dt>" + base::html_escaped(label) + "</dt><dd>" + base::html_escaped(value) +
            "</dd></div>";
  }
  out->json =
      "{\"town\":" + describe::json_string(out->headline.town) + ",\"figures\":[" + list + "]}";
  if (page_ == nullptr) return out;
  out->file = *page_;
  replace(out->file.bytes, kFiguresMarker, html);
  replace(out->file.bytes, kTownMarker, base::html_escaped(out->headline.town));
  if (language == text::Language::english)
    replace(out->file.bytes, "<html lang=\"zh-CN\">", "<html lang=\"en\">");
  out->file.brotli = compress(out->file.bytes, Encoding::brotli);
  out->file.gzip = compress(out->file.bytes, Encoding::gzip);
  out->file.tag = "\"" + digest_text(out->file.bytes) + "\"";
  return out;
}

std::shared_ptr<const Front::Rendered> Front::rendered(text::Language language) {
  const std::int64_t position = services_.queries.position();
  const base::Instant now = services_.clock.now();
  const std::lock_guard lock(mutex_);
  const bool fresh = position == position_ || (now.unix_ms - made_at_.unix_ms >= 0 &&
                                               now.unix_ms - made_at_.unix_ms < base::kMsPerSecond);
  if (!fresh || base::day_of(now) != base::day_of(made_at_)) {
    kept_ = {};
    position_ = position;
    made_at_ = now;
  }
  auto& kept = kept_[language == text::Language::english ? 1 : 0];
  if (!kept) kept = render(language);
  return kept;
}

void Front::page(const httplib::Request& request, httplib::Response& response) {
  // Chinese whatever the browser prefers; ?lang=en asks for English.
  const bool english = request.get_param_value("lang") == "en";
  send_file(rendered(english ? text::Language::english : text::Language::chinese)->file, request,
            response);
}

void Front::figures(const httplib::Request& request, httplib::Response& response,
                    const Visitor& visitor) {
  response.status = 200;
  send_json(rendered(visitor.language)->json, request, response);
}

}  // namespace shanzhi::http
