// The tree of places as the client knows it: parents, children, the way down to a place.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/api/views.h"

namespace shanzhi::model {

class PlaceTree {
 public:
  PlaceTree() = default;
  explicit PlaceTree(std::vector<api::PlaceRow> rows);

  bool empty() const { return rows_.empty(); }
  const std::vector<api::PlaceRow>& rows() const { return rows_; }
  const api::PlaceRow* find(std::string_view code) const;
  const api::PlaceRow* root() const { return rows_.empty() ? nullptr : &rows_.front(); }
  /// Direct children; of a village the grids only, hamlets lie beside them.
  std::vector<const api::PlaceRow*> children(std::string_view code) const;
  /// From the root to the place itself; empty when it is not known.
  std::vector<const api::PlaceRow*> path(std::string_view code) const;
  /// The nearest of this level at or above the place.
  const api::PlaceRow* above(std::string_view code, std::string_view level) const;
  bool within(std::string_view inner, std::string_view outer) const;
  /// Places of this level at or below.
  std::vector<const api::PlaceRow*> below(std::string_view code, std::string_view level) const;
  /// Those whose name contains the words, upper levels first; at most `most`.
  std::vector<const api::PlaceRow*> search(std::string_view words, std::size_t most) const;

 private:
  std::vector<api::PlaceRow> rows_;
  std::unordered_map<std::string, std::size_t> by_code_;
};

}  // namespace shanzhi::model
