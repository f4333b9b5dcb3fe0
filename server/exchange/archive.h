// A ZIP archive held in memory, read within bounds: a small file cannot unpack into a flood.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace shanzhi::exchange {

/// A sheet of a million rows unpacks to about this much.
inline constexpr std::size_t kUnpackedBytesMax = 512u << 20;
/// Deflate reaches about 1000:1 on zeros; real sheets stay under 40:1.
inline constexpr std::size_t kUnpackedRatioMax = 200;

class Archive {
 public:
  /// `bytes` must outlive the archive. Errors: malformed.
  static base::Result<Archive> open(std::string_view bytes);
  ~Archive();
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;

  bool has(const std::string& name) const;
  /// Errors: not_found, too_large, malformed (broken data or checksum).
  base::Result<std::string> read(const std::string& name);

 private:
  struct Held;
  explicit Archive(std::unique_ptr<Held> held);
  std::unique_ptr<Held> held_;
};

}  // namespace shanzhi::exchange
