// Each client keeps its own list; nothing is shared while the load is on.
#include "tests/crash/load.h"

#include <chrono>
#include <csignal>

#include <httplib.h>

#include "shared/api/views.h"
#include "shared/describe/json.h"
#include "tests/support/quick_town.h"

namespace shanzhi::test {

namespace {

constexpr int kPatienceS = 20;

httplib::Client client_of(int port, const std::string& token) {
  httplib::Client client("127.0.0.1", port);
  client.set_bearer_token_auth(token);
  client.set_keep_alive(true);
  client.set_read_timeout(kPatienceS);
  client.set_tcp_nodelay(true);
  return client;
}

Reply post(httplib::Client& client, const Sent& sent) {
  const auto result = client.Post("/api/v1/" + sent.name, sent.body, "application/json");
  if (!result) return {};
  Reply reply{result->status, result->body, result->has_header("Idempotency-Replayed"), 0};
  if (const auto posted = describe::from_answer<api::Posted>(reply.body))
    reply.position = posted->position;
  return reply;
}

}  // namespace

Reply send_again(int port, const std::string& token, const Sent& sent) {
  auto client = client_of(port, token);
  return post(client, sent);
}

Load::Load(int port, std::string token, int clients, std::uint64_t round, base::Instant now)
    : port_(port), token_(std::move(token)), round_(round), now_(now), sending_(clients) {
  // What is written to a server that was just killed fails as a write; it must not end the tests.
  ::signal(SIGPIPE, SIG_IGN);
  sent_.resize(static_cast<std::size_t>(clients));
  for (std::uint64_t client = 0; client < sent_.size(); ++client)
    threads_.emplace_back([this, client] {
      send_from(client);
      --sending_;
    });
}

Load::~Load() {
  (void)finish();
}

Sent Load::next(std::uint64_t client, std::uint64_t number, const std::vector<Sent>& mine) const {
  const base::Uuid id = numbered(100 + round_, client << 32 | number);
  const auto text = base::to_text(id);
  if (number % 8 != 0 || mine.empty())
    return {"award-points", text, describe::to_json(quick_award(client % 24 + 1, id, now_)), {}, 0};
  api::ReverseTransfer command;
  command.id.uuid = id;
  command.transfer.uuid = base::parse_uuid(mine.back().id).value_or(base::Uuid{});
  command.reason = "记错了";
  return {"reverse-transfer", text, describe::to_json(command), {}, 0};
}

void Load::send_from(std::uint64_t client) {
  auto& mine = sent_[client];
  auto connection = client_of(port_, token_);
  for (std::uint64_t number = 1; !stopping_; ++number) {
    mine.push_back(next(client, number, mine));
    const Reply reply = post(connection, mine.back());
    if (reply.status == 200) {
      mine.back().answer = reply.body;
      mine.back().position = reply.position;
      ++acknowledged_;
      continue;
    }
    if (reply.status != 0 && reply.status != 503) {
      const std::lock_guard lock(mutex_);
      strange_.push_back(std::to_string(reply.status) + " " + reply.body);
    }
    return;
  }
}

void Load::wait_for(std::int64_t acknowledged) {
  while (acknowledged_ < acknowledged && sending_ > 0)
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Load::stop() {
  stopping_ = true;
}

std::vector<Sent> Load::finish() {
  stop();
  for (std::thread& thread : threads_)
    if (thread.joinable()) thread.join();
  std::vector<Sent> all;
  for (const auto& mine : sent_) all.insert(all.end(), mine.begin(), mine.end());
  return all;
}

std::vector<std::string> Load::strange() {
  const std::lock_guard lock(mutex_);
  return strange_;
}

}  // namespace shanzhi::test
