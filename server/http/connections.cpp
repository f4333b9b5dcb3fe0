// The pool of threads and the register of connections.
#include "server/http/connections.h"

#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <cerrno>
#include <system_error>
#include <thread>

namespace shanzhi::http {
namespace {

constexpr std::chrono::seconds kFreeThreadStays{10};
/// How often and how long a newcomer waits for an idle connection to go.
constexpr int kRoomTries = 20;
constexpr std::chrono::milliseconds kRoomWait{20};

bool readable(int socket, int timeout_ms) {
  pollfd one{socket, POLLIN, 0};
  int ready;
  do {
    ready = ::poll(&one, 1, timeout_ms);
  } while (ready < 0 && errno == EINTR);
  return ready > 0;
}

}  // namespace

ConnectionThreads::ConnectionThreads(std::size_t threads_min, std::size_t threads_max,
                                     std::size_t waiting_max)
    : threads_min_(threads_min), threads_max_(threads_max), waiting_max_(waiting_max) {}

ConnectionThreads::~ConnectionThreads() {
  shutdown();
}

bool ConnectionThreads::start_thread() {
  try {
    std::thread([this] { work(); }).detach();
  } catch (const std::system_error&) {
    return false;
  }
  ++threads_;
  return true;
}

bool ConnectionThreads::enqueue(std::function<void()> task) {
  std::lock_guard lock(mutex_);
  if (stopping_ || waiting_.size() >= waiting_max_) return false;
  waiting_.push_back(std::move(task));
  if (waiting_.size() > free_ && threads_ < threads_max_ && !start_thread() && threads_ == 0) {
    waiting_.pop_back();
    return false;
  }
  wake_.notify_one();
  return true;
}

void ConnectionThreads::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++free_;
    const bool woken =
        wake_.wait_for(lock, kFreeThreadStays, [this] { return stopping_ || !waiting_.empty(); });
    --free_;
    if (!waiting_.empty()) {
      auto task = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      task();
      task = nullptr;
      lock.lock();
    } else if (stopping_ || (!woken && threads_ > threads_min_)) {
      break;
    }
  }
  --threads_;
  // Notified under the lock: the pool may be destroyed as soon as it sees that no thread is left.
  ended_.notify_all();
}

void ConnectionThreads::shutdown() {
  std::unique_lock lock(mutex_);
  stopping_ = true;
  wake_.notify_all();
  ended_.wait(lock, [this] { return threads_ == 0; });
}

ConnectionRegister::ConnectionRegister(std::size_t connections_max, std::size_t per_address_max)
    : connections_max_(connections_max), per_address_max_(per_address_max) {}

bool ConnectionRegister::enter(int socket, const std::string& address, bool counted) {
  std::unique_lock lock(mutex_);
  if (stopping_) return false;
  if (counted) {
    const auto found = by_address_.find(address);
    if (found != by_address_.end() && found->second >= per_address_max_) return false;
  }
  // In the last tenth each newcomer makes an idle one go; where there is no room yet, it waits for it.
  if (active_.size() >= connections_max_ - connections_max_ / 10) ask_oldest_to_go();
  for (int tries = 0; active_.size() >= connections_max_; ++tries) {
    if (tries == kRoomTries || stopping_) return false;
    ask_oldest_to_go();
    left_.wait_for(lock, kRoomWait);
  }
  if (stopping_) return false;
  active_.insert(socket);
  if (counted) ++by_address_[address];
  return true;
}

void ConnectionRegister::leave(int socket, const std::string& address, bool counted) {
  std::lock_guard lock(mutex_);
  active_.erase(socket);
  left_.notify_all();
  if (!counted) return;
  const auto found = by_address_.find(address);
  if (found != by_address_.end() && --found->second == 0) by_address_.erase(found);
}

void ConnectionRegister::ask_oldest_to_go() {
  if (idle_.empty() || idle_.front().asked_to_go) return;
  idle_.front().asked_to_go = true;
  ::shutdown(idle_.front().socket,
             SHUT_RD);  // still registered, so the number is still this socket's
  idle_.splice(idle_.end(), idle_, idle_.begin());
}

bool ConnectionRegister::await_request(int socket, std::chrono::seconds patience) {
  std::list<Idle>::iterator self;
  {
    std::lock_guard lock(mutex_);
    if (stopping_) return false;
    // Before those that are going already.
    const auto going =
        std::find_if(idle_.begin(), idle_.end(), [](const Idle& one) { return one.asked_to_go; });
    self = idle_.insert(going, {socket, false});
  }
  const auto patience_ms = std::chrono::duration_cast<std::chrono::milliseconds>(patience).count();
  const bool ready = readable(socket, static_cast<int>(patience_ms));
  std::lock_guard lock(mutex_);
  const bool stays = ready && !stopping_ && !self->asked_to_go;
  idle_.erase(self);
  return stays;
}

void ConnectionRegister::stop() {
  std::lock_guard lock(mutex_);
  stopping_ = true;
  for (const Idle& one : idle_) ::shutdown(one.socket, SHUT_RD);
}

void ConnectionRegister::end_all_after(std::chrono::seconds patience) {
  std::unique_lock lock(mutex_);
  if (left_.wait_for(lock, patience, [this] { return active_.empty(); })) return;
  for (const int socket : active_) ::shutdown(socket, SHUT_RDWR);
}

std::size_t ConnectionRegister::active() const {
  std::lock_guard lock(mutex_);
  return active_.size();
}

std::size_t ConnectionRegister::idle() const {
  std::lock_guard lock(mutex_);
  return idle_.size();
}

}  // namespace shanzhi::http
