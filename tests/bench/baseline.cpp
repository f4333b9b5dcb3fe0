// The answers go to files; fastify.mjs reads them once and serves them from memory.
#include "tests/bench/baseline.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>

#include <httplib.h>

namespace shanzhi::bench {

namespace {

const std::string kFolder = std::string(SHANZHI_SOURCE_DIR) + "/tests/bench";

/// One answer as four files: its path, media type, tag and body.
bool keep_answer(const std::filesystem::path& folder, int number, int port, const std::string& path,
                 const std::string& cookie) {
  httplib::Client client("127.0.0.1", port);
  httplib::Headers headers;
  if (!cookie.empty()) headers.emplace("Cookie", cookie);
  const auto answer = client.Get(path, headers);
  if (!answer || answer->status != 200) return false;
  const auto write = [&](const char* part, const std::string& text) {
    std::ofstream(folder / (std::to_string(number) + part), std::ios::binary) << text;
  };
  write(".path", path);
  write(".type", answer->get_header_value("Content-Type"));
  write(".tag", answer->get_header_value("ETag"));
  write(".body", answer->body);
  return true;
}

}  // namespace

bool install_node_packages() {
  if (std::filesystem::exists(kFolder + "/node_modules/fastify")) return true;
  return run_program({"npm", "ci", "--prefix", kFolder, "--no-audit", "--no-fund"}).code == 0;
}

std::unique_ptr<Baseline> Baseline::start(int port, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& cookies) {
  if (!install_node_packages()) return nullptr;
  std::unique_ptr<Baseline> baseline(new Baseline);
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (!keep_answer(baseline->folder_.path(), static_cast<int>(i), port, paths[i], cookies[i]))
      return nullptr;
  return baseline->launch() ? std::move(baseline) : nullptr;
}

bool Baseline::launch() {
  int ends[2];
  if (pipe(ends) != 0) return false;
  process_ = fork();
  if (process_ == 0) {
    dup2(ends[1], 1);
    close(ends[0]);
    const std::string script = kFolder + "/fastify.mjs", folder = folder_.path().string();
    execlp("node", "node", script.c_str(), folder.c_str(), nullptr);
    _exit(127);
  }
  close(ends[1]);
  char line[64] = {};  // the port, once it listens
  const ssize_t n = read(ends[0], line, sizeof line - 1);
  close(ends[0]);
  port_ = n > 0 ? std::atoi(line) : 0;
  return port_ > 0;
}

Baseline::~Baseline() {
  if (process_ <= 0) return;
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

}  // namespace shanzhi::bench
