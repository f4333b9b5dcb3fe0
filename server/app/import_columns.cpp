#include "server/app/import_columns.h"

#include "shared/base/utf8.h"

namespace shanzhi::app {
namespace {

/// "手机号码（必填）*" → "手机号码".
std::string bare(std::string_view heading) {
  std::string out;
  int depth = 0;
  const std::string tidied = base::lower_ascii(base::tidy(heading));
  for (std::size_t at = 0; at < tidied.size();) {
    const std::size_t from = at;
    const char32_t c = base::next_code_point(tidied, at);
    if (c == '(' || c == U'（' || c == '[' || c == U'【') {
      ++depth;
    } else if (c == ')' || c == U'）' || c == ']' || c == U'】') {
      --depth;
    } else if (depth <= 0 && c != ' ' && c != '*' && c != '\n' && c != '\r' && c != ':' &&
               c != U'：') {
      out += tidied.substr(from, at - from);
    }
  }
  return out;
}

}  // namespace

std::span<const ImportField> roster_fields() {
  static const std::vector<ImportField> fields{
      {"name", {"姓名", "居民姓名", "成员姓名", "家庭成员", "人员姓名", "name"}, true},
      {"village",
       {"村", "行政村", "所属村", "村居", "村名", "村(社区)", "村社区", "所在村", "village"}},
      {"town", {"镇", "乡镇", "镇街", "街道", "所属镇", "所属乡镇", "town"}},
      {"grid", {"微网格", "网格", "所属网格", "网格名称", "网格编号", "所在网格", "grid"}},
      {"hamlet", {"自然村", "小组", "村民小组", "hamlet"}},
      {"number", {"户号", "户编号", "家庭编号", "档案号", "户档案号", "household"}},
      {"head", {"户主", "户主姓名", "head"}},
      {"address", {"住址", "地址", "家庭住址", "门牌", "门牌号", "详细地址", "现住址", "address"}},
      {"relation", {"与户主关系", "关系", "家庭关系", "成员关系", "relation"}},
      {"gender", {"性别", "gender"}},
      {"born", {"出生日期", "出生年月", "出生年月日", "生日", "born"}},
      {"id_card",
       {"身份证号", "身份证号码", "公民身份号码", "身份证", "证件号码", "证件号", "idcard"}},
      {"phone", {"手机号", "手机号码", "联系电话", "电话", "手机", "联系方式", "phone"}},
      {"tags", {"标签", "家庭类型", "户类型", "人群标签", "类别", "tags"}},
      {"longitude", {"经度", "longitude", "lng", "lon"}},
      {"latitude", {"纬度", "latitude", "lat"}}};
  return fields;
}

std::span<const ImportField> place_fields() {
  static const std::vector<ImportField> fields{
      {"code", {"code", "代码", "区划代码", "统计用区划代码", "编码", "编号"}, true},
      {"name", {"name", "名称", "地名", "区划名称"}, true},
      {"parent", {"parent", "上级代码", "上级", "父级代码", "所属代码"}},
      {"level", {"level", "级别", "层级", "类型"}},
      {"outline", {"outline", "边界", "geometry"}}};
  return fields;
}

std::span<const ImportField> merchant_fields() {
  static const std::vector<ImportField> fields{
      {"name", {"商户名称", "商户", "店名", "名称", "name"}, true},
      {"trade", {"行业", "类别", "经营类别", "业态", "trade"}},
      {"village", {"村", "所属村", "行政村", "所在村", "地区", "village"}},
      {"phone", {"电话", "联系电话", "手机号", "手机", "phone"}},
      {"longitude", {"经度", "longitude", "lng", "lon"}},
      {"latitude", {"纬度", "latitude", "lat"}}};
  return fields;
}

std::span<const ImportField> team_fields() {
  static const std::vector<ImportField> fields{
      {"name", {"队伍名称", "服务队", "服务队名称", "名称", "name"}, true},
      {"place", {"所属地区", "所属", "所属单位", "村", "地区", "place"}, true},
      {"brand", {"品牌", "子品牌", "brand"}},
      {"way", {"领建方式", "组建方式", "way"}},
      {"leader", {"队长", "负责人", "队长姓名", "leader"}},
      {"leader_phone", {"队长电话", "负责人电话", "联系电话", "电话", "phone"}}};
  return fields;
}

std::span<const ImportField> rule_fields() {
  static const std::vector<ImportField> fields{
      {"code", {"code", "编号", "规则编号", "代码"}, true},
      {"name", {"name", "名称", "规则", "指标", "规则名称"}, true},
      {"field", {"field", "领域", "服务领域", "类别"}, true},
      {"direction", {"direction", "加减", "加分扣分", "方向"}, true},
      {"unit", {"unit", "计分单位", "单位", "计量单位"}, true},
      {"points", {"points", "分值", "积分", "分数"}, true},
      {"cap_points", {"cap_points", "cap", "上限", "封顶", "封顶分"}},
      {"cap_period", {"cap_period", "上限周期", "周期", "封顶周期"}},
      {"bonus_max", {"bonus_max", "奖励上限", "酌情奖励"}},
      {"evidence", {"evidence", "凭证", "佐证", "证明材料"}},
      {"approver", {"approver", "审核人", "审批", "审核角色"}},
      {"source", {"source", "来源", "依据"}}};
  return fields;
}

MatchedColumns::MatchedColumns(const Table& table, std::span<const ImportField> fields)
    : table_(table), fields_(fields), columns_(fields.size(), -1) {
  for (std::size_t f = 0; f < fields.size(); ++f) {
    for (const char* wanted : fields[f].headings) {
      for (std::size_t c = 0; c < table.headings.size() && columns_[f] < 0; ++c) {
        if (bare(table.headings[c]) == bare(wanted)) columns_[f] = static_cast<int>(c);
      }
    }
  }
}

int MatchedColumns::column(std::string_view field) const {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (field == fields_[f].field) return columns_[f];
  }
  return -1;
}

std::string_view MatchedColumns::cell(const std::vector<std::string>& row,
                                      std::string_view field) const {
  const int c = column(field);
  if (c < 0 || static_cast<std::size_t>(c) >= row.size()) return {};
  return row[static_cast<std::size_t>(c)];
}

std::string MatchedColumns::missing() const {
  for (std::size_t f = 0; f < fields_.size(); ++f) {
    if (fields_[f].needed && columns_[f] < 0) return fields_[f].headings.front();
  }
  return {};
}

std::vector<api::ImportColumn> MatchedColumns::report() const {
  std::vector<api::ImportColumn> columns;
  for (std::size_t c = 0; c < table_.headings.size(); ++c) {
    std::string field;
    for (std::size_t f = 0; f < fields_.size(); ++f) {
      if (columns_[f] == static_cast<int>(c)) field = fields_[f].field;
    }
    columns.push_back({table_.headings[c], field});
  }
  return columns;
}

}  // namespace shanzhi::app
