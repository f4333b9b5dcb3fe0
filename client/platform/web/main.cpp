// The program in a page: makes the picture's context, the platform and the app, and draws a frame when
// something may have changed. At rest no frame is asked for.
#include <GLES3/gl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>

#include "client/platform/font.h"
#include "client/platform/web/browser.h"
#include "client/platform/web/web_platform.h"
#include "client/program.h"
#include "client/widgets/ui.h"

namespace shanzhi::platform {
namespace {

constexpr int kSettleFrames = 3;  // a press needs two frames to be seen by what it opens
/// Beside the scheme in what the page was told last.
constexpr std::uint32_t kMoreContrast = 256;

struct Page {
  WebPlatform platform;
  std::unique_ptr<app::Program> program;
  ImFont* regular = nullptr;
  ImFont* semibold = nullptr;
  double last_ms = 0;
  int width = 0, height = 0;  // device pixels
  int frames = 0;
  int settle = 0;
  bool lost = false;
  std::uint32_t look_told = 99;
};
Page* g_page = nullptr;

void tell_colors() {
  const std::uint32_t look = static_cast<std::uint32_t>(ui::theme().scheme) |
                             (ui::theme().more_contrast ? kMoreContrast : 0);
  if (g_page->look_told == look) return;
  g_page->look_told = look;
  constexpr std::pair<const char*, ui::Color> kTold[] = {{"--bg", ui::Color::bg},
                                                         {"--t1", ui::Color::t1},
                                                         {"--t3", ui::Color::t3},
                                                         {"--jade", ui::Color::jade},
                                                         {"--raise", ui::Color::raise}};
  std::string pairs =
      ui::theme().scheme == ui::Scheme::light ? "color-scheme:light;" : "color-scheme:dark;";
  for (const auto& [name, token] : kTold) {
    const ui::Rgba c = ui::color(token);
    char text[32];
    std::snprintf(text, sizeof text, "%s:#%02x%02x%02x;", name, c & 255, (c >> 8) & 255,
                  (c >> 16) & 255);
    pairs += text;
  }
  sz_colors(pairs.c_str());
}

void fit_canvas(const Surroundings& s) {
  const int width = static_cast<int>(std::lround(s.width * s.pixel_ratio));
  const int height = static_cast<int>(std::lround(s.height * s.pixel_ratio));
  if (width == g_page->width && height == g_page->height) return;
  g_page->width = width;
  g_page->height = height;
  sz_canvas_size(width, height);
}

/// Returns whether the readable tree tells what was drawn.
bool heed(const ui::Effects& effects, double now_ms) {
  WebPlatform& platform = g_page->platform;
  if (!effects.copy.empty()) platform.copy_text(effects.copy);
  if (!effects.announce.empty()) platform.announce(effects.announce, effects.announce_urgent);
  sz_cursor(effects.cursor.c_str());
  bool told = sync_mirror(now_ms);
  if (effects.focus && !sz_mirror_focus(effects.focus)) {
    told = sync_mirror(now_ms, true);
    sz_mirror_focus(effects.focus);
  }
  if (effects.animate) g_page->settle = std::max(g_page->settle, 1);
  if (effects.wake_ms >= 0) sz_wake_in(effects.wake_ms);
  return told;
}

void paint() {
  const ui::Rgba ground = ui::color(ui::Color::bg);
  const auto part = [ground](int shift) {
    return static_cast<float>((ground >> shift) & 255) / 255;
  };
  glViewport(0, 0, g_page->width, g_page->height);
  glClearColor(part(0), part(8), part(16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void draw_frame(double now_ms) {
  g_page->platform.look_round();
  const Surroundings& s = g_page->platform.surroundings();
  if (s.width < 1 || s.height < 1) return;
  fit_canvas(s);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(g_page->width), static_cast<float>(g_page->height)};
  io.DeltaTime = static_cast<float>(std::clamp((now_ms - g_page->last_ms) / 1000, 0.001, 0.1));
  g_page->last_ms = now_ms;
  ImGui_ImplOpenGL3_NewFrame();
  move_touch(io.DeltaTime);
  ui::set_display({s.pixel_ratio, s.reduced_motion, s.more_contrast}, g_page->regular,
                  g_page->semibold);
  ImGui::NewFrame();
  ui::begin_frame(s.width, s.height, now_ms, io.DeltaTime);
  g_page->program->frame();
  ui::end_frame();
  ImGui::Render();
  paint();
  tell_colors();
  const bool told = heed(ui::take_effects(), now_ms);
  sz_ready(++g_page->frames, told);
}

bool make_context() {
  EmscriptenWebGLContextAttributes wish;
  emscripten_webgl_init_context_attributes(&wish);
  wish.majorVersion = 2;
  wish.antialias = wish.alpha = wish.depth = wish.stencil = false;
  wish.preserveDrawingBuffer = false;
  wish.enableExtensionsByDefault = false;  // none is used, and thirty take a tenth of a second
  wish.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &wish);
  return context > 0 && emscripten_webgl_make_context_current(context) == EMSCRIPTEN_RESULT_SUCCESS;
}

void set_up_imgui() {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->TexMinWidth = 1024;
  io.Fonts->TexMinHeight = 512;
  io.Fonts->TexMaxWidth = 4096;
  io.Fonts->TexMaxHeight = 4096;
  ImGui_ImplOpenGL3_Init("#version 300 es");
  sz_font_init();
  g_page->regular = add_font(false);
  g_page->semibold = add_font(true);
}

}  // namespace

void wake() {
  if (!g_page) return;
  g_page->settle = kSettleFrames;
  sz_request_frame();
}

void wake_once() {
  if (!g_page) return;
  g_page->settle = std::max(g_page->settle, 1);
  sz_request_frame();
}

bool frames_wanted() {
  return g_page->settle > 0 || touch_moving() ||
         ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void sz_frame(double now_ms) {
  if (!g_page || g_page->lost || !g_page->program) return;
  // What the hand did comes to Dear ImGui one step a frame: only then does the settling begin.
  if (ImGui::GetCurrentContext()->InputEventsQueue.Size > 0)
    g_page->settle = kSettleFrames;
  else if (g_page->settle > 0)
    g_page->settle--;
  draw_frame(now_ms);
  if (frames_wanted()) sz_request_frame();
}

EMSCRIPTEN_KEEPALIVE void sz_context(int restored) {
  g_page->lost = restored == 0;
  if (g_page->lost) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init("#version 300 es");
  wake();
}

EMSCRIPTEN_KEEPALIVE void sz_work() {
  if (!g_page || !g_page->program) return;
  g_page->platform.look_round();
  if (g_page->program->work()) wake();
}

EMSCRIPTEN_KEEPALIVE void sz_reply(int id, int status, const char* etag, const char* type,
                                   const char* body, int length, double seen_ms) {
  HttpReply reply{id,
                  status,
                  etag,
                  type,
                  std::string(body, static_cast<std::size_t>(length)),
                  static_cast<std::int64_t>(seen_ms)};
  g_page->platform.take_in(std::move(reply));
  if (status == 304)
    sz_work();  // most say that nothing is new: no frame for those
  else
    wake();
}

EMSCRIPTEN_KEEPALIVE void sz_file(int id, const char* name, const char* mime, const char* bytes,
                                  int length) {
  PickedFile file{id, name, mime, std::string(bytes, static_cast<std::size_t>(length))};
  g_page->platform.take_in(std::move(file));
  wake();
}
}

}  // namespace shanzhi::platform

int main() {
  using namespace shanzhi;
  using namespace shanzhi::platform;
  static Page page;
  g_page = &page;
  sz_init();
  sz_mirror_init();
  ImGui::CreateContext();  // first: the mouse is told to it even where nothing can be drawn
  if (!make_context()) {
    sz_failed("webgl");
    return 1;
  }
  set_up_imgui();
  page.platform.look_round();
  ui::set_scheme(page.platform.surroundings().dark ? ui::Scheme::dark : ui::Scheme::light);
  page.program = app::make_program(page.platform);
  wake();
  return 0;
}
