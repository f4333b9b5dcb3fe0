// Which places fit a field: what the server would refuse is not offered.
#include <algorithm>

#include "client/screens/desk/form_plans.h"

namespace shanzhi::screens {
namespace {

/// Depth first, as the tree is read, so that what lies together stands together.
void walk(const model::PlaceTree& tree,
          const std::map<std::string, std::vector<std::size_t>>& below, std::size_t at,
          std::vector<const api::PlaceRow*>& out) {
  out.push_back(&tree.rows()[at]);
  const auto children = below.find(tree.rows()[at].code);
  if (children == below.end()) return;
  for (const std::size_t child : children->second) walk(tree, below, child, out);
}

/// Everything that the caller reaches.
std::vector<const api::PlaceRow*> reached(const Env& env) {
  std::map<std::string, std::vector<std::size_t>> below;
  const auto& rows = env.places.rows();
  const std::string& own = env.me.place.empty() ? env.me.town : env.me.place;
  std::size_t first = rows.size();
  for (std::size_t i = 0; i < rows.size(); i++) {
    below[rows[i].parent].push_back(i);
    if (rows[i].code == own) first = i;
  }
  std::vector<const api::PlaceRow*> out;
  if (first < rows.size()) walk(env.places, below, first, out);
  return out;
}

std::string value(const Typed& typed, std::string_view name) {
  const auto found = typed.find(name);
  return found == typed.end() ? std::string{} : found->second;
}

bool has_grid(const std::vector<const api::PlaceRow*>& rows, const std::string& village) {
  return std::any_of(rows.begin(), rows.end(), [&](const api::PlaceRow* row) {
    return row->level == "grid" && row->parent == village;
  });
}

/// A household belongs to a grid, or to a village that has none.
bool fits_household(const std::vector<const api::PlaceRow*>& all, const api::PlaceRow& row) {
  return row.level == "grid" || (row.level == "village" && !has_grid(all, row.code));
}

/// One level up in the usual order; a village may lie below the town itself.
bool fits_parent(const std::string& level, const api::PlaceRow& row) {
  if (level == "hamlet" || level == "grid") return row.level == "village";
  if (level == "village") return row.level == "hub" || row.level == "town";
  if (level == "hub") return row.level == "town";
  if (level == "town") return row.level == "county";
  return false;
}

}  // namespace

std::vector<const api::PlaceRow*> fitting_places(const Env& env, FormKind kind,
                                                 std::string_view field, const Typed& typed) {
  const auto all = reached(env);
  std::vector<const api::PlaceRow*> out;
  const api::PlaceRow* village = env.places.above(value(typed, "grid"), "village");
  const std::string level = value(typed, "level");
  for (const api::PlaceRow* row : all) {
    bool fits = row->level != "hamlet";
    if (kind == FormKind::household && field == "grid") fits = fits_household(all, *row);
    if (kind == FormKind::household && field == "hamlet")
      fits = row->level == "hamlet" && village && row->parent == village->code;
    if (kind == FormKind::place) fits = fits_parent(level, *row);
    if (fits) out.push_back(row);
  }
  return out;
}

std::string free_code(const model::PlaceTree& places, std::string_view parent,
                      std::string_view level) {
  if (parent.empty()) return {};
  const char letter = level == "hub" ? 'H' : level == "hamlet" ? 'X' : level == "grid" ? 'G' : ' ';
  if (letter == ' ') return {};
  const std::string head = std::string(parent) + "-" + letter;
  int highest = 0;
  std::size_t digits = level == "grid" ? 2 : 1;
  for (const api::PlaceRow& row : places.rows()) {
    if (row.code.rfind(head, 0) != 0 || row.code.size() > head.size() + 4) continue;
    int n = 0;
    bool number = row.code.size() > head.size();
    for (std::size_t i = head.size(); i < row.code.size(); i++) {
      number = number && row.code[i] >= '0' && row.code[i] <= '9';
      n = n * 10 + (row.code[i] - '0');
    }
    if (!number) continue;
    digits = row.code.size() - head.size();
    highest = std::max(highest, n);
  }
  std::string number = std::to_string(highest + 1);
  while (number.size() < digits) number.insert(0, "0");
  return head + number;
}

std::vector<std::string> levels_below(const Env& env) {
  std::vector<std::string> out;
  for (const char* level : {"hub", "village", "hamlet", "grid"})
    if (!fitting_places(env, FormKind::place, "parent", {{"level", level}}).empty())
      out.emplace_back(level);
  return out;
}

}  // namespace shanzhi::screens
