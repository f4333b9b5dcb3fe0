// What the parts of the boards page share: the address read, figures written. Not for other pages.
#pragma once

#include "client/screens/desk/boards.h"

namespace shanzhi::screens::board_parts {

std::string subject_of(const Env& env);
base::Period period_of(const Env& env);
base::CivilDate date_of(const Env& env);
/// A day in the period compared with; nullopt when nothing is compared.
std::optional<base::CivilDate> against_of(const Env& env);
/// The same day a year before; for weeks the same weekday.
base::CivilDate year_before(base::Period period, base::CivilDate date);
bool is_place(std::string_view subject);

std::string value_text(const Env& env, std::string_view measure, std::int64_t value);
std::string unit_text(const Env& env, std::string_view measure);
std::string with_unit(const Env& env, std::string_view measure, std::int64_t value);

/// Rank, value and their change, side by side with the period compared with.
void compared(const Env& env, const model::Loaded<api::Board>& board, BoardsForm& form, ui::Rect r,
              Wish& wish);
/// The open line: its last periods, and where it leads.
void history_panel(const Env& env, const BoardsView& view, ui::Rect r, Wish& wish);

}  // namespace shanzhi::screens::board_parts
