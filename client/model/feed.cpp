// Polling, and the newest lines.
#include "client/model/feed.h"

#include <algorithm>
#include <utility>

#include "client/model/shelf.h"

namespace shanzhi::model {

void Feed::start(std::int64_t position, std::int64_t backward) {
  stop();
  position_ = std::max<std::int64_t>(0, position - backward);
  told_after_ = position;
  next_ms_ = 0;
}

void Feed::stop() {
  if (asked_ != 0) api_.cancel(asked_);
  asked_ = 0;
  position_ = -1;
  known_ = false;
  etag_.clear();
  lines_.clear();
}

void Feed::work() {
  if (position_ < 0 || asked_ != 0) return;
  const std::int64_t now = platform_.now_ms();
  if (now < next_ms_) {
    platform_.wake_in(next_ms_ - now);
    return;
  }
  const std::string path = query_path("changes", {{"after", std::to_string(position_)}});
  asked_ = api_.get(path, etag_, [this](const platform::HttpReply& reply) { take_reply(reply); });
}

void Feed::take_reply(const platform::HttpReply& reply) {
  asked_ = 0;
  const std::int64_t now = platform_.now_ms();
  const std::int64_t pace = platform_.surroundings().visible ? kPollMs : kHiddenPollMs;
  if (reply.status != 200 && reply.status != 304) {
    trouble_ = trouble_of(reply, api_.language());
    next_ms_ = now + std::max(pace, retry_delay_ms(failures_++));
    platform_.wake_in(next_ms_ - now);
    return;
  }
  if (reply.status == 304 && failures_ == 0) nothing_new_++;
  failures_ = 0;
  trouble_.reset();
  in_step_ms_ = now;
  next_ms_ = now + pace;
  if (reply.status == 200) {
    etag_ = reply.etag;
    if (const auto read = describe::from_answer<api::Changes>(reply.body)) {
      known_ = true;
      const std::int64_t reached = std::exchange(position_, std::max(position_, read->position));
      if (read->more) next_ms_ = now, etag_.clear();
      for (const api::Change& change : read->changes) {
        if (change.position <= reached) continue;  // told already
        lines_.insert(lines_.begin(), change);
        if (change.position > told_after_) happened_(change);
      }
      if (lines_.size() > kFeedMost) lines_.resize(kFeedMost);
    }
  }
  platform_.wake_in(std::max<std::int64_t>(1, next_ms_ - now));
}

}  // namespace shanzhi::model
