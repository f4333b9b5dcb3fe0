// A font without glyphs' pictures: widths only, the same everywhere, so that layouts can be compared.
#pragma once

struct ImFont;

namespace shanzhi::platform {

/// Han one em, digits 0.56 em, other letters 0.52 em, semibold a little wider.
ImFont* fixed_font(bool semibold);

}  // namespace shanzhi::platform
