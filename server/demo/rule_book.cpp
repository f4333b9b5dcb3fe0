// The demonstration rule book: 36 items. Two figures are real (000 小留镇: 1 point an hour of service,
// 5 points a simple banquet); the others are for demonstration and their source says so.
#include "server/demo/rule_book.h"

namespace shanzhi::demo {
namespace {

using base::Period;
using rules::Approver;
using rules::Direction;
using rules::ServiceField;
using rules::Unit;

struct Item {
  const char* code;
  const char* name;
  ServiceField field;
  Direction direction;
  Unit unit;
  int points;
  int cap;
  Period cap_period;
  int bonus_max;
  const char* evidence;
  Approver approver;
  const char* source;
};

// clang-format off
constexpr Item kItems[] = {
    {"S01", "志愿服务时长", ServiceField::livelihood, Direction::add, Unit::hour, 1, 8, Period::day, 2, "check_in", Approver::village_officer, "000: 每小时1分，管理员可酌情奖励"},
    {"S02", "打更巡逻", ServiceField::safety, Direction::add, Unit::hour, 1, 8, Period::day, 2, "check_in", Approver::village_officer, "000: 打更巡逻队（分值为演示数值）"},
    {"S03", "护学岗执勤", ServiceField::safety, Direction::add, Unit::hour, 1, 4, Period::day, 1, "check_in", Approver::village_officer, "000: 护学岗（分值为演示数值）"},
    {"S04", "助老理发维修", ServiceField::livelihood, Direction::add, Unit::hour, 1, 8, Period::day, 2, "photo", Approver::village_officer, "000: 理发维修（分值为演示数值）"},
    {"S05", "代办代购", ServiceField::livelihood, Direction::add, Unit::instance, 1, 4, Period::day, 1, "request", Approver::village_officer, "000 004（分值为演示数值）"},
    {"S06", "矛盾纠纷化解", ServiceField::safety, Direction::add, Unit::instance, 3, 12, Period::month, 2, "case", Approver::village_officer, "000: 矛盾化解（分值为演示数值）"},
    {"S07", "事件上报属实", ServiceField::safety, Direction::add, Unit::instance, 1, 5, Period::month, 1, "request", Approver::grid_worker, "000: 事件上报（分值为演示数值）"},
    {"S08", "政策宣传", ServiceField::culture, Direction::add, Unit::hour, 1, 4, Period::day, 1, "check_in", Approver::village_officer, "000: 政策宣传（分值为演示数值）"},
    {"S09", "文艺演出", ServiceField::culture, Direction::add, Unit::hour, 1, 4, Period::day, 1, "check_in", Approver::village_officer, "000: 文艺巡演（分值为演示数值）"},
    {"S10", "暑期课堂助教", ServiceField::culture, Direction::add, Unit::hour, 1, 6, Period::day, 2, "check_in", Approver::village_officer, "000: 暑期课堂（分值为演示数值）"},
    {"S11", "环境整治", ServiceField::ecology, Direction::add, Unit::hour, 1, 6, Period::day, 1, "photo", Approver::village_officer, "000 002（分值为演示数值）"},
    {"S12", "垃圾分类达标", ServiceField::ecology, Direction::add, Unit::month, 2, 2, Period::month, 0, "inspection", Approver::grid_worker, "002（分值为演示数值）"},
    {"C01", "红白事简办", ServiceField::culture, Direction::add, Unit::instance, 5, 10, Period::year, 0, "document", Approver::village_officer, "000: 5分/次"},
    {"C02", "按时缴纳居民医保社保", ServiceField::livelihood, Direction::add, Unit::year, 3, 3, Period::year, 0, "document", Approver::village_officer, "000: 按时缴纳社保（分值为演示数值）"},
    {"C03", "孝老爱亲", ServiceField::livelihood, Direction::add, Unit::instance, 3, 6, Period::year, 0, "recommendation", Approver::village_officer, "000: 孝老爱亲（分值为演示数值）"},
    {"C04", "邻里互助", ServiceField::livelihood, Direction::add, Unit::instance, 1, 4, Period::month, 1, "photo", Approver::grid_worker, "000: 邻里互助（分值为演示数值）"},
    {"C05", "助人为乐", ServiceField::livelihood, Direction::add, Unit::instance, 2, 6, Period::month, 1, "recommendation", Approver::village_officer, "000: 助人为乐（分值为演示数值）"},
    {"C06", "拾金不昧", ServiceField::safety, Direction::add, Unit::instance, 2, 6, Period::month, 0, "recommendation", Approver::village_officer, "演示数值"},
    {"C07", "庭院整洁户", ServiceField::ecology, Direction::add, Unit::month, 2, 2, Period::month, 0, "inspection", Approver::grid_worker, "演示数值"},
    {"C08", "知识问答满分", ServiceField::culture, Direction::add, Unit::instance, 1, 2, Period::month, 0, "quiz", Approver::system, "000: 知识问答（分值为演示数值）"},
    {"C09", "参加村民议事", ServiceField::safety, Direction::add, Unit::instance, 1, 2, Period::month, 0, "check_in", Approver::village_officer, "演示数值"},
    {"C10", "遵守居民公约季度达标", ServiceField::safety, Direction::add, Unit::quarter, 2, 2, Period::quarter, 0, "inspection", Approver::village_officer, "004: 微公约（分值为演示数值）"},
    {"C11", "无偿献血", ServiceField::livelihood, Direction::add, Unit::instance, 5, 10, Period::year, 0, "document", Approver::village_officer, "演示数值"},
    {"C12", "提出建议被采纳", ServiceField::industry, Direction::add, Unit::instance, 2, 6, Period::quarter, 0, "request", Approver::village_officer, "002: 人民建议（分值为演示数值）"},
    {"C13", "技能培训结业", ServiceField::industry, Direction::add, Unit::instance, 3, 6, Period::year, 0, "certificate", Approver::village_officer, "002 004（分值为演示数值）"},
    {"C14", "带动就业助农销售", ServiceField::industry, Direction::add, Unit::instance, 3, 9, Period::quarter, 0, "document", Approver::hub_officer, "000: 公益助农（分值为演示数值）"},
    {"N01", "乱倒垃圾", ServiceField::ecology, Direction::deduct, Unit::instance, 2, 10, Period::month, 0, "photo", Approver::village_officer, "003: 负面清单（分值为演示数值）"},
    {"N02", "私搭乱建", ServiceField::ecology, Direction::deduct, Unit::instance, 5, 10, Period::year, 0, "photo", Approver::village_officer, "003: 负面清单（分值为演示数值）"},
    {"N03", "大操大办", ServiceField::culture, Direction::deduct, Unit::instance, 5, 10, Period::year, 0, "document", Approver::village_officer, "003: 负面清单（分值为演示数值）"},
    {"N04", "占道经营乱停车", ServiceField::safety, Direction::deduct, Unit::instance, 1, 5, Period::month, 0, "photo", Approver::grid_worker, "003: 负面清单（分值为演示数值）"},
    {"N05", "不文明养宠", ServiceField::ecology, Direction::deduct, Unit::instance, 1, 5, Period::month, 0, "photo", Approver::grid_worker, "003 004（分值为演示数值）"},
    {"N06", "高空抛物", ServiceField::safety, Direction::deduct, Unit::instance, 5, 15, Period::year, 0, "photo", Approver::village_officer, "004: 居民公约（分值为演示数值）"},
    {"N07", "电动车飞线充电", ServiceField::safety, Direction::deduct, Unit::instance, 2, 6, Period::month, 0, "photo", Approver::grid_worker, "004: 电动车规范（分值为演示数值）"},
    {"N08", "焚烧秸秆", ServiceField::ecology, Direction::deduct, Unit::instance, 5, 15, Period::year, 0, "photo", Approver::village_officer, "演示数值"},
    {"N09", "拖欠公共费用", ServiceField::livelihood, Direction::deduct, Unit::instance, 1, 4, Period::year, 0, "document", Approver::village_officer, "演示数值"},
    {"N10", "造谣传谣", ServiceField::safety, Direction::deduct, Unit::instance, 3, 9, Period::year, 0, "document", Approver::hub_officer, "演示数值"},
};
// clang-format on

}  // namespace

std::vector<rules::Rule> make_rule_book(base::CivilDate valid_from) {
  std::vector<rules::Rule> book;
  for (const Item& item : kItems) {
    rules::Rule rule;
    rule.code = item.code;
    rule.name = item.name;
    rule.field = item.field;
    rule.direction = item.direction;
    rule.unit = item.unit;
    rule.points = {item.points * base::kCentipointsPerPoint};
    rule.cap = {item.cap * base::kCentipointsPerPoint};
    rule.cap_period = item.cap_period;
    rule.bonus_max = {item.bonus_max * base::kCentipointsPerPoint};
    rule.evidence = item.evidence;
    rule.approver = item.approver;
    rule.source = item.source;
    rule.valid_from = valid_from;
    book.push_back(std::move(rule));
  }
  return book;
}

}  // namespace shanzhi::demo
