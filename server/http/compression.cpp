// Brotli and gzip for answers.
#include "server/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

namespace shanzhi::http {
namespace {

constexpr int kBrotliQuality = 4, kBrotliWindow = 18;
constexpr int kGzipLevel = 5, kGzipWindow = 15 + 16;  // + 16: with a gzip header

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// "q=0", "q=0.0": named in order to be refused.
bool refused(std::string_view parameters) {
  const auto q = parameters.find("q=0");
  if (q == std::string_view::npos) return false;
  return parameters.find_first_of("123456789", q + 3) == std::string_view::npos;
}

bool accepts(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto comma = header.find(',');
    const std::string_view item = trim(header.substr(0, comma));
    const auto semicolon = item.find(';');
    if (trim(item.substr(0, semicolon)) == name)
      return semicolon == std::string_view::npos || !refused(item.substr(semicolon));
    header = comma == std::string_view::npos ? std::string_view{} : header.substr(comma + 1);
  }
  return false;
}

std::string brotli(std::string_view bytes, int quality, int window) {
  std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  if (BrotliEncoderCompress(quality, window, BROTLI_MODE_TEXT, bytes.size(),
                            reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_FALSE)
    return {};
  out.resize(size);
  return out;
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kGzipLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int end = deflate(&stream, Z_FINISH);
  out.resize(end == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace

Encoding best_encoding(std::string_view accept_encoding) {
  return best_encoding(accept_encoding, true, true);
}

Encoding best_encoding(std::string_view accept_encoding, bool brotli_exists, bool gzip_exists) {
  if (brotli_exists && accepts(accept_encoding, "br")) return Encoding::brotli;
  if (gzip_exists && accepts(accept_encoding, "gzip")) return Encoding::gzip;
  return Encoding::identity;
}

const char* content_coding(Encoding encoding) {
  switch (encoding) {
    case Encoding::identity: return "";
    case Encoding::gzip: return "gzip";
    case Encoding::brotli: return "br";
  }
  return "";
}

std::string compress(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::identity: return {};
    case Encoding::gzip: return gzip(bytes);
    case Encoding::brotli: return brotli(bytes, kBrotliQuality, kBrotliWindow);
  }
  return {};
}

std::string compress_best(std::string_view bytes) {
  return brotli(bytes, BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW);
}

}  // namespace shanzhi::http
