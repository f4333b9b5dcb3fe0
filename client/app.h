// The client as the platform sees it: made once, drawn frame by frame.
#pragma once

#include <memory>

#include "client/platform/platform.h"

namespace shanzhi::app {

class App {
 public:
  explicit App(platform::Platform& platform);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;
  /// Between ui::begin_frame and ui::end_frame.
  void frame();
  /// What is due between frames: asking what is new, sending what waits. True when a frame should be
  /// drawn.
  bool work();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace shanzhi::app
