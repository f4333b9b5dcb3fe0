// The parts of the desk's top bar and the dialogs that belong to the frame.
#pragma once

#include "client/screens/desk/shell.h"

namespace shanzhi::screens {

void top_bar(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, Wish& wish);
/// Returns the width that it took.
float place_switcher(const Env& env, ShellForm& form, ui::Rect r, Wish& wish);
void search_box(const Env& env, const ShellView& view, ShellForm& form, ui::Rect r, Wish& wish);
void keys_dialog(const Env& env, ShellForm& form);
void outbox_dialog(const Env& env, const ShellView& view, ShellForm& form, Wish& wish);

}  // namespace shanzhi::screens
