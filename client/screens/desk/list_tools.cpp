// One wording for all lists.
#include "client/screens/desk/list_tools.h"

#include "client/widgets/menu_button.h"

namespace shanzhi::screens {

std::optional<api::FileKind> file_menu(const Env& env, bool enabled, bool bare) {
  const ui::MenuItem items[] = {
      {.label = env.say(Message::table_export_xlsx), .icon = ui::Icon::exports},
      {.label = env.say(Message::table_export_csv), .icon = ui::Icon::file},
      {.label = env.say(Message::table_print), .icon = ui::Icon::print, .line_above = true}};
  constexpr api::FileKind kinds[] = {api::FileKind::xlsx, api::FileKind::csv, api::FileKind::html};
  const int chosen = ui::menu_button(env.say(Message::table_export), items,
                                     {.icon = ui::Icon::exports, .enabled = enabled, .bare = bare});
  if (chosen < 0) return std::nullopt;
  return kinds[chosen];
}

float file_menu_width(const Env& env) {
  return ui::measure(env.say(Message::table_export)).x + 56;
}

std::string in_hours(const Env& env, std::string_view title) {
  const bool chinese = env.language() == text::Language::chinese;
  return std::string(title) + (chinese ? "（小时）" : " (h)");
}

ui::TableOptions table_options(const Env& env, std::string_view name,
                               std::function<std::string(std::int64_t)> key,
                               std::int64_t revision) {
  return {.multi_select = true,
          .keep_as = name,
          .key = std::move(key),
          .revision = revision,
          .compact = env.settings.compact,
          .chooser = true,
          .columns_label = env.say(Message::table_columns),
          .select_all_label = env.say(Message::table_select_all),
          .select_row_label = env.say(Message::table_select_row),
          .default_columns_label = env.say(Message::table_default_columns),
          .copy_label = env.say(Message::table_copy),
          .unselect_label = env.say(Message::table_unselect),
          .selected_words = [env](std::int64_t n) {
            return env.fill(Message::table_selected, {text::count(n)});
          }};
}

void table_answers(const Env& env, const ui::TableEvent& event, const ui::TableState& state,
                   std::int64_t rows) {
  if (!event.copied) return;
  const auto chosen = static_cast<std::int64_t>(state.selected.size());
  ui::toast(env.fill(Message::table_copied, {text::count(chosen > 0 ? chosen : rows)}));
}

}  // namespace shanzhi::screens
