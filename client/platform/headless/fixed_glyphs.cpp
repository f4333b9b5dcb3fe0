// Glyphs without pictures: widths only, the same everywhere, so that layouts can be compared.
#include <cmath>

#include "client/platform/font.h"

namespace shanzhi::platform {
namespace {

/// Han one em, digits 0.56 em, other letters 0.52 em, semibold a little wider.
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

}  // namespace

bool load_glyph(ImFontAtlas&, ImFontConfig& font, ImFontBaked& baked, ImWchar code,
                ImFontGlyph* glyph, float* advance_only) {
  const float advance = advance_of(code, baked.Size, is_semibold(font));
  if (advance_only) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = code;  // a width and no picture: nobody looks
  glyph->AdvanceX = advance;
  return true;
}

}  // namespace shanzhi::platform
