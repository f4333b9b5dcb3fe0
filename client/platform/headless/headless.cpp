// The in-memory platform: frames without a picture, and a hand that finds things by role and name.
#include "client/platform/headless/headless.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <utility>

#include "client/platform/font.h"
#include "client/widgets/ui.h"

namespace shanzhi::platform {
namespace {

ImFont* g_regular = nullptr;
ImFont* g_semibold = nullptr;

constexpr const char* kRoleNames[] = {
    "text",          "heading",  "button",  "link",     "checkbox", "switch",     "radio",
    "tab",           "menuitem", "option",  "treeitem", "combobox", "textbox",    "image",
    "meter",         "status",   "alert",   "group",    "main",     "navigation", "banner",
    "complementary", "region",   "search",  "dialog",   "list",     "listitem",   "tablist",
    "radiogroup",    "menu",     "listbox", "tree",     "grid",     "row",        "columnheader",
    "cell",          "form",     "scroll"};

/// Dear ImGui 1.92 wants its textures acknowledged; there is nothing to upload here.
void accept_textures() {
  for (ImTextureData* t : ImGui::GetPlatformIO().Textures) {
    if (t->Status == ImTextureStatus_WantCreate) t->SetTexID(1);
    t->SetStatus(t->Status == ImTextureStatus_WantDestroy ? ImTextureStatus_Destroyed
                                                          : ImTextureStatus_OK);
  }
}

}  // namespace

HeadlessPlatform::HeadlessPlatform(float width, float height, float pixel_ratio) {
  around.width = width;
  around.height = height;
  around.pixel_ratio = pixel_ratio;
  widgets::forget_everything();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  g_regular = add_font(false);
  g_semibold = add_font(true);
}
HeadlessPlatform::~HeadlessPlatform() {
  ImGui::DestroyContext();
}

int HeadlessPlatform::send(HttpRequest request) {
  sent.emplace_back(next_id_, std::move(request));
  return next_id_++;
}
void HeadlessPlatform::cancel(int request_id) {
  HttpReply reply;
  reply.request_id = request_id;
  replies.push_back(reply);
}
void HeadlessPlatform::set_url_hash(std::string_view new_hash, bool replace) {
  if (!replace && hash != new_hash) trail.push_back(hash);
  hash = new_hash;
}
bool HeadlessPlatform::go_back() {
  if (trail.empty()) return false;
  hash = trail.back();
  trail.pop_back();
  return true;
}
std::string HeadlessPlatform::storage_get(std::string_view key) const {
  const auto at = storage.find(std::string(key));
  return at == storage.end() ? std::string() : at->second;
}
bool HeadlessPlatform::storage_set(std::string_view key, std::string_view value) {
  storage[std::string(key)] = value;
  return true;
}
void HeadlessPlatform::download(std::string_view filename, std::string_view,
                                std::string_view bytes) {
  downloads[std::string(filename)] = bytes;
}
int HeadlessPlatform::pick_file(std::string_view) {
  return next_id_++;
}
int HeadlessPlatform::photograph(int, bool) {
  return next_id_++;
}
void HeadlessPlatform::print_html(std::string_view, std::string_view body_html) {
  printed.emplace_back(body_html);
}
void HeadlessPlatform::announce(std::string_view text, bool) {
  announced.emplace_back(text);
}
void HeadlessPlatform::read_aloud(std::string_view text, std::string_view) {
  spoken.emplace_back(text);
}

std::array<std::uint8_t, 16> HeadlessPlatform::random_bytes() {
  std::array<std::uint8_t, 16> out{};
  for (std::uint8_t& b : out) {
    random_ = random_ * 6364136223846793005u + 1442695040888963407u;
    b = static_cast<std::uint8_t>(random_ >> 56);
  }
  return out;
}

void HeadlessPlatform::frame(const std::function<void()>& draw, double ms) {
  uptime += ms;
  now += static_cast<std::int64_t>(ms);
  frame_wanted = false;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {around.width * around.pixel_ratio, around.height * around.pixel_ratio};
  io.DeltaTime = static_cast<float>(std::clamp(ms / 1000, 0.001, 0.1));
  widgets::set_display({around.pixel_ratio, around.reduced_motion, around.more_contrast}, g_regular,
                       g_semibold);
  ImGui::NewFrame();
  widgets::begin_frame(around.width, around.height, uptime, io.DeltaTime);
  draw();
  widgets::end_frame();
  ImGui::Render();
  accept_textures();
  const widgets::Effects effects = widgets::take_effects();
  if (!effects.copy.empty()) clipboard = effects.copy;
  if (!effects.announce.empty()) announced.push_back(effects.announce);
  if (effects.focus) widgets::on_focus(effects.focus, true);
  frame_wanted = frame_wanted || effects.animate;
}

int HeadlessPlatform::settle(const std::function<void()>& draw, int most) {
  int n = 0;
  int quiet = 0;
  while (n < most && quiet < 3) {
    frame(draw);
    n++;
    quiet = frame_wanted || ImGui::GetCurrentContext()->InputEventsQueue.Size > 0 ? 0 : quiet + 1;
  }
  return n;
}

std::vector<widgets::Node> HeadlessPlatform::find(widgets::Role role, std::string_view name,
                                                  bool part) const {
  std::vector<widgets::Node> out;
  for (const widgets::Node& n : widgets::access().nodes)
    if (n.role == role && (n.name == name || (part && n.name.find(name) != std::string::npos)))
      out.push_back(n);
  return out;
}
bool HeadlessPlatform::shows(std::string_view words) const {
  const auto& nodes = widgets::access().nodes;
  return std::any_of(nodes.begin(), nodes.end(), [&](const widgets::Node& n) {
    return n.name.find(words) != std::string::npos || n.value.find(words) != std::string::npos ||
           n.describe.find(words) != std::string::npos;
  });
}
const widgets::Node* HeadlessPlatform::first(widgets::Role role, std::string_view name) const {
  for (const widgets::Node& n : widgets::access().nodes)
    if (n.role == role && n.name == name) return &n;
  return nullptr;
}

bool HeadlessPlatform::press(widgets::Role role, std::string_view name) {
  const widgets::Node* n = first(role, name);
  if (!n || (n->state & widgets::kDisabled)) return false;
  widgets::on_activate(n->id);
  return true;
}

void HeadlessPlatform::mouse(float x, float y, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  const float k = widgets::theme().device_scale;
  io.AddMousePosEvent(x * k, y * k);
  io.AddMouseButtonEvent(0, down);
}
bool HeadlessPlatform::click(widgets::Role role, std::string_view name,
                             const std::function<void()>& draw) {
  const widgets::Node* n = first(role, name);
  if (!n) return false;
  const widgets::Vec2 at = n->rect.centre();
  mouse(at.x, at.y, false);
  frame(draw);
  mouse(at.x, at.y, true);
  frame(draw);
  mouse(at.x, at.y, false);
  frame(draw);
  return true;
}

bool HeadlessPlatform::type(std::string_view name, std::string_view value) {
  const widgets::Node* n = first(widgets::Role::textbox, name);
  if (!n) return false;
  widgets::on_field(n->id, widgets::FieldSignal::focus);
  widgets::on_field(n->id, widgets::FieldSignal::input, value);
  widgets::on_field(n->id, widgets::FieldSignal::blur, value);
  return true;
}
bool HeadlessPlatform::enter(std::string_view name) {
  const widgets::Node* n = first(widgets::Role::textbox, name);
  if (!n) return false;
  widgets::on_field(n->id, widgets::FieldSignal::enter);
  return true;
}

std::string HeadlessPlatform::outline() const {
  std::string out;
  for (const widgets::Node& n : widgets::access().nodes) {
    out.append(static_cast<std::size_t>(n.depth) * 2, ' ');
    out += kRoleNames[static_cast<std::size_t>(n.role)];
    if (!n.name.empty()) out += " " + n.name;
    if (!n.value.empty()) out += " = " + n.value;
    if (n.state & (widgets::kChecked | widgets::kPressed)) out += " [on]";
    if (n.state & (widgets::kSelected | widgets::kCurrent)) out += " [current]";
    if (n.state & widgets::kExpanded) out += " [open]";
    if (n.state & widgets::kDisabled) out += " [disabled]";
    if (n.state & widgets::kInvalid) out += " [invalid: " + n.describe + "]";
    out += '\n';
  }
  return out;
}

}  // namespace shanzhi::platform
