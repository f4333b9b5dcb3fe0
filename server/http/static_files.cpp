// Loading the web folder, and sending from it.
#include "server/http/static_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/http/tags.h"

namespace shanzhi::http {
namespace {

namespace fs = std::filesystem;

/// Far above the product's 350 KB; a wrong folder (a home, a disk) ends here instead of filling memory.
constexpr std::uintmax_t kFolderBytesMax = 128u << 20;
constexpr std::size_t kHashDigitsMin = 8;

constexpr std::array<std::pair<const char*, const char*>, 15> kMediaTypes{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
    {".woff2", "font/woff2"},
}};

const char* media_type_of(const fs::path& path) {
  for (const auto& [ending, type] : kMediaTypes)
    if (path.extension() == ending) return type;
  return "application/octet-stream";
}

/// app.3f9a01bc.js: a part between dots of at least eight hexadecimal digits.
bool has_hash(const std::string& name) {
  std::istringstream parts(name);
  std::string part;
  bool first = true;
  while (std::getline(parts, part, '.')) {
    const bool hash = part.size() >= kHashDigitsMin &&
                      part.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (hash && !first) return true;
    first = false;
  }
  return false;
}

std::string read_all(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return std::move(out).str();
}

std::string read_if_there(fs::path path, const char* ending) {
  path += ending;
  std::error_code trouble;
  return fs::is_regular_file(path, trouble) ? read_all(path) : std::string{};
}

}  // namespace

base::Result<StaticFiles> StaticFiles::load(const std::string& folder) {
  StaticFiles out;
  if (folder.empty()) return out;
  std::error_code trouble;
  const fs::path root(folder);
  if (!fs::is_directory(root, trouble)) return {base::ErrorCode::not_found, "/web", folder};
  std::uintmax_t total = 0;
  for (fs::recursive_directory_iterator at(root, trouble), end; at != end && !trouble;
       at.increment(trouble)) {
    if (!at->is_regular_file(trouble)) continue;
    const fs::path& path = at->path();
    total += at->file_size(trouble);
    if (total > kFolderBytesMax) return {base::ErrorCode::too_large, "/web", folder};
    if (path.extension() == ".br" || path.extension() == ".gz") continue;
    File file;
    file.bytes = read_all(path);
    file.brotli = read_if_there(path, ".br");
    file.gzip = read_if_there(path, ".gz");
    file.media_type = media_type_of(path);
    file.tag = "\"" + digest_text(file.bytes) + "\"";
    file.hashed = has_hash(path.filename().string());
    out.files_.emplace("/" + fs::relative(path, root, trouble).generic_string(), std::move(file));
  }
  return out;
}

const StaticFiles::File* StaticFiles::find(const std::string& path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

void send_file(const StaticFiles::File& file, const httplib::Request& request,
               httplib::Response& response) {
  const Encoding encoding = best_encoding(request.get_header_value("Accept-Encoding"),
                                          !file.brotli.empty(), !file.gzip.empty());
  const std::string coding = content_coding(encoding);
  // One tag for each encoding: a shared cache must not mix them.
  std::string tag = file.tag;
  if (!coding.empty()) tag.insert(tag.size() - 1, "-" + coding);
  response.set_header("ETag", tag);
  response.set_header("Vary", "Accept-Encoding");
  response.set_header("Cache-Control",
                      file.hashed ? "public, max-age=31536000, immutable" : "no-cache");
  if (tag_matches(request.get_header_value("If-None-Match"), tag)) {
    response.status = 304;
    return;
  }
  if (!coding.empty()) response.set_header("Content-Encoding", coding);
  response.status = 200;
  response.set_content(encoding == Encoding::brotli ? file.brotli
                       : encoding == Encoding::gzip ? file.gzip
                                                    : file.bytes,
                       file.media_type);
}

bool tag_matches(const std::string& if_none_match, const std::string& tag) {
  if (if_none_match.empty()) return false;
  if (if_none_match == "*") return true;
  const std::string plain = tag.rfind("W/", 0) == 0 ? tag.substr(2) : tag;
  return if_none_match.find(plain) != std::string::npos;  // the quotes are part of it
}

}  // namespace shanzhi::http
