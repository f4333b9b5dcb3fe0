// Titles of the wire's fields, as forms, columns and refusals show them.
#include "shared/text/run.h"
#include "shared/text/words.h"

namespace shanzhi::text {
namespace {

struct Title {
  std::string_view wire;
  std::string_view chinese, english;
  FieldUnit unit = FieldUnit::none;
};

using enum FieldUnit;
constexpr Title kTitles[] = {
    {"id", "编号", "Id"},
    {"person", "居民", "Resident"},
    {"person_name", "姓名", "Name"},
    {"rule", "规则", "Rule"},
    {"rule_name", "规则", "Rule"},
    {"rule_version", "规则版本", "Rule version"},
    {"minutes", "服务时长", "Time of service", minutes},
    {"hours", "服务时长", "Service", characters},
    {"amount", "分值", "Points", points},
    {"points", "分值", "Points", points},
    {"occurred_at", "发生时间", "When it happened"},
    {"recorded_at", "记录时间", "Recorded"},
    {"note", "事由", "What for", characters},
    {"evidence", "凭证", "Evidence", characters},
    {"photos", "照片", "Photographs"},
    {"residents", "居民账号", "Residents' accounts"},
    {"transfer", "流水", "Entry"},
    {"reason", "原因", "Reason", characters},
    {"reverses", "冲正的流水", "Reverses"},
    {"code", "代码", "Code", characters},
    {"name", "名称", "Name", characters},
    {"level", "级别", "Level"},
    {"parent", "上级地区", "Place above"},
    {"under", "所辖地区", "Places below"},
    {"outline", "边界", "Outline"},
    {"kind", "类别", "Kind"},
    {"place", "地区", "Place"},
    {"place_name", "地区", "Place"},
    {"longitude", "经度", "Longitude", degrees},
    {"latitude", "纬度", "Latitude", degrees},
    {"offers", "服务内容", "Offers", characters},
    {"number", "户号", "Number", characters},
    {"household_number", "户号", "Household"},
    {"grid", "微网格", "Grid"},
    {"grid_name", "微网格", "Grid"},
    {"hamlet", "自然村", "Hamlet"},
    {"village", "行政村", "Village"},
    {"hub", "管区", "Hub"},
    {"address", "住址", "Address", characters},
    {"tags", "标签", "Tags", characters},
    {"tag", "标签", "Tag", characters},
    {"household", "家户", "Household"},
    {"head", "户主", "Head"},
    {"gender", "性别", "Gender"},
    {"relation", "与户主关系", "Relation"},
    {"born", "出生日期", "Born"},
    {"age", "年龄", "Age"},
    {"phone", "电话", "Phone", characters},
    {"id_card", "身份证号", "Identity card"},
    {"off_boards", "不上榜", "Not on boards"},
    {"brand", "品牌", "Brand", characters},
    {"way", "领建方式", "Way"},
    {"leader", "队长", "Leader"},
    {"leader_id", "队长", "Leader"},
    {"team", "服务队", "Team"},
    {"move_to", "迁入户", "To household"},
    {"new_relation", "与新户主关系", "Relation to the head there"},
    {"team_members", "队员", "Members", rows},
    {"site_hours", "开放时间", "Open", characters},
    {"leader_phone", "队长电话", "Leader's phone"},
    {"members", "成员", "Members", rows},
    {"password", "密码", "Password", characters},
    {"key", "链接中的密钥", "Key in the link"},
    {"old_password", "原密码", "Current password", characters},
    {"new_password", "新密码", "New password", characters},
    {"title", "显示名称", "Shown as", characters},
    {"role", "角色", "Role"},
    {"active", "可登录", "May sign in"},
    {"label", "用途", "Label", characters},
    {"days", "有效天数", "Days", days},
    {"token", "令牌", "Token"},
    {"import", "导入", "Import"},
    {"file", "文件", "File"},
    {"user", "用户", "User"},
    {"trade", "行业", "Trade", characters},
    {"merchant", "商户", "Shop"},
    {"verified", "已核销", "Spent here"},
    {"balance", "余额", "Balance"},
    {"earned", "累计获得", "Earned"},
    {"spent", "累计兑换", "Spent"},
    {"month", "月份", "Month"},
    {"month_earned", "本月记分", "Earned this month"},
    {"month_spent", "本月兑换", "Spent this month"},
    {"last", "最近", "Latest"},
    {"households", "户数", "Households"},
    {"people", "人口", "Residents"},
    {"workers", "网格员", "Workers"},
    {"per_household", "户均积分", "Points a household"},
    {"chief", "网格长", "Grid chief"},
    {"rank", "名次", "Rank"},
    {"value", "数值", "Value"},
    {"move", "升降", "Change"},
    {"of", "总数", "Of"},
    {"field", "服务领域", "Field"},
    {"direction", "加减", "Direction"},
    {"unit", "计分单位", "Unit"},
    {"cap", "上限", "Cap", points},
    {"cap_points", "上限", "Cap", points},
    {"cap_period", "上限周期", "Cap period"},
    {"bonus_max", "奖励上限", "Bonus", points},
    {"approver", "审核人", "Approver"},
    {"source", "依据", "Source", characters},
    {"valid_from", "施行日期", "In force from"},
    {"valid_until", "截止日期", "In force until"},
    {"version", "版本", "Version"},
    {"by", "经办人", "Entered by"},
    {"hash", "校验码", "Digest"},
    {"position", "序号", "Number"},
    {"at", "时间", "Time"},
    {"who", "操作人", "Who", characters},
    {"from", "来源", "From"},
    {"what", "操作", "What", characters},
    {"on", "对象", "On"},
    {"result", "结果", "Result"},
    {"before", "改前", "Before"},
    {"after", "改后", "After"},
    {"last_seen", "最近登录", "Last seen"},
    {"created_at", "建立时间", "Made"},
    {"expires_at", "到期时间", "Ends"},
    {"revoked", "已撤销", "Revoked"},
    {"subject", "对象", "Subject"},
    {"period", "周期", "Period"},
    {"date", "日期", "Date"},
    {"measure", "口径", "Measure"},
    {"mine", "所选对象", "Own line", characters},
    {"search", "查找内容", "Search", characters},
    {"q", "查找内容", "Search", characters},
    {"sort", "排序", "Sort", characters},
    {"cursor", "翻页位置", "Cursor"},
    {"list", "列表", "List"},
    {"rows", "行数", "Rows"},
    {"good", "可用行", "Good rows"},
    {"added", "新增", "Added"},
    {"changed", "更新", "Changed"},
    {"applied", "已写入", "Written"},
    {"problem_count", "有误之处", "Problems"},
    {"format", "文件格式", "Format"},
    {"all", "全部版本", "All versions"},
    {"against", "对比日期", "Compared with"},
    {"since", "起始日期", "Since"},
    {"until", "截止日期", "Until"},
    {"limit", "每页行数", "Rows of a page", rows},
    {"around", "上下几名", "Ranks around", rows},
    {"datum", "坐标系", "Datum"},
    {"dry_run", "试算", "Dry run"},
    {"row", "行", "Row"},
    {"column", "列", "Column"},

    {"matter", "警情", "Matter", characters},
    {"detail", "特征与情况", "What to look for", characters},
    {"severity", "等级", "Severity"},
    {"reported_at", "接报时间", "Reported"},
    {"commander", "指挥长", "Led by", characters},
    {"appeal", "请群众协助", "What everybody can do", characters},
    {"steps", "处置步骤", "Steps", rows},
    {"forces", "处置力量", "Forces", rows},
    {"arrives_in", "到达用时", "Arrives in", minutes},
    {"alarm", "警情", "Alarm"},
    {"step", "步骤", "Step"},
    {"done", "已完成", "Done"},
    {"outcome", "处置结果", "Outcome", characters},
    {"scenes", "场景", "Scenes", rows},
    {"names_hidden", "不显示姓名", "Without names"},
    {"action", "操作", "Action"},
    {"scene", "场景", "Scene"},
    {"focus", "聚焦地区", "Place looked at"},
    {"day", "日期", "Day"},
    {"speed", "回放速度", "Speed"},
    {"hold_minutes", "保持时长", "Holds for", minutes},
    {"seconds", "停留秒数", "Seconds"},
    {"from_minute", "开始时刻", "From"},
    {"until_minute", "结束时刻", "Until"},
    {"year", "年份", "Year"},

    {"pin", "密码", "PIN"},
    {"old_pin", "原密码", "Current PIN"},
    {"session", "设备", "Device"},
    {"off", "不上榜", "Off the boards"},

    {"relative", "可代看的家人", "Relative", rows},
    {"consent_way", "同意方式", "Consent given"},
    {"access", "家人代看", "Family access"},
    {"boards", "也可代办不上榜", "May also leave the boards for them"},
};

constexpr const Title* find(std::string_view wire) {
  for (const Title& each : kTitles)
    if (each.wire == wire) return &each;
  return nullptr;
}
consteval bool titles_complete() {
  for (const Title& each : kTitles)
    if (each.chinese.empty() || each.english.empty() || find(each.wire) != &each) return false;
  return true;
}
static_assert(titles_complete(), "a title is empty in one of the languages, or stands twice");

constexpr auto kUnits = [] {
  std::array<FieldUnit, std::size(kTitles)> units{};
  for (std::size_t row = 0; row < units.size(); ++row) units[row] = kTitles[row].unit;
  return units;
}();
/// -1 when there is none of that name.
int row_of(std::string_view wire) {
  const auto& wires = column<kTitles, &Title::wire>();
  for (std::size_t row = 0; row < wires.size(); ++row)
    if (wires[row] == wire) return static_cast<int>(row);
  return -1;
}

}  // namespace

const char* field_title(std::string_view wire, Language language) {
  const int row = row_of(wire);
  if (row < 0) return nullptr;
  return language == Language::english ? column<kTitles, &Title::english>()[row]
                                       : column<kTitles, &Title::chinese>()[row];
}

FieldUnit field_unit(std::string_view wire) {
  const int row = row_of(wire);
  return row < 0 ? none : kUnits[row];
}

}  // namespace shanzhi::text
