// What every list offers: its file in two formats, paper, and a table whose columns and rows can be chosen.
#pragma once

#include <functional>
#include <optional>

#include "client/screens/parts.h"

namespace shanzhi::screens {

/// The button 导出 with its menu; the format that was chosen in this frame (html: to be printed).
/// `bare`: without its word, where there is no room for it.
std::optional<api::FileKind> file_menu(const Env& env, bool enabled = true, bool bare = false);
/// Room that the button needs with its word, px.
float file_menu_width(const Env& env);

/// Heading of a column of hours: the unit stands here, once, and the numbers below it alone.
std::string in_hours(const Env& env, std::string_view title);

/// The options that all tables share. `name` tells where the choice of columns is kept; `key` what a row
/// is; `revision` changes when rows may have changed places.
ui::TableOptions table_options(const Env& env, std::string_view name,
                               std::function<std::string(std::int64_t)> key, std::int64_t revision);
/// After a table: says what was copied.
void table_answers(const Env& env, const ui::TableEvent& event, const ui::TableState& state,
                   std::int64_t rows);

}  // namespace shanzhi::screens
