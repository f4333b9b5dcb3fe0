// A whole list as a CSV file: reads page after page, then hands the file over.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "client/model/paged.h"

namespace shanzhi::model {

/// One field of CSV (RFC 4180). What a spreadsheet would take for a formula gets a leading quote mark.
std::string csv_field(std::string_view text);
std::string csv_line(const std::vector<std::string>& cells);
/// A byte order mark, so that Excel reads the file as UTF-8.
inline constexpr std::string_view kCsvMark = "\xEF\xBB\xBF";

class ExportJob {
 public:
  struct Order {
    std::string path;  ///< of the query, without cursor and limit
    std::string filename;
    std::vector<std::string> header;
    /// Adds the lines of one page to `csv`; returns rows, total and the next cursor.
    struct Page {
      std::int64_t rows = 0, total = 0;
      std::string next;
      bool readable = true;
    };
    std::function<Page(const std::string& json, std::string& csv)> take;
  };

  ExportJob(ApiClient& api, platform::Platform& platform) : api_(api), platform_(platform) {}
  void start(Order order);
  bool running() const { return running_; }
  std::int64_t done() const { return done_; }
  std::int64_t total() const { return total_; }
  /// Set once when it has ended: rows written, or why not.
  struct Ended {
    std::int64_t rows = 0;
    std::optional<Trouble> trouble;
  };
  std::optional<Ended> take_ended() { return std::exchange(ended_, std::nullopt); }

 private:
  void ask(const std::string& cursor);
  void take_reply(const platform::HttpReply& reply);

  ApiClient& api_;
  platform::Platform& platform_;
  Order order_;
  std::string csv_;
  std::int64_t done_ = 0, total_ = 0;
  bool running_ = false;
  std::optional<Ended> ended_;
};

}  // namespace shanzhi::model
