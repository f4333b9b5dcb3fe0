// A file that nobody else may read and that goes when this goes.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace shanzhi::exchange {

/// The library of this suite writes to a path only. Mode 0600: the sheet may hold personal data.
struct TemporaryFile {
  std::string path;

  TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "shanzhi-XXXXXX").string();
    const int handle = mkstemp(name.data());
    if (handle < 0) return;
    close(handle);
    path = name;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (!path.empty()) unlink(path.c_str());
  }
};

}  // namespace shanzhi::exchange
