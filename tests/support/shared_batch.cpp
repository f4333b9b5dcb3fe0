// The writer is busy with work that only waits, while the commands queue.
#include "tests/support/shared_batch.h"

#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>

namespace shanzhi::test {

namespace {

std::vector<std::string> texts(SQLite::Database& database, const std::string& sql) {
  std::vector<std::string> all;
  SQLite::Statement statement(database, sql);
  while (statement.executeStep()) all.push_back(statement.getColumn(0).getString());
  return all;
}

}  // namespace

std::vector<base::Result<app::Answer>> run_in_one_batch(
    Town& town, const std::vector<app::CommandRequest>& requests) {
  std::promise<void> begun, go;
  std::thread holding([&] {
    (void)town.storage().run_work(app::Caller{}, [&](app::Work&) {
      begun.set_value();
      go.get_future().wait();
      return base::Result<app::Outcome>(app::Outcome{});
    });
  });
  begun.get_future().wait();
  std::vector<std::optional<base::Result<app::Answer>>> answers(requests.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    threads.emplace_back(
        [&, i] { answers[i].emplace(town.storage().commands().run(requests[i])); });
    // One that is refused before it queues has its answer without waiting; none here is.
    while (town.storage().waiting() <= i)
      std::this_thread::sleep_for(std::chrono::microseconds(20));
  }
  go.set_value();
  holding.join();
  for (std::thread& thread : threads) thread.join();
  std::vector<base::Result<app::Answer>> all;
  for (auto& answer : answers) all.push_back(std::move(*answer));
  return all;
}

std::string all_rows(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY, storage::kBusyTimeoutMs);
  std::string all;
  for (const std::string& table :
       texts(database, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
    std::string columns;
    for (const std::string& column :
         texts(database, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"))
      columns += (columns.empty() ? "quote(" : " || ',' || quote(") + column + ")";
    all += table + "\n";
    for (const std::string& row :
         texts(database, "SELECT " + columns + " FROM " + table + " ORDER BY 1"))
      all += row + "\n";
  }
  return all;
}

}  // namespace shanzhi::test
