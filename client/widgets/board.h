// Rows peculiar to this product: a board's rank row, whose rule is the bar; the incense fuse of a time
// limit; a ledger line; a feed line; the ladder on the phone.
#pragma once

#include <string_view>

#include "client/widgets/layout.h"

namespace shanzhi::widgets {

struct BoardRow {
  std::int64_t rank = 0;
  std::string_view name = {};
  std::string_view detail = {};  ///< 村名, second and quiet
  int move = 0;                  ///< places won (+) or lost (−) since the period before
  bool move_known = true;
  std::string_view value = {};  ///< "128"
  std::string_view unit = {};
  float share = 0;                   ///< value / greatest, 0–1: the length of the rule
  bool mine = false;                 ///< gold tint, chip, taller
  std::string_view mine_label = {};  ///< 我家
  std::string_view gap = {};         ///< 还差 4 分到第 6 名
  bool chosen = false;               ///< what stands beside tells of it
  bool pressable = false;
};
bool board_row(const BoardRow& row);
float board_row_height();  ///< of one that is not mine
void board_gap();          ///< ⋯ between the top and mine

/// How much of a time limit is left. `left` 1 = all, 0 = used up, < 0 = past.
struct Fuse {
  std::string_view level = {};  ///< 一般 重要 重大
  std::string_view place = {}, matter = {};
  std::string_view left_text = {};  ///< 剩 7 时 | 超 1 天
  float left = 1;
  bool pressable = false;
};
bool fuse_row(const Fuse& fuse);
/// Only the burning line, in a rectangle 4–8 px high.
void fuse_line(Rect r, float left);

struct LedgerLine {
  std::string_view when = {}, what = {}, by = {};
  std::string_view amount = {};  ///< "+2" or "−30", signed
  bool minus = false;
  std::string_view balance = {};
  bool pressable = false;
};
bool ledger_line(const LedgerLine& line);

struct FeedLine {
  std::string_view when = {}, who = {}, what = {}, amount = {};
  bool minus = false;
  float age_ms = 1e9f;  ///< since it came, for the entrance
};
void feed_line(const FeedLine& line);
float feed_line_height();

/// 镇 ——●—— 第 41 / 17,206 还差 3 分
void ladder(std::string_view place, std::string_view rank, std::string_view total,
            std::string_view gap, float percentile);

}  // namespace shanzhi::widgets
