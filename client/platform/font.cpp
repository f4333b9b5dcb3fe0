// An ImFontLoader round the platform's glyphs.
#include "client/platform/font.h"

#include <cmath>

namespace shanzhi::platform {
namespace {

bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar c) {
  return c >= 32 && c != 0x7f;
}
bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  // Han text looks centred when the em box is used rather than the font's own line box.
  baked->Ascent = std::ceil(baked->Size * 0.88f);
  baked->Descent = -std::floor(baked->Size * 0.12f);
  return true;
}

const ImFontLoader* loader() {
  static ImFontLoader it;
  it.Name = "platform";
  it.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
  it.FontSrcContainsGlyph = has_glyph;
  it.FontBakedInit = init_baked;
  it.FontBakedLoadGlyph = [](ImFontAtlas* atlas, ImFontConfig* font, ImFontBaked* baked, void*,
                             ImWchar code, ImFontGlyph* glyph, float* advance_only) {
    return has_glyph(atlas, font, code) &&
           load_glyph(*atlas, *font, *baked, code, glyph, advance_only);
  };
  return &it;
}

constexpr unsigned kSemibold = 1;

}  // namespace

ImFont* add_font(bool semibold) {
  ImFontConfig config;
  config.FontLoader = loader();
  config.FontLoaderFlags = semibold ? kSemibold : 0;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

bool is_semibold(const ImFontConfig& font) {
  return (font.FontLoaderFlags & kSemibold) != 0;
}

}  // namespace shanzhi::platform

// What IMGUI_ENABLE_FREETYPE in imgui_config.h makes Dear ImGui ask for.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() {
  return shanzhi::platform::loader();
}
}  // namespace ImGuiFreeType
