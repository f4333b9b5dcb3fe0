// The program itself, as a process: started, listened to, stopped or killed.
#pragma once

#include <sys/types.h>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace shanzhi::test {

class Program {
 public:
  /// Starts `shanzhi` with these words, speaking English. No file may grow past `file_bytes_max`
  /// (0: without limit), as on a disk that is full.
  explicit Program(std::vector<std::string> words, std::int64_t file_bytes_max = 0);
  /// Kills it when it still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The port that `serve` got, as soon as it says so; 0 when it ended instead.
  int port();
  /// SIGKILL: no last word.
  void kill();
  /// SIGTERM; the exit code, -1 when a signal ended it.
  int stop();
  /// Waits for its own end; the exit code, -1 when a signal ended it.
  int wait();
  std::string out() const;
  std::string err() const;

 private:
  bool ended();

  std::filesystem::path folder_;
  pid_t process_ = 0;
  std::optional<int> code_;
};

/// Runs it to its end.
struct Ran {
  int code;
  std::string out, err;
};
Ran run_program(std::vector<std::string> words);

}  // namespace shanzhi::test
