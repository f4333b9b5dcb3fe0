// What encoding a caller takes, and compressing an answer made at this moment. Files are compressed
// when they are built (server/http/static_files.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace shanzhi::http {

enum class Encoding : std::uint8_t { identity, gzip, brotli };

/// The best that an Accept-Encoding header allows: brotli, gzip, identity.
Encoding best_encoding(std::string_view accept_encoding);
/// Only one encoding of those that exist.
Encoding best_encoding(std::string_view accept_encoding, bool brotli_exists, bool gzip_exists);

/// "br", "gzip", "" for identity.
const char* content_coding(Encoding encoding);

/// Smaller answers fit one packet as they are.
inline constexpr std::size_t kCompressBytesMin = 1200;

/// Quick rather than small. Empty when the library refused: send it as it is.
std::string compress(std::string_view bytes, Encoding encoding);
/// Brotli, small rather than quick: some microseconds a byte. Empty when the library refused.
std::string compress_best(std::string_view bytes);

}  // namespace shanzhi::http
