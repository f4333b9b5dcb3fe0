// Threads for connections, and who of the connections may stay: a dynamic pool (httplib's own leaves a
// second connection waiting behind an idle first), and a register of idle ones that yield when it is full.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <httplib.h>

namespace shanzhi::http {

/// Starts a thread whenever more is waiting than threads are free, up to `threads_max`; those above
/// `threads_min` end after a few seconds without work.
class ConnectionThreads final : public httplib::TaskQueue {
 public:
  ConnectionThreads(std::size_t threads_min, std::size_t threads_max, std::size_t waiting_max);
  ~ConnectionThreads() override;

  bool enqueue(std::function<void()> task) override;
  void shutdown() override;

 private:
  void work();
  bool start_thread();

  const std::size_t threads_min_, threads_max_, waiting_max_;
  std::mutex mutex_;
  std::condition_variable wake_, ended_;
  std::deque<std::function<void()>> waiting_;
  std::size_t threads_ = 0, free_ = 0;
  bool stopping_ = false;
};

/// Counts connections, in all and for each address, and knows the idle ones. Thread-safe.
class ConnectionRegister {
 public:
  ConnectionRegister(std::size_t connections_max, std::size_t per_address_max);

  /// False when the address or the server has too many; when the server has, the longest idle one is
  /// asked to go, so that the next caller finds room. `counted` false exempts from the address's limit.
  bool enter(int socket, const std::string& address, bool counted);
  void leave(int socket, const std::string& address, bool counted);

  /// Waits for the next request's first byte. False when there is none in time, the caller went, or
  /// the connection was asked to go.
  bool await_request(int socket, std::chrono::seconds patience);
  /// Ends all waiting, now and later.
  void stop();
  /// Waits until all have left, but no longer than that; then breaks off those that are left.
  void end_all_after(std::chrono::seconds patience);

  std::size_t active() const;
  std::size_t idle() const;

 private:
  void ask_oldest_to_go();

  const std::size_t connections_max_, per_address_max_;
  mutable std::mutex mutex_;
  std::condition_variable left_;
  std::unordered_set<int> active_;  ///< sockets
  std::unordered_map<std::string, std::size_t> by_address_;
  struct Idle {
    int socket;
    bool asked_to_go;
  };
  std::list<Idle> idle_;  ///< longest idle first; those asked to go stand at the end
  bool stopping_ = false;
};

}  // namespace shanzhi::http
