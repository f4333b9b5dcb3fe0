// The Platform of a browser page.
#pragma once

#include <string>
#include <vector>

#include "client/platform/platform.h"

namespace shanzhi::platform {

class WebPlatform final : public Platform {
 public:
  std::int64_t now_ms() const override;
  double uptime_ms() const override;
  void request_frame() override;
  void wake_in(std::int64_t ms) override;
  const Surroundings& surroundings() const override { return surroundings_; }

  int send(HttpRequest request) override;
  void cancel(int request_id) override;
  std::vector<HttpReply> take_replies() override;

  std::string url_hash() const override;
  void set_url_hash(std::string_view hash, bool replace) override;
  bool go_back() override;
  void open_url(std::string_view url) override;
  std::string storage_get(std::string_view key) const override;
  bool storage_set(std::string_view key, std::string_view value) override;
  void storage_remove(std::string_view key) override;

  void download(std::string_view filename, std::string_view mime, std::string_view bytes) override;
  int pick_file(std::string_view accept) override;
  int photograph(int max_side, bool camera) override;
  std::vector<PickedFile> take_files() override;
  void copy_text(std::string_view text) override;
  void save_picture(std::string_view filename) override;
  void print_html(std::string_view title, std::string_view body_html) override;

  void announce(std::string_view text, bool urgent) override;
  void read_aloud(std::string_view text, std::string_view language) override;
  void sound_alarm() override;
  void keep_awake(bool on) override;
  void full_screen(bool on) override;
  void reload() override;

  std::array<std::uint8_t, 16> random_bytes() override;
  void set_title(std::string_view title) override;
  void set_language(std::string_view tag) override;

  // For the page's side of it.
  void look_round();  ///< reads the window and the settings; once a frame
  void take_in(HttpReply reply) { replies_.push_back(std::move(reply)); }
  void take_in(PickedFile file) { files_.push_back(std::move(file)); }

 private:
  Surroundings surroundings_;
  std::vector<HttpReply> replies_;
  std::vector<PickedFile> files_;
  int next_id_ = 1;
  std::string title_, language_;
};

}  // namespace shanzhi::platform
