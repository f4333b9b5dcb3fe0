// Limits on guessing: a window after the first failure, for the account and for the address.
#include "server/storage/sessions.h"

namespace shanzhi::storage {

namespace {

/// Names are the guesser's to choose; past this many the counters start afresh.
constexpr std::size_t kCountersMax = 100'000;

std::string account_key(const std::string& account) {
  return "a:" + account;
}
std::string address_key(const std::string& address) {
  return "o:" + address;
}

}  // namespace

bool Attempts::allowed(const std::string& account, const std::string& address, base::Instant now) {
  const std::lock_guard lock(mutex_);
  return count(account_key(account), now) < kAttemptsPerAccount &&
         count(address_key(address), now) < kAttemptsPerAddress;
}

void Attempts::failed(const std::string& account, const std::string& address, base::Instant now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kCountersMax) counts_.clear();
  add(account_key(account), now);
  add(address_key(address), now);
}

void Attempts::succeeded(const std::string& account) {
  const std::lock_guard lock(mutex_);
  counts_.erase(account_key(account));
}

int Attempts::count(const std::string& key, base::Instant now) {
  const auto at = counts_.find(key);
  if (at == counts_.end()) return 0;
  const std::int64_t age_ms = now.unix_ms - at->second.since.unix_ms;
  return age_ms < 0 || age_ms >= kAttemptWindowMs ? 0 : at->second.failures;
}

void Attempts::add(const std::string& key, base::Instant now) {
  if (count(key, now) == 0) counts_[key] = {0, now};
  ++counts_[key].failures;
}

}  // namespace shanzhi::storage
