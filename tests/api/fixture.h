// A server on a free port of this machine, over ports that are played: what http itself promises.
#pragma once

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <httplib.h>

#include "server/app/export_service.h"
#include "server/exchange/write_rows.h"
#include "shared/api/registry.h"
#include "tests/support/served.h"

namespace shanzhi::test {

struct StoppedClock final : base::Clock {
  std::atomic<std::int64_t> unix_ms{1'795'312'860'000};  // 2026-11-22 09:41 in the town
  base::Instant now() const override { return {unix_ms}; }
};

/// Tokens "as:<role>" and sessions "in:<role>" belong to that role; everything else to nobody.
struct PlayedSessions final : app::Sessions {
  base::Result<app::Caller> from_session(std::string_view secret) override;
  base::Result<app::Caller> from_token(std::string_view secret) override;
  base::Result<std::string> sign_in(const api::SignIn& command, const app::Origin& origin) override;
  base::Result<std::string> open_town(const api::OpenTown& command,
                                      const app::Origin& origin) override;
  base::Result<std::string> set_pin(const api::SetPin& command, const app::Origin& origin) override;
  void sign_out(std::string_view secret) override;

  std::mutex mutex;
  std::vector<std::string> ended;
  std::string last_origin;
};

/// Decodes as the real one does, answers with its count, and remembers answers by key.
struct PlayedCommands final : app::Commands {
  base::Result<app::Answer> run(const app::CommandRequest& request) override;

  std::mutex mutex;
  std::map<std::string, app::Answer> answered;
  app::CommandRequest last;
  std::atomic<int> runs{0};
  base::Error refuse_with;  ///< when not `internal`: every run ends so
  bool throws = false;
};

struct PlayedQueries final : app::Queries {
  base::Result<app::QueryAnswer> run(std::string_view query, const app::Parameters& parameters,
                                     const app::Caller& caller) override;
  std::int64_t position() const override { return at; }

  std::atomic<std::int64_t> at{7};
  std::atomic<int> runs{0};
  std::string padding;  ///< makes answers large
};

struct PlayedImports final : app::Imports {
  base::Result<api::ImportReport> run(const app::ImportFile& file,
                                      const app::Caller& caller) override;
  base::Result<std::string> errors_file(base::ImportId id, const app::Caller& caller) override;
  std::string last_bytes;
};

/// Keeps anything; has one photograph, for whoever is let in.
struct PlayedPhotos final : app::Photos {
  base::Result<api::PhotoKept> keep(std::string_view bytes, const app::Caller& caller) override;
  base::Result<std::string> open(const app::Parameters& parameters,
                                 const app::Caller& caller) override;
  std::string last_bytes;
};

class Fixture {
 public:
  explicit Fixture(http::Settings settings = {}, bool imports = true);

  int port() const { return served_.port(); }
  httplib::Client client() const { return served_.client(); }
  /// Headers of somebody with that role.
  static httplib::Headers as(api::Role role);
  void stop() { served_.stop(); }
  /// Sends bytes as they are and gives all that comes back until the server closes or `wait_s` is over.
  std::string raw(const std::string& bytes, int wait_s = 5) const;

  StoppedClock clock;
  PlayedSessions sessions;
  PlayedCommands commands;
  PlayedQueries queries;
  PlayedImports imports;
  PlayedPhotos photos;
  app::ExportService exports{queries, exchange::make_row_writer, clock};
  std::vector<std::string> log;

 private:
  std::mutex log_mutex_;
  Served served_;
};

/// A folder that goes when this goes.
struct TemporaryFolder {
  TemporaryFolder();
  ~TemporaryFolder();
  void write(const std::string& name, const std::string& bytes) const;
  std::filesystem::path path;
};

}  // namespace shanzhi::test
