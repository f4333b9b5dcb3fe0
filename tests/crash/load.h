// Many hands giving points over HTTP, and an outside journal of what the server acknowledged.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "shared/api/commands.h"

namespace shanzhi::test {

/// One command that was sent, and what came back.
struct Sent {
  std::string name;  ///< award-points or reverse-transfer
  std::string id;
  std::string body;
  std::string answer;         ///< "" while nothing came back
  std::int64_t position = 0;  ///< as answered
  bool acknowledged() const { return !answer.empty(); }
};

/// One answer over HTTP.
struct Reply {
  int status = 0;  ///< 0: the connection broke
  std::string body;
  bool replayed = false;
  std::int64_t position = 0;
};
/// Sends it on a connection of its own.
Reply send_again(int port, const std::string& token, const Sent& sent);

/// Clients that send one command after another until the server is gone or stop() is called. One in
/// eight takes the award before it back. Ids differ between loads of different `round`.
class Load {
 public:
  Load(int port, std::string token, int clients, std::uint64_t round, base::Instant now);
  ~Load();
  /// Waits until so many are acknowledged, or nobody sends any more.
  void wait_for(std::int64_t acknowledged);
  void stop();
  /// Waits for the clients' end. Everything that was sent, with what is known of it.
  std::vector<Sent> finish();
  /// Answers that were neither good nor a refusal for the disk's sake, as sentences.
  std::vector<std::string> strange();

 private:
  void send_from(std::uint64_t client);
  Sent next(std::uint64_t client, std::uint64_t number, const std::vector<Sent>& mine) const;

  int port_;
  std::string token_;
  std::uint64_t round_;
  base::Instant now_;
  std::atomic<bool> stopping_{false};
  std::atomic<std::int64_t> acknowledged_{0};
  std::atomic<int> sending_{0};
  std::mutex mutex_;
  std::vector<std::string> strange_;
  std::vector<std::vector<Sent>> sent_;
  std::vector<std::thread> threads_;
};

}  // namespace shanzhi::test
