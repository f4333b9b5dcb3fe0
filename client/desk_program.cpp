// The executable app.wasm is the desk.
#include "client/app.h"
#include "client/desk.h"

namespace shanzhi::app {

std::unique_ptr<Program> make_program(platform::Platform& platform) {
  return std::make_unique<App>(platform, make_face<Desk>);
}

}  // namespace shanzhi::app
