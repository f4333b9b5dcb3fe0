// The small town in a folder, served by the real program.
#pragma once

#include <map>

#include "tests/crash/load.h"
#include "tests/crash/program.h"
#include "tests/support/quick_town.h"

namespace shanzhi::test {

/// The time of this machine, as the program sees it.
struct MachineClock final : base::Clock {
  base::Instant now() const override;
};

class ServedTown {
 public:
  ServedTown();
  /// The data folder.
  std::string data() const { return (folder_.path() / "data").string(); }
  /// Another name in the same temporary folder.
  std::string beside(const std::string& name) const { return (folder_.path() / name).string(); }
  std::string database() const { return data() + "/" + storage::kDatabaseFile; }
  const std::string& token() const { return token_; }
  base::Instant now() const { return clock_.now(); }

  /// Serves on a free port.
  Program serve(std::int64_t file_bytes_max = 0) const;
  /// Position by id of every transfer.
  std::map<std::string, std::int64_t> positions() const;
  std::int64_t number(const char* sql) const;
  /// What `shanzhi verify` says when the ledger does not hold; "" when it does.
  std::string faults() const;

 private:
  TemporaryFolder folder_;
  MachineClock clock_;
  std::string token_;
};

}  // namespace shanzhi::test
