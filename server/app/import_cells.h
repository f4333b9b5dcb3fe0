// Cells as real spreadsheets have them, read into values that cannot be wrong.
#pragma once

#include <optional>
#include <string_view>

#include "shared/base/instant.h"
#include "shared/base/result.h"
#include "shared/people/people.h"

namespace shanzhi::app {

/// 2026-1-5, 2026/01/05, 2026.1.5, 20260105, 2026年1月5日, 1958年3月 and 1958.03 (the first of that month).
/// Errors: malformed; out_of_range for years before 1890.
base::Result<base::CivilDate> read_date_cell(std::string_view cell);
/// A number with a decimal point; nullopt for everything else.
std::optional<double> read_number_cell(std::string_view cell);
/// 男 女 M F 1 2 (GB/T 2261.1), empty is unknown. Errors: not_a_choice.
base::Result<people::Gender> read_gender_cell(std::string_view cell);
/// 户主 本人 配偶 妻 夫 子 长子 儿子 女 次女 父 母 孙 孙女 … ; what is not known is `other`.
people::Relation read_relation_cell(std::string_view cell);

}  // namespace shanzhi::app
