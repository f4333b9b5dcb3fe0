// Finding one's way in the tree of places.
#include "client/model/place_tree.h"

#include "shared/base/order.h"
#include "shared/base/utf8.h"
#include "shared/describe/describe.h"

namespace shanzhi::model {
namespace {

/// Deeper than any tree there is; keeps a broken answer from running in a circle.
constexpr int kDepthMost = 10;

int level_of(const api::PlaceRow& row) {
  const auto level = describe::parse_enum<places::Level>(row.level);
  return level ? static_cast<int>(*level) : 99;
}

}  // namespace

PlaceTree::PlaceTree(std::vector<api::PlaceRow> rows) : rows_(std::move(rows)) {
  for (std::size_t i = 0; i < rows_.size(); i++) by_code_.emplace(rows_[i].code, i);
}

const api::PlaceRow* PlaceTree::find(std::string_view code) const {
  const auto found = by_code_.find(std::string(code));
  return found == by_code_.end() ? nullptr : &rows_[found->second];
}

std::vector<const api::PlaceRow*> PlaceTree::children(std::string_view code) const {
  std::vector<const api::PlaceRow*> out;
  for (const api::PlaceRow& row : rows_)
    if (row.parent == code && row.level != "hamlet") out.push_back(&row);
  return out;
}

std::vector<const api::PlaceRow*> PlaceTree::path(std::string_view code) const {
  std::vector<const api::PlaceRow*> out;
  for (const api::PlaceRow* at = find(code);
       at && out.size() < static_cast<std::size_t>(kDepthMost); at = find(at->parent))
    out.insert(out.begin(), at);
  return out;
}

const api::PlaceRow* PlaceTree::above(std::string_view code, std::string_view level) const {
  for (const api::PlaceRow* row : path(code))
    if (row->level == level) return row;
  return nullptr;
}

bool PlaceTree::within(std::string_view inner, std::string_view outer) const {
  for (const api::PlaceRow* row : path(inner))
    if (row->code == outer) return true;
  return false;
}

std::vector<const api::PlaceRow*> PlaceTree::below(std::string_view code,
                                                   std::string_view level) const {
  std::vector<const api::PlaceRow*> out;
  for (const api::PlaceRow& row : rows_)
    if (row.level == level && within(row.code, code)) out.push_back(&row);
  return out;
}

std::vector<const api::PlaceRow*> PlaceTree::search(std::string_view words,
                                                    std::size_t most) const {
  const std::string wanted = base::lower_ascii(base::tidy(words));
  std::vector<const api::PlaceRow*> out;
  if (wanted.empty()) return out;
  for (const api::PlaceRow& row : rows_) {
    const bool named = base::lower_ascii(row.name).find(wanted) != std::string::npos;
    if (named || row.code.find(wanted) != std::string::npos) out.push_back(&row);
  }
  base::put_in_order(out, [](const api::PlaceRow* a, const api::PlaceRow* b) {
    return level_of(*a) < level_of(*b);
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace shanzhi::model
