// Processes by fork and exec; readiness by asking /readyz.
#include "tests/bench/served.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <fstream>
#include <thread>

#include <httplib.h>

#include "tests/bench/bench.h"

namespace shanzhi::bench {

namespace fs = std::filesystem;

namespace {

std::vector<char*> arguments_of(const std::vector<std::string>& command) {
  std::vector<char*> out;
  for (const std::string& word : command) out.push_back(const_cast<char*>(word.c_str()));
  out.push_back(nullptr);
  return out;
}

/// A port that was free a moment ago.
int free_port() {
  const int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  const bool bound = bind(s, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                     getsockname(s, reinterpret_cast<sockaddr*>(&address), &size) == 0;
  close(s);
  return bound ? ntohs(address.sin_port) : 0;
}

}  // namespace

Ran run_program(const std::vector<std::string>& command) {
  Ran ran;
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) return ran;
  const pid_t child = fork();
  if (child == 0) {
    dup2(pipe_ends[1], 1);
    dup2(pipe_ends[1], 2);
    close(pipe_ends[0]);
    execvp(command[0].c_str(), arguments_of(command).data());
    _exit(127);
  }
  close(pipe_ends[1]);
  char buffer[4096];
  for (ssize_t n; (n = read(pipe_ends[0], buffer, sizeof buffer)) > 0;)
    ran.out.append(buffer, static_cast<std::size_t>(n));
  close(pipe_ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  return ran;
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "shanzhi-bench-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) path_ = name;
}
Folder::~Folder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

bool make_town(const fs::path& data, std::int64_t people, std::int64_t activity, double& seconds) {
  Ran ran;
  seconds = time_ms([&] {
              ran = run_program({program(), "demo", "--data", data.string(), "--people",
                                 std::to_string(people), "--activity", std::to_string(activity)});
            }) /
            1000;
  return ran.code == 0;
}

std::string demo_town() {
  static const Folder folder;
  static const bool made = [] {
    double seconds = 0;
    return make_town(folder.path(), 60'000, 1, seconds);
  }();
  return made ? folder.path().string() : std::string{};
}

std::string demo_password(const std::string& data) {
  std::ifstream file(fs::path(data) / "demo-accounts.txt");
  std::string line;
  std::getline(file, line);
  const auto at = line.find_last_of(' ');
  return at == std::string::npos ? std::string{} : line.substr(at + 1);
}

Served::Served(const std::string& data, std::vector<std::string> flags) : port_(free_port()) {
  std::vector<std::string> command{program(), "serve",     "--data",
                                   data,      "--listen",  "127.0.0.1:" + std::to_string(port_),
                                   "--web",   web_folder()};
  command.insert(command.end(), flags.begin(), flags.end());
  const auto begin = std::chrono::steady_clock::now();
  process_ = fork();
  if (process_ == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    execvp(command[0].c_str(), arguments_of(command).data());
    _exit(127);
  }
  httplib::Client client("127.0.0.1", port_);
  constexpr int kTriesMax = 30'000;
  for (int tries = 0; tries < kTriesMax && !ready_; ++tries) {
    const auto answer = client.Get("/readyz");
    ready_ = answer && answer->status == 200;
    if (!ready_) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    if (!ready_ && waitpid(process_, nullptr, WNOHANG) == process_) {
      process_ = -1;
      return;
    }
  }
  start_ms_ =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

Served::~Served() {
  if (process_ <= 0) return;
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

double Served::memory(const char* line) const {
  std::ifstream status("/proc/" + std::to_string(process_) + "/status");
  for (std::string word; status >> word;) {
    if (word != line) continue;
    double kib = 0;
    status >> kib;
    return kib / 1024;
  }
  return 0;
}

std::string Served::sign_in(const std::string& name, const std::string& password) const {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(20);
  const auto answer = client.Post("/api/v1/sign-in",
                                  "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}",
                                  "application/json");
  if (!answer || answer->status >= 300) return {};
  const std::string cookie = answer->get_header_value("Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

}  // namespace shanzhi::bench
