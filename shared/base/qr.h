// QR codes of ISO/IEC 18004: bytes, error correction level M, versions 1 to 10.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace shanzhi::base {

struct QrCode {
  int side = 0;                       ///< modules: 21 for version 1, four more for each after it
  int mask = 0;                       ///< 0–7, the one of the least penalty
  std::vector<std::uint8_t> modules;  ///< side × side, row by row; 1 is dark; no quiet zone

  bool dark(int x, int y) const {
    const int at = y * side + x;
    return modules[static_cast<std::size_t>(at)] != 0;
  }
};

/// The most bytes that version 10 holds at level M.
inline constexpr std::size_t kQrBytesMax = 213;
/// The smallest code that holds these bytes; nullopt when they are too many. `mask` 0–7 forces one.
std::optional<QrCode> qr_code(std::string_view bytes, int mask = -1);

/// The remainder that protects a block: `degree` codewords, as the standard's Annex A.
std::vector<std::uint8_t> qr_remainder(const std::vector<std::uint8_t>& data, int degree);

}  // namespace shanzhi::base
