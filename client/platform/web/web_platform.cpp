// The Platform of a browser page: each wish is one call into services.js.
#include "client/platform/web/web_platform.h"

#include <emscripten.h>

#include <cstdlib>

#include "client/platform/web/browser.h"
#include "shared/photos/clean_jpeg.h"

namespace shanzhi::platform {
namespace {

enum Question { kHash, kQuery, kLanguage, kStored, kPage };
enum Deed { kOpen, kTitle, kSetLanguage, kCopy, kPicture, kReload, kAwake, kFullScreen };

std::string ask(Question what, std::string_view key = {}) {
  char* answer = sz_ask(what, std::string(key).c_str());
  if (!answer) return {};
  std::string out(answer);
  std::free(answer);
  return out;
}
void do_it(Deed what, std::string_view text, bool on = false) {
  sz_do(what, std::string(text).c_str(), on ? 1 : 0);
}

}  // namespace

std::int64_t WebPlatform::now_ms() const {
  return static_cast<std::int64_t>(sz_now());
}
double WebPlatform::uptime_ms() const {
  return emscripten_get_now();
}
void WebPlatform::request_frame() {
  wake();
}
void WebPlatform::wake_in(std::int64_t ms) {
  sz_work_in(static_cast<double>(ms));
}

void WebPlatform::look_round() {
  struct {
    float width, height, ratio;
    std::int32_t flags;
  } s{};
  sz_surroundings(&s);
  surroundings_.width = s.width;
  surroundings_.height = s.height;
  surroundings_.pixel_ratio = s.ratio;
  surroundings_.dark = (s.flags & 1) != 0;
  surroundings_.reduced_motion = (s.flags & 2) != 0;
  surroundings_.coarse_pointer = (s.flags & 4) != 0;
  surroundings_.online = (s.flags & 8) != 0;
  surroundings_.visible = (s.flags & 16) != 0;
  surroundings_.more_contrast = (s.flags & 32) != 0;
  if (!language_.empty()) return;
  language_ = surroundings_.language = ask(kLanguage);
  surroundings_.query = ask(kQuery);
  surroundings_.page = ask(kPage);
}

int WebPlatform::send(HttpRequest r) {
  const int id = next_id_++;
  std::string headers;
  for (const auto& [name, value] : r.headers) headers += name + ":" + value + "\n";
  sz_send(id, r.method.c_str(), r.path.c_str(), headers.c_str(), r.body.data(),
          static_cast<int>(r.body.size()));
  return id;
}
void WebPlatform::cancel(int request_id) {
  sz_cancel(request_id);
}
std::vector<HttpReply> WebPlatform::take_replies() {
  return std::exchange(replies_, {});
}

std::string WebPlatform::url_hash() const {
  return ask(kHash);
}
void WebPlatform::set_url_hash(std::string_view hash, bool replace) {
  sz_hash(std::string(hash).c_str(), replace ? 1 : 0);
}
bool WebPlatform::go_back() {
  return sz_back() != 0;
}
void WebPlatform::open_url(std::string_view url) {
  do_it(kOpen, url);
}
std::string WebPlatform::storage_get(std::string_view key) const {
  return ask(kStored, key);
}
bool WebPlatform::storage_set(std::string_view key, std::string_view value) {
  return sz_store(std::string(key).c_str(), std::string(value).c_str(), 0) != 0;
}
void WebPlatform::storage_remove(std::string_view key) {
  sz_store(std::string(key).c_str(), "", 1);
}

void WebPlatform::download(std::string_view filename, std::string_view mime,
                           std::string_view bytes) {
  sz_download(std::string(filename).c_str(), std::string(mime).c_str(), bytes.data(),
              static_cast<int>(bytes.size()));
}
int WebPlatform::pick_file(std::string_view accept) {
  sz_pick_file(next_id_, std::string(accept).c_str());
  return next_id_++;
}
int WebPlatform::photograph(int max_side, bool camera) {
  sz_photograph(next_id_, max_side, static_cast<int>(photos::kScaledBytesMax), camera ? 1 : 0);
  return next_id_++;
}
std::vector<PickedFile> WebPlatform::take_files() {
  return std::exchange(files_, {});
}
void WebPlatform::copy_text(std::string_view text) {
  do_it(kCopy, text);
}
void WebPlatform::save_picture(std::string_view filename) {
  do_it(kPicture, filename);
}
void WebPlatform::print_html(std::string_view title, std::string_view body_html) {
  sz_print(std::string(title).c_str(), std::string(body_html).c_str());
}

void WebPlatform::announce(std::string_view text, bool urgent) {
  sz_live(std::string(text).c_str(), urgent ? 1 : 0);
}
void WebPlatform::read_aloud(std::string_view text, std::string_view language) {
  sz_read_aloud(std::string(text).c_str(), std::string(language).c_str());
}
void WebPlatform::sound_alarm() {
  sz_alarm();
}
void WebPlatform::keep_awake(bool on) {
  do_it(kAwake, "", on);
}
void WebPlatform::full_screen(bool on) {
  do_it(kFullScreen, "", on);
}
void WebPlatform::reload() {
  do_it(kReload, "");
}

std::array<std::uint8_t, 16> WebPlatform::random_bytes() {
  std::array<std::uint8_t, 16> out{};
  sz_random(out.data());
  return out;
}
void WebPlatform::set_title(std::string_view title) {
  if (title_ == title) return;
  title_ = title;
  do_it(kTitle, title);
}
void WebPlatform::set_language(std::string_view tag) {
  do_it(kSetLanguage, tag);
}

}  // namespace shanzhi::platform
