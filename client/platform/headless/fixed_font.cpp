// An ImFontLoader of plain rectangles; also what IMGUI_ENABLE_FREETYPE asks for in native builds.
#include "client/platform/headless/fixed_font.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

namespace shanzhi::platform {
namespace {

float advance_of(ImWchar code, float px, bool bold) {
  float em = 0.52f;
  if (code >= 0x2E80)
    em = 1;
  else if (code >= '0' && code <= '9')
    em = 0.56f;
  else if (code == ' ' || code == '.' || code == ',' || code == ':' || code == 'i' || code == 'l')
    em = 0.26f;
  return std::round(px * em * (bold && em < 1 ? 1.04f : 1.f));
}

bool init_source(ImFontAtlas*, ImFontConfig*) {
  return true;
}
bool contains(ImFontAtlas*, ImFontConfig*, ImWchar c) {
  return c >= 32 && c != 0x7f;
}
bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = std::ceil(baked->Size * 0.88f);
  baked->Descent = -std::floor(baked->Size * 0.12f);
  return true;
}
bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* advance_only) {
  if (!contains(atlas, source, code)) return false;
  const float advance = advance_of(code, baked->Size, (source->FontLoaderFlags & 1) != 0);
  if (advance_only) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = code;  // a width and no picture: nobody looks
  glyph->AdvanceX = advance;
  return true;
}

const ImFontLoader* loader() {
  static ImFontLoader it;
  it.Name = "fixed";
  it.FontSrcInit = init_source;
  it.FontSrcContainsGlyph = contains;
  it.FontBakedInit = init_baked;
  it.FontBakedLoadGlyph = load_glyph;
  return &it;
}

}  // namespace

ImFont* fixed_font(bool semibold) {
  ImFontConfig config;
  config.FontLoader = loader();
  config.FontLoaderFlags = semibold ? 1 : 0;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace shanzhi::platform

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() {
  return shanzhi::platform::loader();
}
}  // namespace ImGuiFreeType
