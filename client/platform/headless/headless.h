// The Platform of a test: everything in memory, the clock and the network in the test's hand, the picture
// as a tree of roles and names that can be asked and pressed.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "client/platform/platform.h"
#include "client/widgets/access.h"

namespace shanzhi::platform {

class HeadlessPlatform final : public Platform {
 public:
  HeadlessPlatform(float width = 1366, float height = 768, float pixel_ratio = 1);
  ~HeadlessPlatform() override;
  HeadlessPlatform(const HeadlessPlatform&) = delete;
  HeadlessPlatform& operator=(const HeadlessPlatform&) = delete;

  std::int64_t now_ms() const override { return now; }
  double uptime_ms() const override { return uptime; }
  void request_frame() override { frame_wanted = true; }
  void wake_in(std::int64_t ms) override { wakes.push_back(ms); }
  const Surroundings& surroundings() const override { return around; }

  int send(HttpRequest request) override;
  void cancel(int request_id) override;
  std::vector<HttpReply> take_replies() override { return std::exchange(replies, {}); }

  std::string url_hash() const override { return hash; }
  void set_url_hash(std::string_view new_hash, bool replace) override;
  bool go_back() override;
  void open_url(std::string_view url) override { opened.emplace_back(url); }
  std::string storage_get(std::string_view key) const override;
  bool storage_set(std::string_view key, std::string_view value) override;
  void storage_remove(std::string_view key) override { storage.erase(std::string(key)); }

  void download(std::string_view filename, std::string_view mime, std::string_view bytes) override;
  int pick_file(std::string_view accept) override;
  int photograph(int max_side, bool camera) override;
  std::vector<PickedFile> take_files() override { return std::exchange(files, {}); }
  void copy_text(std::string_view text) override { clipboard = text; }
  void save_picture(std::string_view filename) override { pictures.emplace_back(filename); }
  void print_html(std::string_view title, std::string_view body_html) override;

  void announce(std::string_view text, bool urgent) override;
  void read_aloud(std::string_view text, std::string_view language) override;
  void sound_alarm() override { alarms++; }
  void keep_awake(bool on) override { awake = on; }
  void full_screen(bool on) override { full = on; }
  void reload() override { reloads++; }

  std::array<std::uint8_t, 16> random_bytes() override;
  void set_title(std::string_view new_title) override { title = new_title; }
  void set_language(std::string_view tag) override { language = tag; }

  /// Draws one frame by calling `draw` between begin and end, ms after the one before.
  void frame(const std::function<void()>& draw, double ms = 16);
  /// Frames until nothing asks for another one; at most `most`. Returns how many.
  int settle(const std::function<void()>& draw, int most = 120);

  /// Every node of the last frame with this role whose name is (or, with part, contains) `name`.
  std::vector<widgets::Node> find(widgets::Role role, std::string_view name,
                                  bool part = false) const;
  /// Is there any node with these words in its name, of whatever role?
  bool shows(std::string_view words) const;
  /// Presses the first such node through the mirror, as a reader would. False: there is none, or it is
  /// disabled. Takes effect in the next frame.
  bool press(widgets::Role role, std::string_view name);
  /// Presses with the mouse in the middle of the node; needs three frames.
  bool click(widgets::Role role, std::string_view name, const std::function<void()>& draw);
  /// Types into the text field of this name, replacing what is there.
  bool type(std::string_view name, std::string_view value);
  bool enter(std::string_view name);
  /// The tree as indented lines "role name [states]", for golden files and messages.
  std::string outline() const;

  // The test's hand on the world.
  std::int64_t now = 1795311660000;  ///< 2026-11-22 09:41 in Shanghai
  double uptime = 0;
  Surroundings around;
  bool frame_wanted = false;
  std::vector<std::int64_t> wakes;
  std::vector<std::pair<int, HttpRequest>> sent;
  std::vector<HttpReply> replies;
  std::vector<PickedFile> files;
  std::map<std::string, std::string> storage;
  std::string hash, clipboard, title, language;
  std::vector<std::string> trail;  ///< addresses that back leads to
  std::vector<std::string> opened, pictures, printed, announced, spoken;
  std::map<std::string, std::string> downloads;
  int alarms = 0, reloads = 0;
  bool awake = false, full = false;

 private:
  const widgets::Node* first(widgets::Role role, std::string_view name) const;
  void mouse(float x, float y, bool down);
  int next_id_ = 1;
  std::uint64_t random_ = 0x243F6A8885A308D3;  ///< always the same series
};

}  // namespace shanzhi::platform
