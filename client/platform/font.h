// A font of Dear ImGui whose glyphs the platform makes: the browser draws them, tests only measure them.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace shanzhi::platform {

/// Adds the regular or the semibold font to the atlas.
ImFont* add_font(bool semibold);

bool is_semibold(const ImFontConfig& font);

/// Makes one glyph, or only tells its advance when `advance_only` is given (logical pixels): then there is no
/// glyph. False: there is no room for it. Each platform has its own.
bool load_glyph(ImFontAtlas& atlas, ImFontConfig& font, ImFontBaked& baked, ImWchar code,
                ImFontGlyph* glyph, float* advance_only);

}  // namespace shanzhi::platform
