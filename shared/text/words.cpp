// The table of the wire's words. That every enumeration is complete here is checked while compiling.
#include "shared/text/words.h"

#include "shared/text/run.h"
#include "shared/text/words_of.h"

namespace shanzhi::text {
namespace {

struct Word {
  Vocabulary set;
  std::string_view wire;
  std::string_view chinese, english;
};
using enum Vocabulary;

constexpr Word kWords[] = {
    {level, "city", "市", "City"},
    {level, "county", "县区", "County"},
    {level, "town", "镇", "Town"},
    {level, "hub", "管区", "Hub"},
    {level, "village", "行政村", "Village"},
    {level, "hamlet", "自然村", "Hamlet"},
    {level, "grid", "微网格", "Grid"},

    {site_kind, "town_base", "镇级总阵地", "Town base"},
    {site_kind, "hub_base", "管区枢纽阵地", "Hub base"},
    {site_kind, "village_station", "村级子阵地", "Village station"},
    {site_kind, "supermarket", "积分超市", "Points shop"},
    {site_kind, "canteen", "助老食堂", "Elders' canteen"},
    {site_kind, "report_point", "报到点", "Report point"},
    {site_kind, "suggestion_box", "建议箱", "Suggestion box"},
    {site_kind, "service_station", "便民服务站", "Service station"},

    {staff_kind, "chief", "网格长", "Grid chief"},
    {staff_kind, "full_time", "专职网格员", "Full-time worker"},
    {staff_kind, "part_time", "兼职网格员", "Part-time worker"},

    {gender, "unknown", "未填", "Not given"},
    {gender, "male", "男", "Male"},
    {gender, "female", "女", "Female"},

    {relation, "head", "户主", "Head"},
    {relation, "spouse", "配偶", "Spouse"},
    {relation, "son", "儿子", "Son"},
    {relation, "daughter", "女儿", "Daughter"},
    {relation, "parent", "父母", "Parent"},
    {relation, "grandchild", "孙辈", "Grandchild"},
    {relation, "sibling", "兄弟姐妹", "Sibling"},
    {relation, "in_law", "儿媳女婿", "In-law"},
    {relation, "other", "其他", "Other"},

    {lead_way, "organisation", "组织领建", "Village organisation"},
    {lead_way, "paired", "结对共建", "Paired with a unit"},
    {lead_way, "grouped", "组团联建", "Built by a group"},

    {currency, "points", "积分", "Points"},
    {currency, "hours", "服务时长", "Hours"},

    {holder, "issue", "发放账户", "Issue"},
    {holder, "spend", "兑换账户", "Spending"},
    {holder, "expiry", "到期账户", "Expiry"},
    {holder, "correction", "扣减账户", "Correction"},
    {holder, "person", "居民", "Resident"},
    {holder, "merchant", "商户", "Shop"},

    {reason, "rule", "按规则", "By a rule"},
    {reason, "offer", "兑换", "Spent"},
    {reason, "reversal", "冲正", "Reversal"},
    {reason, "expiry", "到期", "Expired"},
    {reason, "import", "导入", "Imported"},

    {service_field, "all", "全部领域", "All fields"},
    {service_field, "livelihood", "民生保障", "Livelihood"},
    {service_field, "culture", "文娱活动", "Culture"},
    {service_field, "ecology", "生态治理", "Environment"},
    {service_field, "safety", "安全稳定", "Safety"},
    {service_field, "industry", "产业发展", "Industry"},

    {direction, "add", "加分", "Adds"},
    {direction, "deduct", "扣分", "Deducts"},

    {unit, "hour", "每小时", "an hour"},
    {unit, "instance", "每次", "each time"},
    {unit, "month", "每月", "a month"},
    {unit, "quarter", "每季度", "a quarter"},
    {unit, "year", "每年", "a year"},

    {approver, "system", "系统", "The program"},
    {approver, "grid_worker", "网格员", "Grid worker"},
    {approver, "village_officer", "村干部", "Village officer"},
    {approver, "hub_officer", "管区干部", "Hub officer"},
    {approver, "town_administrator", "镇管理员", "Town administrator"},

    {subject, "person", "个人", "Residents"},
    {subject, "household", "家户", "Households"},
    {subject, "team", "服务队", "Teams"},
    {subject, "grid", "微网格", "Grids"},
    {subject, "village", "村", "Villages"},
    {subject, "hub", "管区", "Hubs"},

    {measure, "points", "积分", "Points"},
    {measure, "hours", "服务时长", "Hours"},
    {measure, "services", "服务次数", "Services"},

    {period, "day", "今日", "Day"},
    {period, "week", "本周", "Week"},
    {period, "month", "本月", "Month"},
    {period, "quarter", "本季度", "Quarter"},
    {period, "year", "本年", "Year"},
    {period, "all", "累计", "All time"},

    {datum, "wgs84", "WGS 84（国家大地坐标）", "WGS 84 (CGCS2000)"},
    {datum, "gcj02", "GCJ-02（高德、腾讯）", "GCJ-02 (Amap, Tencent)"},
    {datum, "bd09", "BD-09（百度）", "BD-09 (Baidu)"},

    {role, "town_administrator", "镇管理员", "Town administrator"},
    {role, "hub_officer", "管区干部", "Hub officer"},
    {role, "village_officer", "村干部", "Village officer"},
    {role, "grid_worker", "网格员", "Grid worker"},
    {role, "team_leader", "服务队长", "Team leader"},
    {role, "volunteer", "志愿者", "Volunteer"},
    {role, "merchant_clerk", "商户店员", "Shop clerk"},
    {role, "care_worker", "关爱员", "Care worker"},
    {role, "auditor", "审计员", "Auditor"},
    {role, "display", "大屏", "Wall"},

    {map_measure, "points_per_household", "户均积分", "Points a household"},
    {map_measure, "points", "积分", "Points"},
    {map_measure, "hours", "服务时长", "Hours of service"},
    {map_measure, "households", "户数", "Households"},
    {map_measure, "people", "人口", "Residents"},
    {map_measure, "volunteers", "参与志愿者", "Volunteers"},

    {event, "points_awarded", "记分", "Points awarded"},
    {event, "points_deducted", "扣分", "Points deducted"},
    {event, "points_verified", "核销", "Points spent"},
    {event, "transfer_reversed", "冲正", "Entry reversed"},
    {event, "place_saved", "保存地区", "Place saved"},
    {event, "site_saved", "保存阵地", "Site saved"},
    {event, "merchant_saved", "保存商户", "Shop saved"},
    {event, "household_saved", "保存户档案", "Household saved"},
    {event, "person_saved", "保存居民", "Resident saved"},
    {event, "person_moved", "迁户", "Resident moved"},
    {event, "team_saved", "保存服务队", "Team saved"},
    {event, "rule_saved", "保存规则", "Rule saved"},
    {event, "user_saved", "保存用户", "User saved"},
    {event, "password_changed", "修改密码", "Password changed"},
    {event, "sign_in_code_issued", "打印登录码", "Sign-in code printed"},
    {event, "pin_set", "设置登录密码", "PIN set"},
    {event, "session_ended", "设备退出登录", "Device signed out"},
    {event, "family_granted", "登记家人代看", "Family access given"},
    {event, "family_ended", "结束家人代看", "Family access ended"},
    {event, "password_set", "重设密码", "Password set"},
    {event, "signed_in", "登录", "Signed in"},
    {event, "signed_out", "退出登录", "Signed out"},
    {event, "sign_in_failed", "登录失败", "Sign-in failed"},
    {event, "token_issued", "新建令牌", "Token issued"},
    {event, "token_revoked", "撤销令牌", "Token revoked"},
    {event, "file_imported", "导入文件", "File imported"},
    {event, "import_undone", "撤销导入", "Import undone"},
    {event, "setting_saved", "修改设置", "Setting saved"},
    {event, "alarm_raised", "发布警情", "Alarm raised"},
    {event, "alarm_updated", "更新警情", "Alarm updated"},
    {event, "alarm_ended", "解除警情", "Alarm ended"},
    {event, "hall_scenes_saved", "编排大屏场景", "Wall arranged"},
    {event, "hall_directed", "遥控大屏", "Wall directed"},

    {severity, "ordinary", "一般事件", "Ordinary"},
    {severity, "important", "重要事件", "Important"},
    {severity, "major", "重大事件", "Major"},
    {severity, "emergency", "紧急事件", "Emergency"},

    {scene, "overview", "总览", "Overview"},
    {scene, "points", "积分", "Points"},
    {scene, "hours", "服务时长", "Hours of service"},
    {scene, "households", "家户榜", "Households"},
    {scene, "teams", "服务队榜", "Teams"},
    {scene, "villages", "各村走势", "Village by village"},
    {scene, "fields", "各领域走势", "Field by field"},
    {scene, "year", "全年逐日", "The year by day"},
    {scene, "holiday", "节日", "Holiday"},

    {consent_way, "in_person", "本人到场", "In person"},
    {consent_way, "phone", "电话", "By telephone"},
    {consent_way, "written", "书面", "In writing"},

    {evidence, "check_in", "签到", "Sign-in list"},
    {evidence, "photo", "照片", "Photograph"},
    {evidence, "document", "文书", "Document"},
    {evidence, "request", "诉求记录", "Request on record"},
    {evidence, "case", "调解卷宗", "Case file"},
    {evidence, "inspection", "检查评比", "Inspection"},
    {evidence, "recommendation", "群众推荐", "Recommendation"},
    {evidence, "quiz", "答题记录", "Quiz result"},
    {evidence, "certificate", "证书", "Certificate"},

    {import_kind, "places", "地区与边界", "Places and outlines"},
    {import_kind, "roster", "居民花名册", "Roster of residents"},
    {import_kind, "merchants", "商户", "Shops"},
    {import_kind, "teams", "服务队", "Teams"},
    {import_kind, "rules", "积分规则", "Rule book"},
    {import_kind, "sites", "阵地", "Sites"},

    {search_kind, "person", "居民", "Resident"},
    {search_kind, "household", "家户", "Household"},
    {search_kind, "place", "地区", "Place"},
    {search_kind, "team", "服务队", "Team"},
    {search_kind, "merchant", "商户", "Shop"},
    {search_kind, "site", "阵地", "Site"},
};

constexpr const Word* find(Vocabulary set, std::string_view wire) {
  for (const Word& each : kWords)
    if (each.set == set && each.wire == wire) return &each;
  return nullptr;
}

template <class... E>
consteval bool covers() {
  const auto all_of = [](Vocabulary set, const auto& names) {
    for (const char* name : names)
      if (find(set, name) == nullptr) return false;
    return true;
  };
  return (all_of(VocabularyOf<E>::value, describe::EnumNames<E>::values) && ...);
}
static_assert(
    covers<places::Level, places::SiteKind, places::StaffKind, people::Gender, people::Relation,
           people::LeadWay, ledger::Currency, ledger::HolderKind, ledger::Reason,
           rules::ServiceField, boards::FieldFilter, rules::Direction, rules::Unit, rules::Approver,
           boards::Subject, boards::Measure, base::Period, base::Datum, api::Role, alarms::Severity,
           hall::SceneKind, people::ConsentWay>(),
    "an enumeration has a value without a word");

consteval bool words_complete() {
  for (const Word& each : kWords)
    if (each.chinese.empty() || each.english.empty() || find(each.set, each.wire) != &each)
      return false;
  return true;
}
constexpr auto kSets = [] {
  std::array<Vocabulary, std::size(kWords)> sets{};
  for (std::size_t row = 0; row < sets.size(); ++row) sets[row] = kWords[row].set;
  return sets;
}();
static_assert(words_complete(), "a word is empty in one of the languages, or stands twice");

}  // namespace

const char* find_word(Vocabulary set, std::string_view wire, Language language) {
  const auto& wires = column<kWords, &Word::wire>();
  for (std::size_t row = 0; row < wires.size(); ++row)
    if (kSets[row] == set && wires[row] == wire)
      return language == Language::english ? column<kWords, &Word::english>()[row]
                                           : column<kWords, &Word::chinese>()[row];
  return nullptr;
}

std::string_view word(Vocabulary set, std::string_view wire, Language language) {
  const char* found = find_word(set, wire, language);
  return found == nullptr ? wire : std::string_view(found);
}

}  // namespace shanzhi::text
