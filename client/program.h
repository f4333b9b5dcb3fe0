// What the platform draws: the program of an executable, made once, drawn frame by frame.
#pragma once

#include <memory>

#include "client/platform/platform.h"

namespace shanzhi::app {

class Program {
 public:
  virtual ~Program() = default;
  /// Between ui::begin_frame and ui::end_frame.
  virtual void frame() = 0;
  /// What is due between frames: asking what is new, sending what waits. True when a frame should be
  /// drawn.
  virtual bool work() = 0;
};

/// The program that this executable is: each defines it for itself (client/*_program.cpp), so
/// that a phone does not load the wall, nor the wall the desk.
std::unique_ptr<Program> make_program(platform::Platform& platform);

}  // namespace shanzhi::app
