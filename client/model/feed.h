// What happens in the town, as it happens: asks for the changes after the position it has reached.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "client/model/api_client.h"

namespace shanzhi::model {

/// A desk that is seen shows within a second what another did; one in the background looks once a
/// minute.
inline constexpr std::int64_t kPollMs = 400, kHiddenPollMs = 60'000;
/// Lines kept for the overview, and how far back it begins: who sees the whole town finds a screenful in
/// the last few, who sees a part of it has to look further.
inline constexpr std::size_t kFeedMost = 120;
inline constexpr std::int64_t kFeedBackward = 150, kFeedBackwardInTown = 60;

class Feed {
 public:
  using Happened = std::function<void(const api::Change&)>;

  Feed(ApiClient& api, platform::Platform& platform, Happened happened)
      : api_(api), platform_(platform), happened_(std::move(happened)) {}

  /// Begins so far before `position`, so that there is something to show; what was before it is told
  /// to nobody.
  void start(std::int64_t position, std::int64_t backward);
  void stop();
  /// Asks when it is time. Call once a frame.
  void work();
  /// Asks in the next frame: something was just sent.
  void hurry() { next_ms_ = 0; }

  /// Newest first.
  const std::vector<api::Change>& lines() const { return lines_; }
  /// Calls `each(change)` for the lines after that position, newest first; returns how far they go.
  template <class Each>
  std::int64_t since(std::int64_t position, Each each) const {
    for (const api::Change& change : lines_) {
      if (change.position <= position) break;
      each(change);
    }
    return lines_.empty() ? position : std::max(position, lines_.front().position);
  }
  std::int64_t position() const { return position_; }
  bool known() const { return known_; }
  const std::optional<Trouble>& trouble() const { return trouble_; }  ///< of the last attempt
  /// When the server last said what is new, ms; 0 never.
  std::int64_t in_step_ms() const { return in_step_ms_; }
  /// Replies that said that nothing is new.
  std::int64_t nothing_new() const { return nothing_new_; }

 private:
  void take_reply(const platform::HttpReply& reply);

  ApiClient& api_;
  platform::Platform& platform_;
  Happened happened_;
  std::vector<api::Change> lines_;
  std::int64_t position_ = -1, told_after_ = 0, next_ms_ = 0, in_step_ms_ = 0;
  std::int64_t nothing_new_ = 0;
  std::string etag_;
  int asked_ = 0, failures_ = 0;
  bool known_ = false;
  std::optional<Trouble> trouble_;
};

}  // namespace shanzhi::model
