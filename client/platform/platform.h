// What the client needs of the world outside it, and nothing else: clock, frames, network, address,
// storage, files, voice. Two implementations: web/ (a browser) and headless/ (tests, in memory).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shanzhi::platform {

/// One HTTP request to our own server. `path` begins with '/'. Headers are name, value pairs.
struct HttpRequest {
  std::string method = "GET";
  std::string path;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// The answer to send(); status 0 means that the network failed or the request was cancelled.
struct HttpReply {
  int request_id = 0;
  int status = 0;
  std::string etag;
  std::string content_type;
  std::string body;
  std::int64_t seen_ms = 0;  ///< not 0: kept on this device since then, the server was not reached
};

/// A file that the user chose after pick_file() or photograph(); bytes are the whole content. Of a
/// photograph the name is the address under which the page can show it; no bytes: it was no picture.
struct PickedFile {
  int request_id = 0;
  std::string name;
  std::string mime;
  std::string bytes;
};

/// The window and the person's settings as they are in this frame. Sizes in CSS pixels.
struct Surroundings {
  float width = 1366, height = 768;
  float pixel_ratio = 1;
  bool dark = false;
  bool reduced_motion = false;
  bool more_contrast = false;
  bool coarse_pointer = false;  ///< a finger rather than a mouse
  bool online = true;
  bool visible = true;
  std::string language = "zh-CN";  ///< what the browser prefers, BCP 47
  std::string page;                ///< its address up to the '#': https://town.example/
  std::string query;               ///< of the address, without '?': lang=en&kiosk=…
};

class Platform {
 public:
  virtual ~Platform() = default;

  virtual std::int64_t now_ms() const = 0;    ///< UTC since 1970, milliseconds
  virtual double uptime_ms() const = 0;       ///< monotonic, for motion and latency
  virtual void request_frame() = 0;           ///< draw once more, soon
  virtual void wake_in(std::int64_t ms) = 0;  ///< let the app work after ms; the earliest wish wins
  virtual const Surroundings& surroundings() const = 0;

  virtual int send(HttpRequest request) = 0;          ///< returns the request id, > 0
  virtual void cancel(int request_id) = 0;            ///< its reply comes with status 0
  virtual std::vector<HttpReply> take_replies() = 0;  ///< what arrived since the last call

  virtual std::string url_hash() const = 0;  ///< "#/desk/overview", or empty
  virtual void set_url_hash(std::string_view hash,
                            bool replace) = 0;  ///< replace: no history entry
  /// To the page before, when this program led from there; false: it did not.
  virtual bool go_back() = 0;
  virtual void open_url(std::string_view url) = 0;  ///< leaves for another page or a tel: link
  virtual std::string storage_get(std::string_view key) const = 0;  ///< empty when absent
  virtual bool storage_set(std::string_view key, std::string_view value) = 0;  ///< false: no room
  virtual void storage_remove(std::string_view key) = 0;

  virtual void download(std::string_view filename, std::string_view mime,
                        std::string_view bytes) = 0;
  virtual int pick_file(std::string_view accept) = 0;  ///< ".xlsx,.csv"; returns a request id
  /// A picture from camera or album, upright, shrunk to max_side pixels and to about
  /// photos::kScaledBytesMax as JPEG, position data stripped.
  virtual int photograph(int max_side, bool camera) = 0;
  virtual std::vector<PickedFile> take_files() = 0;
  virtual void copy_text(std::string_view text) = 0;
  virtual void save_picture(std::string_view filename) = 0;  ///< the canvas as a PNG download
  virtual void print_html(std::string_view title,
                          std::string_view body_html) = 0;  ///< A4 print dialog

  virtual void announce(std::string_view text, bool urgent) = 0;  ///< spoken by a screen reader
  virtual void read_aloud(std::string_view text, std::string_view language) = 0;  ///< empty: stop
  virtual void sound_alarm() = 0;        ///< two tones, where the browser allows
  virtual void keep_awake(bool on) = 0;  ///< a code is being shown to a scanner
  virtual void full_screen(bool on) = 0;
  virtual void reload() = 0;  ///< fetch a new version of the program

  virtual std::array<std::uint8_t, 16> random_bytes() = 0;  ///< 128 bits, cryptographic
  virtual void set_title(std::string_view title) = 0;
  virtual void set_language(std::string_view tag) = 0;  ///< <html lang>
};

}  // namespace shanzhi::platform
