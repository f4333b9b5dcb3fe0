// A list that comes page by page and grows as it is scrolled: rows so far, the cursor to the next ones.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "client/model/shelf.h"
#include "shared/base/escape.h"

namespace shanzhi::model {

inline constexpr std::int64_t kFirstPage = 200, kNextPage = 500, kPageMost = 1000;

/// What a screen sees of it.
template <class Row>
struct Rows {
  std::vector<Row> rows;
  std::int64_t total = 0;  ///< of all pages, as the server counts
  std::int64_t sum = 0;    ///< of what the page sums (balances), over all pages
  std::string next;        ///< empty: nothing follows
  bool loading = false;
  bool known = false;  ///< the first page has come
  std::optional<Trouble> trouble;
  std::int64_t at_ms = 0;

  bool more() const { return known && !next.empty(); }
};

/// How a page is read into rows; specialised by a function take_page(page, rows).
template <class Page, class Row>
class PagedList {
 public:
  explicit PagedList(ApiClient& api) : api_(api) {}

  /// The list at this address (without cursor and limit). Another address begins anew; the rows of
  /// the one before stay to be seen until the first page has come.
  const Rows<Row>& want(const std::string& path) {
    if (path != path_) {
      path_ = path;
      generation_++;
      rows_.loading = false;
      rows_.trouble.reset();
      stale_ = true;
      next_ms_ = 0;
      replace_ = true;
    }
    if (!rows_.loading && stale_) {
      if (api_.now_ms() >= next_ms_)
        refresh();
      else
        api_.look_again_at(next_ms_);
    }
    return rows_;
  }
  void load_more() {
    if (!rows_.loading && rows_.more()) fetch(kNextPage, rows_.next, false);
  }
  /// Something changed: read again, but not away what a long scroll has gathered.
  void mark_stale() {
    if (static_cast<std::int64_t>(rows_.rows.size()) <= kPageMost) stale_ = true;
  }
  void retry() { stale_ = true, next_ms_ = 0; }
  void clear() {
    rows_ = {};
    path_.clear();
    generation_++;
  }
  const std::string& path() const { return path_; }

 private:
  void refresh() {
    const auto have = static_cast<std::int64_t>(rows_.rows.size());
    const std::int64_t limit = replace_ ? kFirstPage : std::clamp(have, kFirstPage, kPageMost);
    fetch(limit, {}, true);
  }
  void fetch(std::int64_t limit, const std::string& cursor, bool first) {
    rows_.loading = true;
    if (first) stale_ = false;
    std::string path = path_ + (path_.find('?') == std::string::npos ? "?" : "&") +
                       "limit=" + std::to_string(limit);
    if (!cursor.empty()) path += "&cursor=" + base::percent_encoded(cursor);
    api_.get(path, {}, [this, first, generation = generation_](const platform::HttpReply& reply) {
      if (generation == generation_) take_reply(reply, first);
    });
  }
  void take_reply(const platform::HttpReply& reply, bool first) {
    rows_.loading = false;
    next_ms_ = api_.now_ms() + kRefreshMsMin;
    if (reply.status == 200) {
      if (auto page = describe::from_answer<Page>(reply.body)) {
        if (first) rows_.rows.clear();
        take_page(*page, rows_);
        rows_.known = true;
        rows_.trouble.reset();
        rows_.at_ms = reply.seen_ms != 0 ? reply.seen_ms : api_.now_ms();
        replace_ = false;
        if (reply.seen_ms == 0) {
          failures_ = 0;
          return;
        }
        if (first) stale_ = true;  // kept on this device: asked for again as after a failure
        next_ms_ = api_.now_ms() + retry_delay_ms(failures_++);
        return;
      }
    }
    rows_.trouble = trouble_of(reply, api_.language());
    if (!rows_.trouble->network()) return;
    if (first) stale_ = true;
    next_ms_ = api_.now_ms() + retry_delay_ms(failures_++);
  }

  ApiClient& api_;
  Rows<Row> rows_;
  std::string path_;
  int generation_ = 0;
  bool stale_ = false, replace_ = true;
  std::int64_t next_ms_ = 0;
  int failures_ = 0;
};

void take_page(api::HouseholdPage& page, Rows<api::HouseholdRow>& rows);
void take_page(api::PersonPage& page, Rows<api::PersonRow>& rows);
void take_page(api::JournalPage& page, Rows<api::JournalRow>& rows);

}  // namespace shanzhi::model
