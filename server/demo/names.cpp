#include "server/demo/names.h"

#include <array>
#include <vector>

#include "shared/base/utf8.h"

namespace shanzhi::demo {
namespace {

struct Surname {
  const char* text;
  double
      weight;  ///< per thousand, about as in Shandong (7th census, 公安部 户政 2021 report), rounded
};
constexpr std::array kSurnames{
    Surname{"王", 98}, Surname{"张", 87},  Surname{"李", 84},   Surname{"刘", 76},
    Surname{"赵", 26}, Surname{"孙", 28},  Surname{"陈", 24},   Surname{"杨", 22},
    Surname{"徐", 20}, Surname{"马", 17},  Surname{"高", 14},   Surname{"吴", 14},
    Surname{"于", 13}, Surname{"朱", 13},  Surname{"郭", 12},   Surname{"韩", 12},
    Surname{"宋", 12}, Surname{"周", 12},  Surname{"姜", 10},   Surname{"胡", 9},
    Surname{"侯", 8},  Surname{"孔", 8},   Surname{"田", 7},    Surname{"郝", 6},
    Surname{"袁", 6},  Surname{"耿", 5},   Surname{"邢", 5},    Surname{"郜", 4},
    Surname{"付", 5},  Surname{"段", 5},   Surname{"曹", 6},    Surname{"何", 6},
    Surname{"许", 6},  Surname{"冯", 5},   Surname{"沈", 3},    Surname{"鲁", 4},
    Surname{"谢", 5},  Surname{"康", 4},   Surname{"杜", 5},    Surname{"楚", 3},
    Surname{"陆", 3},  Surname{"洪", 3},   Surname{"白", 4},    Surname{"程", 4},
    Surname{"丁", 4},  Surname{"任", 4},   Surname{"彭", 3},    Surname{"邵", 3},
    Surname{"梁", 4},  Surname{"潘", 3},   Surname{"单", 2},    Surname{"仇", 1},
    Surname{"解", 1},  Surname{"欧阳", 1}, Surname{"司马", 0.5}};

using Names = std::vector<std::string>;
// By fashion of the decades: born to 1959, to 1979, to 1999, after.
const std::array<Names, 4> kMale{
    Names{"建国", "国庆", "德福", "德山", "守义", "守田", "金山", "玉田", "传河", "兴旺", "振海",
          "保全", "文学", "文成", "广才", "学礼", "永安", "长河", "福来", "世昌", "明德", "洪亮"},
    Names{"建军", "卫东", "红军", "爱国", "志强", "国强", "新民", "立军",
          "海峰", "永强", "建华", "春生", "庆华", "军",   "伟",   "勇",
          "刚",   "强",   "民",   "峰",   "新华", "志刚", "宝山", "树林"},
    Names{"磊",   "超",   "鹏",   "飞",   "涛",   "浩",   "亮",   "凯",
          "帅",   "鑫",   "波",   "龙",   "志远", "海龙", "文杰", "晓东",
          "俊杰", "明辉", "洪涛", "永胜", "成龙", "振华", "国栋", "建伟"},
    Names{"浩然", "子轩", "宇航", "博文", "梓豪", "俊熙", "一鸣", "天佑", "嘉豪", "子涵",
          "铭泽", "皓轩", "奕辰", "沐阳", "景行", "家乐", "睿",   "晨",   "昊",   "煜城"}};
const std::array<Names, 4> kFemale{
    Names{"秀英", "桂英", "玉兰", "秀兰", "桂兰", "凤英", "素珍", "翠花", "爱莲", "月娥",
          "淑芬", "凤霞", "玉梅", "秀荣", "桂芝", "玉珍", "素云", "兰英", "巧云", "秀芝"},
    Names{"丽",   "敏",   "静",   "艳",   "娟",   "霞",   "燕",   "红",   "梅",   "芳",   "春梅",
          "红霞", "爱华", "玉霞", "秀丽", "海燕", "春霞", "小红", "桂荣", "凤琴", "雪梅", "玉芹"},
    Names{"娜",   "婷",   "倩",   "雪",   "莹",   "慧",   "丹",   "晶",   "蕾",   "洁",   "晓燕",
          "文静", "婷婷", "丹丹", "海霞", "雅静", "春燕", "梦瑶", "思雨", "晓敏", "园园", "莉莉"},
    Names{"雨桐", "梓涵", "欣怡", "一诺", "诗涵", "可馨", "依诺", "佳怡", "语嫣", "思琪",
          "若曦", "梦洁", "子萱", "雨欣", "紫涵", "心悦", "沐瑶", "安然", "晨曦", "艺涵"}};

std::size_t fashion_of(int born_year) {
  return born_year < 1960 ? 0 : born_year < 1980 ? 1 : born_year < 2000 ? 2 : 3;
}

}  // namespace

std::string make_surname(Random& random, std::string_view village) {
  std::array<double, kSurnames.size()> weights{};
  for (std::size_t i = 0; i < kSurnames.size(); ++i) {
    weights[i] = kSurnames[i].weight;
    if (village.find(kSurnames[i].text) != std::string_view::npos) weights[i] += 700;
  }
  return kSurnames[random.pick_weighted(weights)].text;
}

std::string make_given_name(Random& random, people::Gender gender, int born_year) {
  const auto& table = gender == people::Gender::female ? kFemale : kMale;
  const Names& names = table[fashion_of(born_year)];
  const std::string& first = random.pick(names);
  // Two one-character names of the fashion make a rarer two-character one: fewer exact doubles.
  if (base::length_utf8(first) == 1 && random.chance(0.55)) {
    const std::string& second = random.pick(names);
    if (base::length_utf8(second) == 1 && second != first) return first + second;
  }
  return first;
}

std::string make_phone(Random& random) {
  std::string phone = random.chance(0.5) ? "170" : "171";
  for (int i = 0; i < 8; ++i) phone += static_cast<char>('0' + random.below(10));
  return phone;
}

}  // namespace shanzhi::demo
