// Parts that several screens are made of: the head of a page, what stands where something is missing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "client/model/paged.h"
#include "client/model/shelf.h"
#include "client/screens/env.h"
#include "client/screens/intent.h"
#include "client/widgets/ui.h"

namespace shanzhi::screens {

/// A page this narrow is in a hand: one column, and the sections in a menu instead of the rail.
inline bool compact(const ui::Rect& page) {
  return page.w < 720;
}

/// What is kept free at a page's left and right.
inline float page_margin() {
  return compact(ui::screen()) ? 16.f : 24.f;
}

/// Title left, quiet words beside it; returns the rest of the line, for buttons at its right.
ui::Rect page_head(ui::Rect& page, std::string_view title, std::string_view aside = {});

/// Is there something to draw? If not, draws loading or failure into the column.
bool ready(const Env& env, bool has_value, bool loading, const std::optional<model::Trouble>& why,
           int rows, Wish& wish);
template <class V>
bool ready(const Env& env, const model::Loaded<V>& v, int rows, Wish& wish) {
  return ready(env, v.value.has_value(), v.loading, v.trouble, rows, wish);
}

/// "+12.4% 较上月同期" and the direction it points.
struct ChangeWords {
  std::string words;
  ui::Trend trend = ui::Trend::none;
};
ChangeWords change_words(const Env& env, std::int64_t now, std::int64_t before);
std::vector<float> as_floats(std::span<const std::int64_t> values, float divisor = 1);

/// 全镇 › 杨庄管区 › 杨庄村: names from the root to the place.
std::string place_path(const Env& env, std::string_view code);

/// 康庄村第 3 微网格: the grid with its village, which its name may already bear.
std::string grid_words(const std::string& village, const std::string& grid);
/// Points a household with one decimal always: 10.0 under 9.8.
std::string per_household(std::int64_t centipoints);
/// 每日, 每月 …: a period that a cap is counted over.
std::string_view cap_period_words(const Env& env, std::string_view period);

/// A failed submission's sentence above a form's buttons; nothing when it has not failed.
void submission_trouble(const Env& env, const model::SubmissionRef& into);
/// True once, when a submission has become done or kept; the form then forgets it.
bool take_finished(model::SubmissionRef& into, model::SendState* how = nullptr);
/// Takes the secret of a command that has been answered: it is told this once.
void take_secret(model::SubmissionRef& from, std::string& secret);
inline bool sending(const model::SubmissionRef& into) {
  return into && into->busy();
}

/// Cuts room for a row of buttons at the right end of `line`, as wide as `labels` need.
ui::Rect right_of(ui::Rect line, std::initializer_list<std::string_view> labels);

}  // namespace shanzhi::screens
