#include "shared/base/pinyin.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/base/pinyin_table.h"

using shanzhi::base::Pinyin;
using shanzhi::base::pinyin_of_name;
using shanzhi::base::pinyin_of_place;
using shanzhi::base::reading_of;

namespace {

struct Example {
  const char* text;
  const char* full;
  const char* initials;
};

}  // namespace

TEST_CASE("a name is found by its syllables and by their first letters") {
  const Example examples[] = {{"张三", "zhangsan", "zs"},
                              {"吕绿", "lvlv", "ll"},
                              {" 王 小留 ", "wangxiaoliu", "wxl"},
                              {"阿卜杜拉·买买提", "abudulamaimaiti", "abdlmmt"},
                              {"李Lily3", "lilily3", "ll3"},
                              {"", "", ""},
                              {"·—", "", ""}};
  for (const Example& example : examples) {
    INFO(example.text);
    const Pinyin pinyin = pinyin_of_name(example.text);
    CHECK(pinyin.full == example.full);
    CHECK(pinyin.initials == example.initials);
  }
}

TEST_CASE("a surname has its reading as a surname, the given name the common one") {
  const Example examples[] = {
      {"单雄信", "shanxiongxin", "sxx"}, {"仇英", "qiuying", "qy"},
      {"解缙", "xiejin", "xj"},          {"曾国藩", "zengguofan", "zgf"},
      {"区大相", "oudaxiang", "odx"},    {"查良", "zhaliang", "zl"},
      {"盖叫天", "gejiaotian", "gjt"},   {"乐毅", "yueyi", "yy"},
      {"朴树", "piaoshu", "ps"},         {"任可", "renke", "rk"},
      {"华佗", "huatuo", "ht"},          {"尉迟恭", "yuchigong", "ycg"},
      {"万俟卨", "moqixie", "mqx"},      {"欧阳修", "ouyangxiu", "oyx"},
      {"单于明", "chanyuming", "cym"},   {"长孙无忌", "zhangsunwuji", "zswj"},
      {"翟志刚", "zhaizhigang", "zzg"},  {"王单", "wangdan", "wd"}};
  for (const Example& example : examples) {
    INFO(example.text);
    const Pinyin pinyin = pinyin_of_name(example.text);
    CHECK(pinyin.full == example.full);
    CHECK(pinyin.initials == example.initials);
  }
}

TEST_CASE("the towns of Mudan and the villages of Xiaoliu are read as people there read them") {
  const Example examples[] = {{"东城街道", "dongchengjiedao", "dcjd"},
                              {"何楼街道", "heloujiedao", "hljd"},
                              {"皇镇街道", "huangzhenjiedao", "hzjd"},
                              {"沙土镇", "shatuzhen", "stz"},
                              {"吴店镇", "wudianzhen", "wdz"},
                              {"王浩屯镇", "wanghaotunzhen", "whtz"},
                              {"黄堽镇", "huanggangzhen", "hgz"},
                              {"都司镇", "dusizhen", "dsz"},
                              {"高庄镇", "gaozhuangzhen", "gzz"},
                              {"小留镇", "xiaoliuzhen", "xlz"},
                              {"李村镇", "licunzhen", "lcz"},
                              {"安兴镇", "anxingzhen", "axz"},
                              {"大黄集镇", "dahuangjizhen", "dhjz"},
                              {"胡集镇", "hujizhen", "hjz"},
                              {"郜寺村", "gaosicun", "gsc"},
                              {"潭上", "tanshang", "ts"},
                              {"耿庄", "gengzhuang", "gz"},
                              {"宋隅首", "songyushou", "sys"},
                              {"解庄村", "xiezhuangcun", "xzc"},
                              {"单县", "shanxian", "sx"},
                              {"徐堽屯村", "xugangtuncun", "xgtc"},
                              {"簸箕屯村", "bojituncun", "bjtc"},
                              {"3组127号", "3zu127hao", "3z127h"}};
  for (const Example& example : examples) {
    INFO(example.text);
    const Pinyin pinyin = pinyin_of_place(example.text);
    CHECK(pinyin.full == example.full);
    CHECK(pinyin.initials == example.initials);
  }
}

TEST_CASE("every common Han character has a reading of small letters, and nothing else has one") {
  int known = 0;
  for (char32_t c = 0; c <= 0x323AF; ++c) {
    const std::string_view reading = reading_of(c);
    if (reading.empty()) continue;
    ++known;
    REQUIRE((c == 0x3007 || c >= 0x3400));
    REQUIRE(reading.size() <= 6);
    REQUIRE(reading.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
  }
  CHECK(known >= 26000);
  int missing = 0;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) missing += *reading_of(c) == '\0' ? 1 : 0;
  CHECK(missing < 50);  // signs made in Japan and Korea, and interjections without a vowel
}
