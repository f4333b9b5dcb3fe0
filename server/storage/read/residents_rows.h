// Rows of the register as the lists in memory take them; shared by reading and following.
#pragma once

#include "server/storage/read/residents.h"

namespace shanzhi::storage::read {

/// The last column is 1 when the hamlet belongs to another village than the grid.
inline constexpr const char* kHouseholdColumns =
    "SELECT h.id, g.low, coalesce(m.low, 0), h.head_name, h.number, h.address,"
    " EXISTS (SELECT 1 FROM person p WHERE p.household_id = h.id AND p.relation = 0"
    "  AND p.off_boards = 1 AND p.removed_by = 0),"
    " coalesce(m.parent_id <> g.parent_id, 0)"
    " FROM household h JOIN place g ON g.id = h.grid_id LEFT JOIN place m ON m.id = h.hamlet_id";
inline constexpr const char* kPersonColumns =
    "SELECT p.id, p.household_id, p.name, p.off_boards, p.phone,"
    " coalesce(-p.born, -1000000) FROM person p";

Residents::House house_of(const Rows& rows);
/// With household -1 when the household is not known.
Residents::Member member_of(const Rows& rows, const Residents& residents);
/// The last four characters as a number; -1 when they are not four digits.
std::int16_t end_of_phone(const std::string& phone);

}  // namespace shanzhi::storage::read
