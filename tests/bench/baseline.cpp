// The answers go to files; fastify_reads.mjs reads them once and serves them from memory.
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
  if (std::filesystem::exists(kFolder + "/node_modules/better-sqlite3/build/Release")) return true;
  // better-sqlite3 is compiled here, with the headers that belong to this Node.js (Debian: libnode-dev).
  return run_program({"env", "npm_config_nodedir=/usr", "npm_config_build_from_source=true", "npm",
                      "ci", "--prefix", kFolder, "--no-audit", "--no-fund"})
             .code == 0;
}

std::unique_ptr<Baseline> Baseline::start(int port, const std::vector<std::string>& paths,
                                          const std::vector<std::string>& cookies) {
  if (!install_node_packages()) return nullptr;
  std::unique_ptr<Baseline> baseline(new Baseline);
  for (std::size_t i = 0; i < paths.size(); ++i)
    if (!keep_answer(baseline->folder_.path(), static_cast<int>(i), port, paths[i], cookies[i]))
      return nullptr;
  return baseline->launch("fastify_reads.mjs", {}) ? std::move(baseline) : nullptr;
}

std::unique_ptr<Baseline> Baseline::start_awards(const std::string& token, bool sharing) {
  if (!install_node_packages()) return nullptr;
  std::unique_ptr<Baseline> baseline(new Baseline);
  const bool serves =
      baseline->launch("fastify_awards.mjs", {sharing ? "shared" : "single", token});
  return serves ? std::move(baseline) : nullptr;
}

bool Baseline::launch(const std::string& script, const std::vector<std::string>& words) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  process_ = fork();
  if (process_ == 0) {
    dup2(ends[1], 1);
    close(ends[0]);
    std::vector<std::string> command{"node", kFolder + "/" + script, folder_.path().string()};
    command.insert(command.end(), words.begin(), words.end());
    std::vector<char*> values;
    for (std::string& word : command) values.push_back(word.data());
    values.push_back(nullptr);
    execvp("node", values.data());
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
