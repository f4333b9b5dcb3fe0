// Stands in for the app when the gallery of widgets is built: the same two functions.
#pragma once

#include <memory>

#include "client/platform/platform.h"

namespace shanzhi::app {

class App {
 public:
  explicit App(platform::Platform& platform);
  ~App();
  void frame();
  struct State;

 private:
  platform::Platform& platform_;
  std::unique_ptr<State> state_;
};

}  // namespace shanzhi::app
