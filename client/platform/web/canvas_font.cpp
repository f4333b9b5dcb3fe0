// An ImFontLoader that takes its glyphs from the browser: nothing is downloaded, and whatever the device
// can show, rare Han and emoji too, the program can.
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>

#include "client/platform/web/browser.h"

namespace shanzhi::platform {
namespace {

struct Measured {
  float advance;
  int x0, y0, w, h;
};

bool is_bold(const ImFontConfig* source) {
  return (source->FontLoaderFlags & 1) != 0;
}

Measured measure(ImWchar code, float px, bool bold) {
  Measured m{};
  sz_glyph_measure(static_cast<int>(code), px, bold ? 1 : 0, &m);
  return m;
}

/// All ten digits get the widest one's advance, so that columns of figures stand still.
float digit_advance(float px, bool bold) {
  static float last_px = 0, widest = 0;
  static bool last_bold = false;
  if (px == last_px && bold == last_bold) return widest;
  last_px = px, last_bold = bold, widest = 0;
  for (ImWchar c = '0'; c <= '9'; c++) widest = std::fmax(widest, measure(c, px, bold).advance);
  widest = std::round(widest);
  return widest;
}

bool init_source(ImFontAtlas*, ImFontConfig*) {
  return true;
}
bool contains(ImFontAtlas*, ImFontConfig*, ImWchar c) {
  return c >= 32 && c != 0x7f;
}
bool init_baked(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  // Han text looks centred when the em box is used rather than the font's own line box.
  baked->Ascent = std::ceil(baked->Size * 0.88f);
  baked->Descent = -std::floor(baked->Size * 0.12f);
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* glyph, float* advance_only) {
  if (!contains(atlas, source, code)) return false;
  const float density = baked->RasterizerDensity * source->RasterizerDensity;
  const float px = baked->Size * density;
  const bool bold = is_bold(source);
  Measured m = measure(code, px, bold);
  float advance = std::round(m.advance);  // whole pixels keep every following glyph sharp
  int shift = 0;
  if (code >= '0' && code <= '9') {
    const float wide = digit_advance(px, bold);
    shift = static_cast<int>(std::floor((wide - advance) / 2));
    advance = wide;
  }
  if (advance_only) {
    *advance_only = advance / density;
    return true;
  }
  glyph->Codepoint = code;
  glyph->AdvanceX = advance / density;
  if (m.w <= 0 || m.h <= 0) return true;
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, m.w, m.h);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(m.w * m.h * 4);
  glyph->Colored =
      sz_glyph_raster(static_cast<int>(code), px, bold, m.x0, m.y0, m.w, m.h, pixels.Data);
  const float rise = std::round(baked->Ascent * density);
  glyph->X0 = static_cast<float>(m.x0 + shift) / density;
  glyph->X1 = static_cast<float>(m.x0 + shift + m.w) / density;
  glyph->Y0 = (rise + static_cast<float>(m.y0)) / density;
  glyph->Y1 = (rise + static_cast<float>(m.y0 + m.h)) / density;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data,
                                     ImTextureFormat_RGBA32, m.w * 4);
  return true;
}

const ImFontLoader* loader() {
  static ImFontLoader it;
  it.Name = "canvas";
  it.FontSrcInit = init_source;
  it.FontSrcContainsGlyph = contains;
  it.FontBakedInit = init_baked;
  it.FontBakedLoadGlyph = load_glyph;
  return &it;
}

}  // namespace

ImFont* canvas_font(bool semibold) {
  ImFontConfig config;
  config.FontLoader = loader();
  config.FontLoaderFlags = semibold ? 1 : 0;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace shanzhi::platform

// What IMGUI_ENABLE_FREETYPE in imgui_config.h makes Dear ImGui ask for.
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() {
  return shanzhi::platform::loader();
}
}  // namespace ImGuiFreeType
