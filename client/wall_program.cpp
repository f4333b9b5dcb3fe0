// The executable wall.wasm is the wall of the hall.
#include "client/wall.h"

namespace shanzhi::app {

std::unique_ptr<Program> make_program(platform::Platform& platform) {
  return std::make_unique<Wall>(platform);
}

}  // namespace shanzhi::app
