// The executable phone.wasm is the phone.
#include "client/app.h"
#include "client/phone.h"

namespace shanzhi::app {

std::unique_ptr<Program> make_program(platform::Platform& platform) {
  return std::make_unique<App>(platform, make_face<Phone>);
}

}  // namespace shanzhi::app
