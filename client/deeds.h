// Does what screens wish for: moves, sends, saves, downloads.
#pragma once

#include "client/face.h"

namespace shanzhi::app {

class Deeds {
 public:
  Deeds(model::Model& model, model::Settings& settings, Face& face)
      : model_(model), settings_(settings), face_(face) {}

  void grant(const screens::Intent& intent);
  /// What goes on over several frames: files picked, exports that end. Call once a frame.
  void work();

 private:
  void submit(const screens::Submit& wish);

  model::Model& model_;
  model::Settings& settings_;
  Face& face_;
  std::uint32_t done_seen_ = 0;
};

}  // namespace shanzhi::app
