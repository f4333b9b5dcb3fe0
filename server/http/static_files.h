// The web app's files, read once at the start: nothing that a request says reaches the file system.
#pragma once

#include <map>
#include <string>

#include <httplib.h>

#include "server/http/compression.h"
#include "shared/base/result.h"

namespace shanzhi::http {

class StaticFiles {
 public:
  struct File {
    std::string bytes, brotli, gzip;  ///< compressed forms lie beside the file; "" when not there
    const char* media_type = "application/octet-stream";
    std::string tag;      ///< ETag, with quotes
    bool hashed = false;  ///< the name holds a hash: what it names never changes
  };

  /// Reads every file of the folder; "" gives none. Errors: not_found (`shown` = the folder),
  /// too_large (the folder holds more than a web app does).
  static base::Result<StaticFiles> load(const std::string& folder);

  /// By path from the root ("/app.wasm"); nullptr when there is none.
  const File* find(const std::string& path) const;
  bool empty() const { return files_.empty(); }

 private:
  std::map<std::string, File> files_;
};

/// Writes the file in the best encoding both sides know, or 304.
void send_file(const StaticFiles::File& file, const httplib::Request& request,
               httplib::Response& response);

/// True when If-None-Match names the tag (weakly compared) or is "*".
bool tag_matches(const std::string& if_none_match, const std::string& tag);

}  // namespace shanzhi::http
