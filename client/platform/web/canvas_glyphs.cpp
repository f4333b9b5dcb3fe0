// Glyphs drawn by the browser: nothing is downloaded, and whatever the device can show, rare Han and emoji
// too, the program can.
#include <emscripten.h>

#include <cmath>

#include "client/platform/font.h"
#include "client/platform/web/browser.h"

namespace shanzhi::platform {
namespace {

struct Measured {
  float advance;
  int x0, y0, w, h;
};

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

}  // namespace

bool load_glyph(ImFontAtlas& atlas, ImFontConfig& font, ImFontBaked& baked, ImWchar code,
                ImFontGlyph* glyph, float* advance_only) {
  const float density = baked.RasterizerDensity * font.RasterizerDensity;
  const float px = baked.Size * density;
  const bool bold = is_semibold(font);
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
  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(&atlas, m.w, m.h);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(&atlas, id);
  ImVector<unsigned char>& pixels = atlas.Builder->TempBuffer;
  pixels.resize(m.w * m.h * 4);
  glyph->Colored =
      sz_glyph_raster(static_cast<int>(code), px, bold, m.x0, m.y0, m.w, m.h, pixels.Data);
  const float rise = std::round(baked.Ascent * density);
  glyph->X0 = static_cast<float>(m.x0 + shift) / density;
  glyph->X1 = static_cast<float>(m.x0 + shift + m.w) / density;
  glyph->Y0 = (rise + static_cast<float>(m.y0)) / density;
  glyph->Y1 = (rise + static_cast<float>(m.y0 + m.h)) / density;
  glyph->Visible = true;
  glyph->PackId = id;
  ImFontAtlasBakedSetFontGlyphBitmap(&atlas, &baked, &font, glyph, rect, pixels.Data,
                                     ImTextureFormat_RGBA32, m.w * 4);
  return true;
}

extern "C" {

/// Characters that were boxes have come: all are drawn anew.
EMSCRIPTEN_KEEPALIVE void sz_glyphs_came() {
  ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, 0);
  wake();
}
}

}  // namespace shanzhi::platform
