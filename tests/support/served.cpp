// Bound before it runs, so that nobody asks a port that is not there yet.
#include "tests/support/served.h"

#include <stdexcept>

#include "server/exchange/write_rows.h"
#include "server/storage/read/queries.h"

namespace shanzhi::test {
namespace {

/// Who the front page's figures are read as.
app::Caller published(storage::Storage& storage) {
  auto console = storage.console();
  if (!console) throw std::runtime_error("the town has no root");
  console->role = api::Role::display;
  return *console;
}

}  // namespace

Served::Served(http::Settings settings, const http::Services& services) {
  settings.listen = "127.0.0.1:0";
  auto made = http::Server::make(settings, services);
  if (!made) throw std::runtime_error("the server cannot be made");
  server_ = std::move(*made);
  const auto bound = server_->bind();
  if (!bound) throw std::runtime_error("no free port");
  port_ = *bound;
  thread_ = std::thread([this] { server_->run(); });
}

Served::~Served() {
  stop();
}

void Served::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

httplib::Client Served::client() const {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(30);
  return client;
}

ServedStorage::ServedStorage(storage::Storage& storage, const base::Clock& clock,
                             const http::Settings& settings)
    : queries_(storage::open_queries(storage.path(), clock, &storage.commits())),
      exports_(*queries_, exchange::make_row_writer, clock),
      photos_(*queries_, [&storage](const app::Caller& caller,
                                    const auto& work) { return storage.run_work(caller, work); }),
      served_(settings, {storage.commands(), *queries_, storage.sessions(), nullptr, &exports_,
                         clock, [&storage] { return storage.new_id(); }, published(storage),
                         [](const std::string&) {}, &photos_}) {}

std::string cookie_of(const httplib::Result& result) {
  const std::string all = result->get_header_value("Set-Cookie");
  return all.substr(0, all.find(';'));
}

}  // namespace shanzhi::test
