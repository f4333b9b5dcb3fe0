// The map of a place as the server last told it, cut into shapes once for each telling.
#pragma once

#include <optional>
#include <string>

#include "client/model/model.h"
#include "client/widgets/map_shape.h"

namespace shanzhi::app {

class KnownMap {
 public:
  /// Takes in what is known of the outlines within that place by now. Call once a frame.
  void follow(model::Model& model, const std::string& place);

  const widgets::MapShape& shape() const { return shape_; }
  /// Whether they are told, or will not come.
  bool settled() const { return settled_; }
  /// Why there are none; nullptr when there are, or nothing is wrong.
  const model::Trouble* trouble() const { return trouble_ ? &*trouble_ : nullptr; }

 private:
  widgets::MapShape shape_;
  std::string place_;
  std::uint32_t revision_ = 0;
  bool settled_ = false;
  std::optional<model::Trouble> trouble_;
};

}  // namespace shanzhi::app
