// shanzhi serve: storage, queries, imports and http put together, until SIGTERM or SIGINT.
#include <sys/resource.h>
#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

#include "server/app/export_service.h"
#include "server/app/photos.h"
#include "server/exchange/write_rows.h"
#include "server/http/server.h"
#include "server/importing.h"
#include "server/opening.h"
#include "server/settings_sources.h"
#include "server/storage/read/queries.h"

namespace shanzhi {
namespace {

/// Lines of the log from many threads.
class Log {
 public:
  explicit Log(const World& world) : world_(world) {}
  void operator()(const std::string& line) {
    const std::lock_guard lock(mutex_);
    world_.err << base::to_text(world_.clock.now()) << " " << line << std::endl;
  }

 private:
  const World& world_;
  std::mutex mutex_;
};

/// Waits for SIGTERM or SIGINT in a thread of its own; the signals are blocked everywhere else.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }
  void on_stop(std::function<void()> stop) {
    thread_ = std::thread([this, stop = std::move(stop)] {
      int signal = 0;
      sigwait(&set_, &signal);
      stop();
    });
  }
  /// As if a signal had come; any thread.
  void raise() {
    if (thread_.joinable() && !raised_.exchange(true))
      pthread_kill(thread_.native_handle(), SIGTERM);
  }
  ~StopSignals() {
    raise();
    if (thread_.joinable()) thread_.join();
  }

 private:
  sigset_t set_{};
  std::thread thread_;
  std::atomic<bool> raised_{false};
};

void allow_many_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

Exit refuse_settings(const World& world, const base::Error& error) {
  const std::string name =
      error.field.empty() ? "shanzhi.json" : error.field.substr(error.field.front() == '/' ? 1 : 0);
  return world.fail(world.say("设置 ", "The setting ") + name + " (" + error.shown2 + ")" +
                        world.say("：", ": ") +
                        text::sentence({error.code, {}, error.shown, {}}, world.language),
                    Exit::usage);
}

Exit print_settings(const World& world, const ResolvedSettings& resolved) {
  for (const auto& line : resolved.lines)
    world.out << line.name << " = " << line.value << "  # " << line.source << "\n";
  return Exit::done;
}

std::unique_ptr<storage::Storage> open_for_serving(
    const World& world, const Arguments& arguments, Log& log,
    std::function<void(const std::string&)> on_failure) {
  storage::OpenOptions options;
  options.folder = arguments.value("data");
  options.serve = true;
  options.clock = &world.clock;
  options.random = world.random;
  options.on_failure = std::move(on_failure);
  options.on_defect = [&log](const std::string& what) { log(what); };
  auto opened = storage::Storage::open(std::move(options));
  if (!opened) {
    world.fail(why_closed(world, arguments.value("data"), opened.error()));
    return nullptr;
  }
  return std::move(*opened);
}

/// While there is no user, each start prints a link that makes the first administrator, once; there
/// is no default password.
bool greet_first_start(const World& world, storage::Storage& storage, const std::string& address) {
  if (!storage.without_users()) return true;
  const auto key = storage.await_first_administrator();
  if (!key) {
    world.fail(why(world, key.error()));
    return false;
  }
  world.out << world.say(
                   "首次启动。请打开这个链接设置管理员（只能用一次）：",
                   "First start. Open this link to set up the administrator (it works once): ")
            << address << "#/sign-in?key=" << *key << std::endl;
  return true;
}

}  // namespace

Exit serve(const World& world, const Arguments& arguments) {
  const auto resolved = resolve_settings(world, arguments);
  if (!resolved) return refuse_settings(world, resolved.error());
  if (arguments.has("print-config")) return print_settings(world, *resolved);
  const http::Settings& settings = resolved->settings;
  allow_many_files();
  StopSignals signals;
  Log log(world);
  std::atomic<bool> disk_failed{false};
  const auto storage = open_for_serving(world, arguments, log, [&](const std::string& reason) {
    disk_failed = true;
    log(world.say("磁盘写入失败，服务停止：", "The disk refused a write; the server stops: ") +
        reason);
    signals.raise();
  });
  if (!storage) return Exit::failed;
  const auto address = "http://" + settings.listen + "/";
  if (!greet_first_start(world, *storage, address)) return Exit::failed;
  auto published = storage->console();
  if (!published) return world.fail(why(world, published.error()));
  published->role = api::Role::display;
  published->name.clear();
  const auto queries = storage::open_queries(storage->path(), world.clock, &storage->commits());
  const auto imports = make_imports(world, *storage);
  app::ExportService exports(*queries, exchange::make_row_writer, world.clock);
  app::PhotoService photos(*queries, [&storage](const app::Caller& caller, const auto& work) {
    return storage->run_work(caller, work);
  });
  auto server = http::Server::make(
      settings, {storage->commands(), *queries, storage->sessions(), imports.get(), &exports,
                 world.clock, [&storage] { return storage->new_id(); }, *published,
                 [&log](const std::string& line) { log(line); }, &photos});
  if (!server)
    return world.fail(world.say("网页目录打不开：", "The web folder cannot be read: ") +
                      settings.web);
  const auto port = (*server)->bind();
  if (!port)
    return world.fail(settings.listen +
                      world.say(" 已被占用或不可用；换一个 --listen。",
                                " is taken or cannot be used; choose another --listen."));
  signals.on_stop([&server] { (*server)->stop(); });
  if (disk_failed) signals.raise();
  log(world.say("服务已启动 ", "serving on ") + settings.listen + " (" + std::to_string(*port) +
      ")");
  (*server)->run();
  log(world.say("服务已停止", "stopped"));
  return disk_failed ? Exit::failed : Exit::done;
}

}  // namespace shanzhi
