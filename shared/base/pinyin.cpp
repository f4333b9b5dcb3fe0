// Readings of names of people and places: words whose reading is known, then single characters.
#include "shared/base/pinyin.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "shared/base/pinyin_table.h"
#include "shared/base/utf8.h"

namespace shanzhi::base {
namespace {

/// A word (or one character) and its syllables, with a space between.
struct Word {
  std::string_view text;
  std::string_view syllables;
};

/// Surnames of two characters. All are listed, also those that read as usual, so that 单于 is not
/// taken for the surname 单.
constexpr Word kLongSurnames[] = {
    {"欧阳", "ou yang"},   {"太史", "tai shi"},    {"端木", "duan mu"},   {"上官", "shang guan"},
    {"司马", "si ma"},     {"东方", "dong fang"},  {"独孤", "du gu"},     {"南宫", "nan gong"},
    {"万俟", "mo qi"},     {"闻人", "wen ren"},    {"夏侯", "xia hou"},   {"诸葛", "zhu ge"},
    {"尉迟", "yu chi"},    {"公羊", "gong yang"},  {"赫连", "he lian"},   {"澹台", "tan tai"},
    {"皇甫", "huang fu"},  {"宗政", "zong zheng"}, {"濮阳", "pu yang"},   {"公冶", "gong ye"},
    {"太叔", "tai shu"},   {"申屠", "shen tu"},    {"公孙", "gong sun"},  {"慕容", "mu rong"},
    {"仲孙", "zhong sun"}, {"钟离", "zhong li"},   {"长孙", "zhang sun"}, {"宇文", "yu wen"},
    {"司徒", "si tu"},     {"鲜于", "xian yu"},    {"司空", "si kong"},   {"闾丘", "lv qiu"},
    {"子车", "zi ju"},     {"亓官", "qi guan"},    {"司寇", "si kou"},    {"巫马", "wu ma"},
    {"公西", "gong xi"},   {"颛孙", "zhuan sun"},  {"壤驷", "rang si"},   {"公良", "gong liang"},
    {"漆雕", "qi diao"},   {"乐正", "yue zheng"},  {"宰父", "zai fu"},    {"谷梁", "gu liang"},
    {"拓跋", "tuo ba"},    {"夹谷", "jia gu"},     {"轩辕", "xuan yuan"}, {"令狐", "ling hu"},
    {"段干", "duan gan"},  {"百里", "bai li"},     {"呼延", "hu yan"},    {"东郭", "dong guo"},
    {"南门", "nan men"},   {"羊舌", "yang she"},   {"微生", "wei sheng"}, {"单于", "chan yu"},
    {"淳于", "chun yu"},   {"西门", "xi men"},     {"贺兰", "he lan"},    {"第五", "di wu"},
};

/// Surnames of one character that have several readings, with the one they have as a surname.
constexpr Word kSurnames[] = {
    {"单", "shan"}, {"仇", "qiu"},   {"解", "xie"},   {"曾", "zeng"},  {"区", "ou"},
    {"查", "zha"},  {"盖", "ge"},    {"乐", "yue"},   {"朴", "piao"},  {"任", "ren"},
    {"华", "hua"},  {"尉", "wei"},   {"翟", "zhai"},  {"缪", "miao"},  {"折", "she"},
    {"秘", "bi"},   {"种", "chong"}, {"繁", "po"},    {"员", "yun"},   {"贠", "yun"},
    {"郇", "xun"},  {"都", "du"},    {"覃", "qin"},   {"谌", "chen"},  {"洗", "xian"},
    {"冼", "xian"}, {"召", "shao"},  {"祭", "zhai"},  {"佴", "nai"},   {"么", "yao"},
    {"柏", "bai"},  {"薄", "bo"},    {"葛", "ge"},    {"纪", "ji"},    {"那", "na"},
    {"宁", "ning"}, {"撒", "sa"},    {"莘", "shen"},  {"盛", "sheng"}, {"宿", "su"},
    {"瞿", "qu"},   {"燕", "yan"},   {"车", "che"},   {"隗", "wei"},   {"逄", "pang"},
    {"石", "shi"},  {"省", "xing"},  {"适", "kuo"},   {"句", "gou"},   {"贾", "jia"},
    {"洛", "luo"},  {"降", "jiang"}, {"重", "chong"}, {"行", "xing"},
};

/// Words and characters that read otherwise in names of places than elsewhere, longest first where
/// one begins another. Villages are called after surnames: 单庄 is Shanzhuang, 解庄 Xiezhuang.
constexpr Word kPlaceWords[] = {
    {"都司", "du si"},
    {"黄堽", "huang gang"},
    {"徐堽", "xu gang"},
    {"王浩屯", "wang hao tun"},
    {"郜寺", "gao si"},
    {"潭上", "tan shang"},
    {"耿庄", "geng zhuang"},
    {"大黄集", "da huang ji"},
    {"皇镇", "huang zhen"},
    {"簸箕", "bo ji"},
    {"行政", "xing zheng"},
    {"隅首", "yu shou"},
    {"东阿", "dong e"},
    {"乐陵", "lao ling"},
    {"莘县", "shen xian"},
    {"单县", "shan xian"},
    {"鄄城", "juan cheng"},
    {"郓城", "yun cheng"},
    {"茌平", "chi ping"},
    {"临朐", "lin qu"},
    {"牟平", "mu ping"},
    {"无棣", "wu di"},
    {"句阳", "gou yang"},
    {"六安", "lu an"},
    {"厦门", "xia men"},
    {"卧单", "wo dan"},
    {"长", "chang"},
    {"单", "shan"},
    {"解放", "jie fang"},
    {"解", "xie"},
    {"仇", "qiu"},
    {"曾", "zeng"},
    {"查", "zha"},
    {"盖", "ge"},
    {"都", "du"},
    {"翟", "zhai"},
    {"朴", "piao"},
    {"尉", "wei"},
    {"缪", "miao"},
    {"逄", "pang"},
    {"屯", "tun"},
    {"圈", "quan"},
    {"垓", "gai"},
    {"堌", "gu"},
    {"堽", "gang"},
    {"行", "hang"},
    {"泊", "po"},
    {"薄", "bo"},
};

template <std::size_t N>
const Word* word_at(const Word (&words)[N], std::string_view text) {
  for (const Word& word : words)
    if (text.substr(0, word.text.size()) == word.text) return &word;
  return nullptr;
}

/// Builds both forms, syllable by syllable.
class Writer {
 public:
  void add_syllables(std::string_view syllables) {
    for (std::size_t from = 0; from < syllables.size();) {
      const std::size_t space = std::min(syllables.find(' ', from), syllables.size());
      add_syllable(syllables.substr(from, space - from));
      from = space + 1;
    }
  }

  void add_character(char32_t c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (digit || letter) {
      const char low = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
      pinyin_.full.push_back(low);
      // Of a foreign word its first letter, of a number every digit: "3组12号" is found by "3z12h".
      if (digit || !in_word_) pinyin_.initials.push_back(low);
    } else if (const char* reading = reading_of(c); *reading != '\0') {
      add_syllable(reading);
    }
    in_word_ = letter;
  }

  Pinyin take() { return std::move(pinyin_); }

 private:
  void add_syllable(std::string_view syllable) {
    pinyin_.full += syllable;
    pinyin_.initials.push_back(syllable.front());
    in_word_ = false;
  }

  Pinyin pinyin_;
  bool in_word_ = false;
};

}  // namespace

Pinyin pinyin_of_name(std::string_view given) {
  const std::string name = tidy(given);
  Writer writer;
  std::size_t at = 0;
  const Word* surname = word_at(kLongSurnames, name);
  if (surname == nullptr) surname = word_at(kSurnames, name);
  if (surname != nullptr) {
    writer.add_syllables(surname->syllables);
    at = surname->text.size();
  }
  while (at < name.size()) writer.add_character(next_code_point(name, at));
  return writer.take();
}

Pinyin pinyin_of_place(std::string_view given) {
  const std::string name = tidy(given);
  Writer writer;
  for (std::size_t at = 0; at < name.size();) {
    if (const Word* word = word_at(kPlaceWords, std::string_view(name).substr(at))) {
      writer.add_syllables(word->syllables);
      at += word->text.size();
    } else {
      writer.add_character(next_code_point(name, at));
    }
  }
  return writer.take();
}

}  // namespace shanzhi::base
