// The wall of the hall: the town on a large screen, without anybody's hand.
#pragma once

#include "client/hall.h"
#include "client/program.h"

namespace shanzhi::app {

class Wall : public Program {
 public:
  explicit Wall(platform::Platform& platform);
  void frame() override;
  bool work() override;

 private:
  std::int64_t minute() const { return model_.platform.now_ms() / base::kMsPerMinute; }

  model::Model model_;
  model::Settings settings_;
  Hall hall_;
  std::int64_t minute_drawn_ = 0;  // on the clock
};

}  // namespace shanzhi::app
