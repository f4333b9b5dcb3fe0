// fastify answering the same bytes at the same addresses: what hot reads are measured beside.
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
  ~Baseline();
  Baseline(const Baseline&) = delete;
  Baseline& operator=(const Baseline&) = delete;
  int port() const { return port_; }

 private:
  Baseline() = default;
  bool launch();

  Folder folder_;
  int process_ = -1, port_ = 0;
};

}  // namespace shanzhi::bench
