// The states that are not the content: empty, failed, without network, loading, working.
#pragma once

#include <string_view>

#include "client/widgets/icon.h"
#include "client/widgets/layout.h"

namespace shanzhi::widgets {

/// Centred in the column: one sentence that says what will fill it, one action. True: action pressed.
bool empty_state(Icon which, std::string_view sentence, std::string_view action = {});
bool error_state(std::string_view sentence, std::string_view retry);
/// Figures as "–", hairlines at once; `rows` of them. No shimmer.
void loading_rows(std::string_view label, int rows, float row_height = 37);

enum class BannerKind : std::uint8_t { offline, info, alarm, good };
/// 28 px strip (44 for alarm) across the column. True: action pressed.
bool banner(BannerKind kind, std::string_view sentence, std::string_view action = {});
/// 0–1 with words; a negative share means: not known, and the bar rests at a third.
void progress(std::string_view label, float share, std::string_view words = {});
/// A small dot and words: ● 已同步 09:41.
void status_dot(std::string_view words, Color c);
/// Step n of several, for wizards: 1 选择文件 — 2 对应列 — 3 试运行.
void steps(std::string_view label, int current, std::initializer_list<std::string_view> names);
/// A picture of the page itself (evidence, an avatar): address, alternative text.
void photo(std::string_view url, Rect r, std::string_view alternative);

}  // namespace shanzhi::widgets
