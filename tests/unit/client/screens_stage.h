// A stage for one screen: a person, a town, an address; draws it without a browser and keeps what it wished.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <string>
#include <utility>

#include "client/platform/headless/headless.h"
#include "client/screens/env.h"
#include "client/screens/intent.h"
#include "client/widgets/ui.h"

namespace shanzhi::screens {

using ui::Role;

/// A name as long as the longest that a roster may hold.
inline const std::string kLongName =
    "阿卜杜热西提·买买提依明·吐尔逊古丽·欧阳国家的很长很长的名字叫不完";

inline std::vector<api::PlaceRow> stage_places() {
  return {{.code = "T", .name = "小留镇", .level = "town"},
          {.code = "H", .name = "杨庄管区", .level = "hub", .parent = "T"},
          {.code = "V", .name = "康庄村", .level = "village", .parent = "H"},
          {.code = "G", .name = "第3微网格", .level = "grid", .parent = "V"}};
}

struct Stage {
  using Screen = std::function<Wish(const Env&, ui::Rect)>;

  platform::HeadlessPlatform world;
  model::Settings settings;
  api::Me me{.user = "u",
             .name = "周敏",
             .role = "town_administrator",
             .place = "T",
             .place_name = "小留镇",
             .town = "T",
             .town_name = "小留镇"};
  api::Role role = api::Role::town_administrator;
  model::PlaceTree places{stage_places()};
  model::Route route;
  std::int64_t away_since_ms = 0;
  Wish wish;  ///< the last one

  explicit Stage(model::Section section, float width = 1366, float height = 768)
      : world(width, height) {
    route.section = section;
    ui::set_face(ui::Face::desk);
  }

  Env env() const {
    const base::Instant now{world.now};
    return {.settings = settings,
            .now = now,
            .today = base::day_of(now),
            .me = me,
            .role = role,
            .places = places,
            .route = route,
            .place = "T",
            .away_since_ms = away_since_ms};
  }
  /// As the shell leaves it: below the top bar, right of the rail.
  ui::Rect page() const {
    const float rail = world.around.width < 1200 ? 56.f : 168.f;
    return {rail, 52, world.around.width - rail, world.around.height - 52};
  }
  /// Goes where the last wish leads, as the desk would, as long as it stays in the section.
  void follow(const Screen& screen) {
    if (const Go* go = wished<Go>(); go && go->route.section == route.section) route = go->route;
    draw(screen);
  }
  void draw(const Screen& screen) {
    world.settle([&] {
      if (Wish w = screen(env(), page())) wish = std::move(w);
    });
  }
  /// Presses and draws; true when it was there and could be pressed.
  bool press(Role which, std::string_view name, const Screen& screen) {
    if (!world.press(which, name)) return false;
    draw(screen);
    return true;
  }
  bool type(std::string_view name, std::string_view value, const Screen& screen) {
    if (!world.type(name, value)) return false;
    draw(screen);
    return true;
  }
  /// What was wished last, when it is of this kind; nullptr else.
  template <class W>
  const W* wished() const {
    return wish ? std::get_if<W>(&*wish) : nullptr;
  }
  bool enabled(Role which, std::string_view name) const {
    const auto found = world.find(which, name);
    return !found.empty() && (found.front().state & ui::kDisabled) == 0;
  }
};

inline bool crosses(const ui::Rect& a, const ui::Rect& b) {
  return a.x + 1 < b.right() && b.x + 1 < a.right() && a.y + 1 < b.bottom() && b.y + 1 < a.bottom();
}

/// What holds for every page: one main part, one title, whatever can be pressed has a name, lies on the
/// page and covers nothing else that can be pressed.
inline void check_page(const platform::HeadlessPlatform& world) {
  INFO(world.outline());
  CHECK(world.find(Role::main, "", true).size() == 1);
  int titles = 0;
  for (const ui::Node& n : world.find(Role::heading, "", true)) titles += n.level == 1;
  CHECK(titles == 1);
  std::vector<ui::Node> pressable;
  for (const Role role : {Role::button, Role::textbox, Role::combobox, Role::tab, Role::radio,
                          Role::toggle, Role::checkbox, Role::column_header, Role::row})
    for (const ui::Node& n : world.find(role, "", true))
      if (role != Role::row || !n.name.empty())
        pressable.push_back(n);  // a table's head has no name
  for (std::size_t i = 0; i < pressable.size(); i++) {
    const ui::Node& a = pressable[i];
    INFO(a.name);
    CHECK_FALSE(a.name.empty());
    CHECK(a.rect.x >= 0);
    CHECK(a.rect.right() <= world.around.width + 1);
    for (std::size_t j = i + 1; j < pressable.size(); j++) {
      INFO(pressable[j].name);
      CHECK_FALSE(crosses(a.rect, pressable[j].rect));
    }
  }
}

/// The same page at the widths and in the languages that it is made for.
inline void check_everywhere(model::Section section, const std::function<Stage::Screen()>& make,
                             const std::function<void(Stage&)>& prepare = {}) {
  for (const float width : {1366.f, 1920.f, 1200.f, 1024.f})
    for (const auto language : {text::Language::chinese, text::Language::english}) {
      INFO(width << (language == text::Language::english ? " English" : " Chinese"));
      Stage stage(section, width);
      stage.settings.language = language;
      if (prepare) prepare(stage);
      stage.draw(make());
      check_page(stage.world);
    }
}

/// The whole name of the one row that tells of this; "" when there is none.
inline std::string row_name(const Stage& stage, const char* words) {
  const auto rows = stage.world.find(Role::button, words, true);
  return rows.size() == 1 ? rows[0].name : std::string{};
}

inline model::Trouble refusal(std::string words) {
  return {.status = 500, .code = "internal", .words = std::move(words), .number = "r-17"};
}

}  // namespace shanzhi::screens
