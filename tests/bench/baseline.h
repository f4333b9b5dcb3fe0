// fastify doing the same: answering the same bytes at the same addresses, and booking the same awards. What hot
// reads and durable commands are measured beside.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/bench/served.h"

namespace shanzhi::bench {

/// Packages of tests/bench/package.json, installed when missing. False when npm refused.
bool install_node_packages();

class Baseline {
 public:
  /// Takes the answers at these paths (each asked with its cookie) from the server at `port`, and
  /// serves them with the same media type and tag. Nothing when node or the package is not there.
  static std::unique_ptr<Baseline> start(int port, const std::vector<std::string>& paths,
                                         const std::vector<std::string>& cookies);
  /// Books awards with better-sqlite3, those that wait in one transaction or each in its own. Its only
  /// bearer token is the one given. Nothing when a package is not there and cannot be built.
  static std::unique_ptr<Baseline> start_awards(const std::string& token, bool sharing);
  ~Baseline();
  Baseline(const Baseline&) = delete;
  Baseline& operator=(const Baseline&) = delete;
  int port() const { return port_; }

 private:
  Baseline() = default;
  /// Starts one of the scripts beside this, with the own folder and these words after its name.
  bool launch(const std::string& script, const std::vector<std::string>& words);

  Folder folder_;
  int process_ = -1, port_ = 0;
};

}  // namespace shanzhi::bench
