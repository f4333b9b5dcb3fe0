// Storage, queries and HTTP put together as `shanzhi serve` does.
#include "tests/bench/awards_town.h"

#include <chrono>

namespace shanzhi::bench {

namespace {

constexpr char kActive[] = "SELECT uuid FROM person WHERE earned > 0 AND removed_by = 0";

}  // namespace

base::Instant SystemClock::now() const {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

AwardTown::AwardTown(const std::string& town, std::size_t batch_max) {
  std::error_code failed;
  std::filesystem::copy(town, folder_.path() / "data", failed);
  if (failed)
    trouble_ = failed.message();
  else if (open(batch_max))
    served_ = std::make_unique<test::ServedStorage>(*storage_, clock_);
}

bool AwardTown::open(std::size_t batch_max) {
  storage::OpenOptions options;
  options.folder = folder_.path() / "data";
  options.serve = true;
  options.clock = &clock_;
  options.batch_max = batch_max;
  options.random = [](std::uint8_t* bytes, std::size_t count) {
    std::random_device device;
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(device());
  };
  auto opened = storage::Storage::open(std::move(options));
  if (!opened) {
    trouble_ = opened.error().shown;
    return false;
  }
  storage_ = std::move(*opened);
  {
    storage::Database reader(storage_->path(), storage::Use::reader);
    storage::Query query(reader, kActive);
    while (query.next()) people_.push_back(base::to_text(query.uuid(0)));
  }
  const auto token = storage_->issue_token({"bench", "", api::Role::town_administrator, {}});
  if (!token || people_.empty()) {
    trouble_ = "no token, or nobody to give points to";
    return false;
  }
  token_ = *token;
  head_ = "POST /api/v1/award-points HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " +
          token_ + "\r\nContent-Type: application/json\r\nContent-Length: ";
  return true;
}

std::string AwardTown::request() {
  std::array<std::uint8_t, 10> bytes;
  for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
  const base::Instant now = clock_.now();
  const base::Instant done{now.unix_ms - static_cast<std::int64_t>(random_() % 3600) * 1000};
  const std::string body = "{\"id\":\"" + base::to_text(base::make_uuid7(now.unix_ms, bytes)) +
                           "\",\"person\":\"" + people_[random_() % people_.size()] +
                           "\",\"rule\":\"S01\",\"minutes\":15,\"occurred_at\":\"" +
                           base::to_text(done) + "\",\"note\":\"打扫院落\",\"evidence\":\"照片\"}";
  return head_ + std::to_string(body.size()) + "\r\n\r\n" + body;
}

LoadResult AwardTown::load(int clients, double seconds, int port) {
  LoadPlan plan;
  plan.port = port != 0 ? port : served_->port();
  plan.clients = clients;
  plan.seconds = seconds;
  plan.request = [this] { return request(); };
  return run_load(plan);
}

std::string AwardTown::faults() {
  std::string all;
  for (const auto& finding : storage_->verify().findings)
    all += storage::sentence(finding, true) + "\n";
  return all;
}

}  // namespace shanzhi::bench
