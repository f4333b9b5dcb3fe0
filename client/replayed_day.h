// A day that the wall shows again: its changes, page by page from the server, and what of them had happened by
// the moment that is shown.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "client/model/shelf.h"
#include "client/screens/hall/replay.h"
#include "shared/api/hall.h"

namespace shanzhi::app {

class ReplayedDay {
 public:
  explicit ReplayedDay(model::ApiClient& api) : pages_(api) {}

  /// Asks for what is not known yet of that day; another day forgets the one before. Call once a frame.
  void follow(base::CivilDate day);
  void forget();
  /// Everything up to that moment. `rules` tell the fields of service.
  screens::HallReplay until(base::Instant shown, const api::RulePage* rules) const;
  /// Calls each(change) for what happened after the moment of the last call and up to this one; after a
  /// leap (a replay that begins at noon) for nothing.
  template <class Each>
  void happened_until(base::Instant shown, std::int64_t leap_ms, Each each) {
    const base::Instant from = std::exchange(noted_, shown);
    if (shown.unix_ms - from.unix_ms > leap_ms) return;
    for (std::size_t i = 0; i < changes_.size(); i++)
      if (times_[i] > from && times_[i] <= shown) each(changes_[i]);
  }

 private:
  void take_page(const api::DayChanges& page);

  model::Shelf<api::DayChanges> pages_;
  base::CivilDate day_;
  std::vector<api::Change> changes_;  ///< in the order of their time
  std::vector<base::Instant> times_;  ///< of each
  /// What the changes are of, each name once, and which of them each change has.
  struct Names {
    std::vector<std::string> names;
    std::vector<std::size_t> of;
    void add(const std::string& name);
    std::vector<screens::HallReplay::Place> as_places() const;
  };
  Names villages_, grids_, rules_;
  std::int64_t after_ = 0;
  int pages_read_ = 0;
  bool whole_ = false, cut_ = false;
  base::Instant noted_;
};

}  // namespace shanzhi::app
