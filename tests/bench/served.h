// The product as it is run: data folders made by `shanzhi demo`, and a serving process with its memory.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace shanzhi::bench {

/// What a program said and how it ended.
struct Ran {
  int code = -1;
  std::string out;
};
/// Runs a program to its end; both its streams are kept.
Ran run_program(const std::vector<std::string>& command);

/// A folder that goes when this goes.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Fills an empty folder; true when it worked. Seconds it took in `seconds`.
bool make_town(const std::filesystem::path& data, std::int64_t people, std::int64_t activity,
               double& seconds);
/// The town of 60,000, made once for all benchmarks of a run; "" when it could not be made.
std::string demo_town();
/// Password of the demonstration accounts of a folder.
std::string demo_password(const std::string& data);

/// One `shanzhi serve` on a free port, stopped at the end.
class Served {
 public:
  explicit Served(const std::string& data, std::vector<std::string> flags = {});
  ~Served();
  Served(const Served&) = delete;
  Served& operator=(const Served&) = delete;

  /// Whether it answers.
  bool ready() const { return ready_; }
  int port() const { return port_; }
  /// From the start of the process until /readyz answers.
  double start_ms() const { return start_ms_; }
  /// Resident memory in MB, now and at most so far.
  double memory_mb() const { return memory("VmRSS:"); }
  double memory_most_mb() const { return memory("VmHWM:"); }
  /// Signs in; the value of the Cookie header, "" when refused.
  std::string sign_in(const std::string& name, const std::string& password) const;

 private:
  double memory(const char* line) const;

  int process_ = -1, port_ = 0;
  bool ready_ = false;
  double start_ms_ = 0;
};

}  // namespace shanzhi::bench
