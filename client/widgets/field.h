// Fields: text, secret, search, number, date, long text, choice. Typing happens in a real <input> that
// lies over the drawn frame, so composition, soft keyboards, paste and undo are the browser's own.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/widgets/icon.h"
#include "client/widgets/layout.h"

namespace shanzhi::widgets {

enum class FieldKind : std::uint8_t {
  text,
  password,
  search,
  number,
  phone,
  date,
  date_time,
  lines
};

struct FieldOptions {
  FieldKind kind = FieldKind::text;
  std::string_view placeholder = {};
  std::string_view unit = {};          ///< shown inside at the right: 小时
  std::string_view hint = {};          ///< a quiet sentence below
  std::string_view error = {};         ///< one sentence: what, why, the right value
  std::string_view fix = {};           ///< a button that offers the right value: 改为 2 小时
  std::string_view autocomplete = {};  ///< of HTML: username, current-password, tel
  Icon icon = Icon::none;
  int max_length = 0;  ///< characters, 0: none
  int lines = 3;       ///< height of FieldKind::lines
  bool enabled = true;
  bool required = false;
  bool label_hidden = false;  ///< the label is read, not shown (a search field in the top bar)
  bool focus_now = false;     ///< take the focus when the field appears
  bool clearable = false;     ///< a cross that empties it
};

struct FieldEvent {
  bool changed = false;  ///< value was edited (never with half-composed input)
  bool entered = false;  ///< Enter
  bool escaped = false;  ///< Esc
  bool left = false;     ///< the focus went away: judge now
  bool fix = false;      ///< the offered fix was pressed
  bool focused = false;
  explicit operator bool() const { return changed; }
};
/// date: "2026-11-22"; date_time: "2026-11-22T19:30". Takes the column's width unless set_next_width().
FieldEvent text_field(std::string_view label, std::string& value, const FieldOptions& options = {});
/// The field with this label, drawn in the same scope, takes the keyboard after this frame.
void focus_field(std::string_view label);
FieldEvent search_field(std::string_view label, std::string& value,
                        std::string_view placeholder = {});
FieldEvent date_field(std::string_view label, std::string& iso_date,
                      const FieldOptions& options = {});
/// Whole numbers; the text stays as typed, `value` follows when it can be read. Empty leaves it alone.
FieldEvent number_field(std::string_view label, std::string& typed, std::string_view unit,
                        const FieldOptions& options = {});

struct Choice {
  std::string_view label = {};
  std::string_view detail = {};  ///< second line
  bool enabled = true;
};
struct SelectOptions {
  std::string_view placeholder = {};
  std::string_view error = {}, hint = {};
  bool label_hidden = false;
  bool enabled = true;
  bool searchable = false;     ///< a filter field on top, for long lists
  std::string_view none = {};  ///< said when the filter leaves nothing
  Icon icon = Icon::none;
};
/// A drop-down list; index -1: nothing chosen yet. True when the choice changed.
bool select(std::string_view label, int& index, std::span<const Choice> choices,
            const SelectOptions& options = {});
bool select(std::string_view label, int& index, std::span<const std::string_view> choices,
            const SelectOptions& options = {});

/// The same for the drop-down list with this label.
void focus_select(std::string_view label);

/// For the platform: what happened in the page's field since the last frame.
enum class FieldSignal : std::uint8_t { input, enter, escape, focus, blur };
void on_field(Id id, FieldSignal signal, std::string_view value = {});

}  // namespace shanzhi::widgets
