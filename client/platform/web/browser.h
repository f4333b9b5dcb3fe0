// The functions of the JavaScript library beside these files, and the parts that main.cpp joins.
// Positions and sizes that cross over are CSS pixels unless said otherwise.
#pragma once

#include <cstdint>
#include <string>
extern "C" {
void sz_init();
void sz_surroundings(void* out);
void sz_canvas_size(int width, int height);
void sz_request_frame();
void sz_wake_in(double ms);
void sz_work_in(double ms);
void sz_cursor(const char* name);
void sz_colors(const char* pairs);
void sz_ready(int frames, int told);
void sz_failed(const char* why);

void sz_font_init();
void sz_glyph_measure(int code, float px, int bold, void* out);
int sz_glyph_raster(int code, float px, int bold, int x0, int y0, int w, int h, unsigned char* dst);

void sz_mirror_init();
void sz_mirror_sync(const void* records, int count);
int sz_mirror_focus(std::uint32_t id);
void sz_live(const char* text, int urgent);
void sz_field(const void* record);
void sz_field_gone(std::uint32_t id);

void sz_send(int id, const char* method, const char* path, const char* headers, const char* body,
             int length);
void sz_cancel(int id);
char* sz_ask(int what, const char* key);
void sz_hash(const char* hash, int replace);
int sz_back();
int sz_store(const char* key, const char* value, int remove);
void sz_do(int what, const char* text, int on);
void sz_download(const char* name, const char* mime, const char* bytes, int length);
void sz_pick_file(int id, const char* accept);
void sz_photograph(int id, int side, int bytes, int camera);
void sz_print(const char* title, const char* html);
void sz_read_aloud(const char* text, const char* language);
void sz_alarm();
void sz_random(unsigned char* out);
double sz_now();
}

namespace shanzhi::platform {

/// Sends the tree of the last frame to the page when it changed, at most five times a second; asks to be
/// called again when it had to wait. `at_once`: something there is to have the focus. Returns whether the
/// page has it now.
bool sync_mirror(double now_ms, bool at_once = false);

/// Frames until the page is at rest again.
void wake();
void wake_once();  ///< one frame; what moves asks for more
bool frames_wanted();
/// Scrolling that goes on after the finger has left; call before a frame.
void move_touch(float delta_s);
bool touch_moving();

}  // namespace shanzhi::platform
