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

bool guards_pin(const std::string& key) {
  return key.rfind(account_key(kPinAccount), 0) == 0;
}

std::int64_t window_ms(const std::string& key, int locks) {
  if (!guards_pin(key) || locks == 0) return kAttemptWindowMs;
  return (locks == 1 ? 1 : 4) * base::kMsPerHour;
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
  return age_ms < 0 || age_ms >= window_ms(key, at->second.locks) ? 0 : at->second.failures;
}

void Attempts::add(const std::string& key, base::Instant now) {
  const bool fresh = count(key, now) == 0;
  Count& count = counts_[key];
  if (fresh) {
    const bool filled = count.failures >= kAttemptsPerAccount;
    const bool quiet = now.unix_ms - count.since.unix_ms >= kQuietMs;
    count = {0, now, quiet ? 0 : count.locks + (filled ? 1 : 0)};
  }
  ++count.failures;
  // A window that was filled is waited for in full.
  if (count.failures == kAttemptsPerAccount && guards_pin(key)) count.since = now;
}

}  // namespace shanzhi::storage
