// Its output goes to files: a killed process leaves them as they were.
#include "tests/crash/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "tests/support/temporary_folder.h"

namespace shanzhi::test {

namespace {

using namespace std::chrono_literals;
constexpr auto kPatience = 20s;

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string program_path() {
  const char* given = std::getenv("SHANZHI_BIN");
  return given != nullptr ? given : SHANZHI_SOURCE_DIR "/build/native/shanzhi";
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

/// Between fork and exec only what may be done there; everything was prepared before.
[[noreturn]] void become(char* const* words, char* const* environment, int out, int err,
                         std::int64_t file_bytes_max) {
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (file_bytes_max > 0) {
    // Ignored, the signal becomes a write that fails.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{static_cast<rlim_t>(file_bytes_max), static_cast<rlim_t>(file_bytes_max)};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ::execve(words[0], words, environment);
  ::_exit(127);
}

}  // namespace

Program::Program(std::vector<std::string> words, std::int64_t file_bytes_max) {
  folder_ = make_temporary_folder();
  words.insert(words.begin(), program_path());
  std::vector<std::string> environment{"LANG=en_US.UTF-8"};
  const auto argv = pointers(words), envp = pointers(environment);
  constexpr int kFlags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC;
  const int out = ::open((folder_ / "out").c_str(), kFlags, 0600);
  const int err = ::open((folder_ / "err").c_str(), kFlags, 0600);
  process_ = ::fork();
  if (process_ == 0) become(argv.data(), envp.data(), out, err, file_bytes_max);
  ::close(out);
  ::close(err);
  if (process_ < 0) throw std::runtime_error("no further process");
}

Program::~Program() {
  kill();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

bool Program::ended() {
  if (code_) return true;
  int status = 0;
  if (::waitpid(process_, &status, WNOHANG) != process_) return false;
  code_ = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return true;
}

int Program::port() {
  // "… serving on 127.0.0.1:0 (40123)"
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (std::chrono::steady_clock::now() < until) {
    const bool over = ended();
    const std::string said = err();
    const auto at = said.find("serving on ");
    const auto open = said.find('(', at), close = said.find(")\n", at);
    if (at != std::string::npos && close != std::string::npos)
      return std::stoi(said.substr(open + 1, close - open - 1));
    if (over) return 0;
    std::this_thread::sleep_for(2ms);
  }
  return 0;
}

void Program::kill() {
  if (ended()) return;
  ::kill(process_, SIGKILL);
  (void)wait();
}

int Program::stop() {
  if (!ended()) ::kill(process_, SIGTERM);
  return wait();
}

int Program::wait() {
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (!ended()) {
    if (std::chrono::steady_clock::now() > until) ::kill(process_, SIGKILL);
    std::this_thread::sleep_for(1ms);
  }
  return *code_;
}

std::string Program::out() const {
  return read_whole(folder_ / "out");
}
std::string Program::err() const {
  return read_whole(folder_ / "err");
}

Ran run_program(std::vector<std::string> words) {
  Program program(std::move(words));
  const int code = program.wait();
  return {code, program.out(), program.err()};
}

}  // namespace shanzhi::test
