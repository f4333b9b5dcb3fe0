// The pull of one list at a time.
#include "client/widgets/pull.h"

#include <utility>

namespace shanzhi::widgets {
namespace {

struct {
  Id window = 0;
  float y = 0;
  bool refresh = false, back = false;
} g_pull;

}  // namespace

float pulled() {
  return g_pull.y;
}
bool take_refresh() {
  return std::exchange(g_pull.refresh, false);
}
bool take_swipe_back() {
  return std::exchange(g_pull.back, false);
}
void on_pull(Id window, float y) {
  g_pull.window = window;
  g_pull.y = y;
}
void on_refresh() {
  g_pull.refresh = true;
}
void on_swipe_back() {
  g_pull.back = true;
}
float pull_of(Id window) {
  return g_pull.window == window ? g_pull.y : 0;
}

}  // namespace shanzhi::widgets
