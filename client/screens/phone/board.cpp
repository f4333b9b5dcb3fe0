// Places as tabs, subject and period as chips, the first three and those round me.
#include "client/screens/phone/board.h"

#include <algorithm>

namespace shanzhi::screens {
namespace {

constexpr const char* kSubjects[] = {"person", "household", "team"};
constexpr const char* kPeriods[] = {"week", "month", "year"};
constexpr PhoneWord kSubjectWords[] = {PhoneWord::me_person, PhoneWord::me_households,
                                       PhoneWord::me_team};
constexpr PhoneWord kPeriodWords[] = {PhoneWord::me_this_week, PhoneWord::me_this_month,
                                      PhoneWord::me_this_year};
constexpr int kAround = 3;

int index_of(std::span<const char* const> all, const std::string& value, int otherwise) {
  for (std::size_t i = 0; i < all.size(); i++)
    if (value == all[i]) return static_cast<int>(i);
  return otherwise;
}
/// Of somebody else people alone: their household did not consent.
int subject_index(const Env& env) {
  return env.route.get(model::kFor).empty() ? index_of(kSubjects, env.route.get("subject"), 0) : 0;
}
int period_index(const Env& env) {
  return index_of(kPeriods, env.route.get("period"), 1);
}
/// The village, where there is one: the middle of the three.
int place_index(const Env& env, const std::vector<BoardPlace>& places) {
  const int n = static_cast<int>(places.size());
  for (int i = 0; i < n; i++)
    if (places[static_cast<std::size_t>(i)].code == env.route.get("place")) return i;
  return n > 2 ? 1 : 0;
}

void pills(const Env& env, const char* key, Message label, std::span<const PhoneWord> words,
           std::span<const char* const> values, int chosen, Wish& wish) {
  std::vector<std::string_view> options;
  for (const PhoneWord m : words) options.push_back(env.say(m));
  int index = chosen;
  if (pill_row(env.say(label), index, options))
    wish = Go{env.route.with(key, values[static_cast<std::size_t>(index)]), true};
}

void filters(const Env& env, const std::vector<BoardPlace>& places, Wish& wish) {
  int place = place_index(env, places);
  std::vector<std::string_view> names;
  for (const BoardPlace& each : places) names.push_back(each.name);
  if (names.size() > 1 && ui::tabs(env.say(Message::place_switcher), place, names))
    wish = Go{env.route.with("place", places[static_cast<std::size_t>(place)].code), true};
  ui::space(6);
  const bool own = env.route.get(model::kFor).empty();
  if (own)
    pills(env, "subject", Message::boards_subject, kSubjectWords, kSubjects, subject_index(env),
          wish);
  const ui::Rect subjects = ui::last();
  if (own) ui::same_row(20);
  pills(env, "period", Message::boards_period, kPeriodWords, kPeriods, period_index(env), wish);
  if (own && ui::last().y == subjects.y)
    ui::hairline_v(subjects.right() + 10, subjects.y + 12, subjects.h - 24, ui::Color::line2);
  ui::space(8);
}

std::string gap_of(const Env& env, const api::MyPlace& mine) {
  if (mine.next_rank <= 0) return env.say(Message::boards_first);
  return env.fill(Message::boards_gap,
                  {text::points(mine.to_next) + " " + std::string(points_unit(env)),
                   text::count(mine.next_rank)});
}

void row(const Env& env, const api::Board& board, const api::BoardRow& line,
         const api::FamilyRow* kin, std::int64_t most) {
  const bool where =
      board.place == env.me.town && !large_type();  // elsewhere all are of one village
  const ui::Scope scope(line.subject);
  const api::MyPlace* mine = !board.mine.empty() && board.mine.front().subject == line.subject
                                 ? &board.mine.front()
                                 : nullptr;
  const std::string value = text::points(line.value),
                    gap = mine ? gap_of(env, *mine) : std::string{};
  ui::board_row({.rank = line.rank,
                 .name = !mine || board.subject != "person" ? line.name
                         : kin                              ? kin->name
                                                            : env.me.name,
                 .detail = mine || !where ? std::string_view{} : std::string_view(line.place),
                 .move = static_cast<int>(line.move),
                 .move_known = line.before_rank > 0 || board.before_first.empty(),
                 .value = value,
                 .share = most > 0 ? static_cast<float>(line.value) / static_cast<float>(most) : 0,
                 .mine = mine != nullptr,
                 .mine_label = !mine || kin                   ? std::string_view{}
                               : board.subject == "household" ? env.say(Message::boards_mine)
                                                              : env.say(PhoneWord::me_me),
                 .gap = gap});
}

/// Do rows lie between these two? `tied` is how many so far share the rank of the upper one.
bool gap_between(const api::BoardRow& upper, const api::BoardRow& lower, std::int64_t tied) {
  return lower.rank != upper.rank && lower.rank > upper.rank + tied;
}

void rows(const Env& env, const api::Board& board, const api::FamilyRow* kin, Wish& wish) {
  const ui::Group list(ui::Role::list, env.say(Message::boards_title));
  const std::int64_t most = board.rows.front().value;
  std::int64_t tied = 1;
  bool cut = false;
  for (std::size_t i = 0; i < board.rows.size(); i++) {
    const ui::Group item(ui::Role::list_item, board.rows[i].name);
    if (i > 0 && gap_between(board.rows[i - 1], board.rows[i], tied)) ui::board_gap(), cut = true;
    tied = i > 0 && board.rows[i].rank == board.rows[i - 1].rank ? tied + 1 : 1;
    row(env, board, board.rows[i], kin, most);
  }
  const bool all = !env.route.get("all").empty();
  ui::space(16);
  if (!cut && !all) return;
  if (ui::button(env.say(all ? PhoneWord::me_near : PhoneWord::me_first_fifty)))
    wish = Go{env.route.with("all", all ? "" : "1"), true};
}

}  // namespace

model::Parameters my_board_parameters(const Env& env, const std::vector<BoardPlace>& places,
                                      const api::FamilyRow* kin) {
  const bool all = !env.route.get("all").empty();
  const auto at = static_cast<std::size_t>(place_index(env, places));
  return {{"place", at < places.size() ? places[at].code : std::string{}},
          {"subject", kSubjects[subject_index(env)]},
          {"period", kPeriods[period_index(env)]},
          {"around", all ? "" : std::to_string(kAround)},
          {"mine", kin ? kin->person : std::string{}}};
}

Wish my_board(const Env& env, const model::Loaded<api::Board>& board,
              const std::vector<BoardPlace>& places, const api::FamilyRow* kin, ui::Rect page) {
  Wish wish;
  const std::string_view where =
      places.empty() ? std::string_view{}
                     : places[static_cast<std::size_t>(place_index(env, places))].name;
  const std::string title =
      env.fill(PhoneWord::me_board_of, {where, env.say(kSubjectWords[subject_index(env)])});
  const ui::Group main(ui::Role::main, title, page);
  if (large_type()) page_bar(env, page, env.say(Message::rail_boards), wish);
  const ui::Scroll scroll("board", page, kPageSide);
  const std::string below =
      board ? env.fill(PhoneWord::me_board_line,
                       {env.say(kPeriodWords[period_index(env)]), text::count(board->of)})
            : std::string(" ");
  if (large_type())
    ui::space(8), ui::paragraph(below, {.size = ui::Size::small, .color = ui::Color::t2});
  else
    tab_title(title, below);
  filters(env, places, wish);
  if (!ready(env, board, 8, wish)) return wish;
  if (!board->mine.empty() && board->mine.front().rank == 0)
    ui::paragraph(env.say(PhoneWord::me_unranked),
                  {.size = ui::Size::small, .color = ui::Color::t2});
  if (board->rows.empty())
    ui::empty_state(ui::Icon::board, env.say(Message::empty_board));
  else
    rows(env, *board, kin, wish);
  ui::space(24);
  return wish;
}

}  // namespace shanzhi::screens
