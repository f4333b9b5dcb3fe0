// The demonstration town served over real HTTP in this process, taking awards from many clients.
#pragma once

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "server/storage/storage.h"
#include "tests/bench/load.h"
#include "tests/bench/served.h"
#include "tests/support/served.h"

namespace shanzhi::bench {

class SystemClock final : public base::Clock {
 public:
  base::Instant now() const override;
};

/// Clients sign in by a token and give hours of service done today, to people who have earned before:
/// an award is two transfers, an entry of the journal, the answer kept for repeats, four balances, the
/// sums of person and household and six totals.
class AwardTown {
 public:
  /// A copy of that data folder; so many commands in one transaction at most.
  AwardTown(const std::string& town, std::size_t batch_max);
  AwardTown(const AwardTown&) = delete;
  AwardTown& operator=(const AwardTown&) = delete;

  /// "" when it serves, else why not.
  const std::string& trouble() const { return trouble_; }
  /// Of the town, or of another server that takes the same requests.
  LoadResult load(int clients, double seconds, int port = 0);
  const std::string& token() const { return token_; }
  /// What `shanzhi verify` finds wrong; "" when the ledger holds.
  std::string faults();

 private:
  bool open(std::size_t batch_max);
  std::string request();

  Folder folder_;
  SystemClock clock_;
  std::mt19937_64 random_{20261122};
  std::string trouble_, token_, head_;
  std::vector<std::string> people_;
  std::unique_ptr<storage::Storage> storage_;
  std::unique_ptr<test::ServedStorage> served_;
};

}  // namespace shanzhi::bench
