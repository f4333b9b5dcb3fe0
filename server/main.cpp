// The program: the one place that reads the clock, the environment and randomness, and hands them on.
#include <chrono>
#include <iostream>

#include <sodium.h>

#include "server/command_line.h"

extern char** environ;

namespace {

using namespace shanzhi;

class SystemClock final : public base::Clock {
 public:
  base::Instant now() const override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
  }
};

/// SHANZHI_… and what says the language.
std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> out;
  for (char** at = environ; at != nullptr && *at != nullptr; ++at) {
    const std::string pair = *at;
    const auto equals = pair.find('=');
    const std::string name = pair.substr(0, equals);
    if (equals != std::string::npos && (name.rfind("SHANZHI_", 0) == 0 || name == "LANG"))
      out[name] = pair.substr(equals + 1);
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  if (sodium_init() < 0) {
    std::cerr << "libsodium cannot start\n";
    return static_cast<int>(Exit::failed);
  }
  const SystemClock clock;
  auto env = environment();
  const bool english = env["LANG"].rfind("en", 0) == 0;
  const World world{
      clock,          [](std::uint8_t* bytes, std::size_t size) { randombytes_buf(bytes, size); },
      std::move(env), std::cout,
      std::cerr,      english ? text::Language::english : text::Language::chinese};
  return static_cast<int>(run_program(world, std::vector<std::string>(words + 1, words + count)));
}
