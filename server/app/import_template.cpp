// Headings come from the same list that an import matches by, so a filled template is always understood.
#include "server/app/import_template.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "server/app/import_columns.h"

namespace shanzhi::app {
namespace {

using Example = std::vector<std::pair<std::string_view, const char*>>;

struct Kind {
  std::string_view name;
  std::span<const ImportField> (*fields)();
  Example example;
};

const std::array<Kind, 5>& kinds() {
  static const std::array<Kind, 5> all{{
      {"roster",
       roster_fields,
       {{"name", "张三"},
        {"village", "康庄村"},
        {"grid", "第1微网格"},
        {"number", "01-001"},
        {"head", "张三"},
        {"address", "康庄村 12 号"},
        {"relation", "户主"},
        {"gender", "男"},
        {"born", "1968-03-12"},
        {"phone", "13800000000"},
        {"tags", "文明家庭"},
        {"longitude", "115.4321"},
        {"latitude", "35.2345"}}},
      {"places",
       place_fields,
       {{"code", "371702106201"}, {"name", "康庄村"}, {"parent", "371702106"}, {"level", "村"}}},
      {"merchants",
       merchant_fields,
       {{"name", "便民超市"},
        {"trade", "超市"},
        {"village", "康庄村"},
        {"phone", "13800000000"},
        {"longitude", "115.4321"},
        {"latitude", "35.2345"}}},
      {"teams",
       team_fields,
       {{"name", "助老服务队"},
        {"place", "康庄村"},
        {"brand", "邻里帮"},
        {"way", "组织领建"},
        {"leader", "张三"},
        {"leader_phone", "13800000000"}}},
      {"rules",
       rule_fields,
       {{"code", "A01"},
        {"name", "护学岗"},
        {"field", "安全稳定"},
        {"direction", "加分"},
        {"unit", "小时"},
        {"points", "1"},
        {"cap_points", "8"},
        {"cap_period", "日"},
        {"evidence", "签到"},
        {"approver", "网格员"},
        {"source", "村规民约"}}},
  }};
  return all;
}

/// The first heading in Chinese: English ones are for programs.
std::string usual_heading(const ImportField& field) {
  for (const char* heading : field.headings)
    if (static_cast<unsigned char>(heading[0]) >= 0x80) return heading;
  return field.headings.front();
}

}  // namespace

base::Result<Table> import_template_of(std::string_view kind) {
  for (const Kind& each : kinds()) {
    if (each.name != kind) continue;
    Table table;
    std::vector<std::string>& example = table.rows.emplace_back();
    for (const ImportField& field : each.fields()) {
      if (std::string_view(field.field) == "outline") continue;  // that comes as GeoJSON
      table.headings.push_back(usual_heading(field) + (field.needed ? "（必填）" : ""));
      const auto shown = std::find_if(each.example.begin(), each.example.end(),
                                      [&](const auto& e) { return e.first == field.field; });
      example.emplace_back(shown == each.example.end() ? "" : shown->second);
    }
    example.front() = std::string(kExampleMark) + "：" + example.front();
    return table;
  }
  return base::Error{base::ErrorCode::not_a_choice, "/kind", std::string(kind), {}};
}

void drop_example(Table& table) {
  if (table.rows.empty() || table.rows.front().empty()) return;
  if (table.rows.front().front().compare(0, kExampleMark.size(), kExampleMark) != 0) return;
  table.rows.erase(table.rows.begin());
  ++table.first_row;
}

}  // namespace shanzhi::app
