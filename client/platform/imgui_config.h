// How Dear ImGui is compiled for this product, given to it as IMGUI_USER_CONFIG: no demo, no files, no
// font of its own, whole Unicode.
#pragma once

#ifdef NDEBUG
#define IM_ASSERT(_EXPR) ((void)(_EXPR))
#endif
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
// Claiming FreeType keeps stb_truetype out of the program; ImGuiFreeType::GetFontLoader() is ours: the
// browser's own glyphs in web/canvas_glyphs.cpp, fixed metrics in headless/fixed_glyphs.cpp.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_USE_WCHAR32       // rare Han in names live beyond U+FFFF
#define ImDrawIdx unsigned int  // WebGL has no BaseVertex: 16 bits cap a window at 64k vertices
#define IMGUI_DEFINE_MATH_OPERATORS
