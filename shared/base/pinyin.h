// Pinyin for search: 张三 is found by "zhangsan" and "zs". Server side; the table is large.
#pragma once

#include <string>
#include <string_view>

namespace shanzhi::base {

struct Pinyin {
  std::string full;      ///< "zhangsan": lower case, no tones, ü as v
  std::string initials;  ///< "zs"
};

/// The reading of a person's name: surnames first by their reading as a surname (单 shàn, 仇 qiú).
Pinyin pinyin_of_name(std::string_view name);
/// The reading of a place's name, by a table of exceptions first (郜寺 gaosi, 潭上 …).
Pinyin pinyin_of_place(std::string_view name);

}  // namespace shanzhi::base
