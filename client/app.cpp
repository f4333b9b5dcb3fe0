// Puts it together: what is known, where one is, which screen that means, and what it asks for.
#include "client/app.h"

#include <algorithm>

#include "client/deeds.h"
#include "client/screens/desk/sign_in.h"
#include "client/widgets/ui.h"

namespace shanzhi::app {

using model::Section;
using screens::Message;
using screens::Wish;

struct App::Inside {
  Inside(platform::Platform& platform, MakeFace make_face)
      : model(platform),
        settings(model::load_settings(platform)),
        face(make_face(model)),
        deeds(model, settings, *face) {
    ui::keep_tables(this,
                    {[&platform](const std::string& key) { return platform.storage_get(key); },
                     [&platform](const std::string& key, const std::string& value) {
                       if (value.empty())
                         platform.storage_remove(key);
                       else
                         platform.storage_set(key, value);
                     }});
  }
  ~Inside() { ui::keep_tables_no_more(this); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  model::Model model;
  model::Settings settings;
  std::unique_ptr<Face> face;
  Deeds deeds;
  screens::SignInForm sign_in;
  bool was_in = false;
  bool leaving = false;  // for the other program
  std::string language_told;
  std::int64_t minute_drawn = 0;  // on the clock

  std::int64_t minute() const { return model.platform.now_ms() / base::kMsPerMinute; }
  platform::Platform& platform() { return model.platform; }
  void set_look();
  Wish draw();
  Wish draw_door();
  Wish draw_waiting();
};

App::App(platform::Platform& platform, MakeFace make_face)
    : inside_(std::make_unique<Inside>(platform, make_face)) {}
App::~App() = default;

/// From this width on a page is far from the eye or very fine: everything grows with it.
constexpr float kGrowsFrom = 2560;

/// The size of all things for this window; from the next frame.
void fit_window() {
  const float scale = std::max(1.f, ui::screen().w * ui::wall_scale() / kGrowsFrom);
  if (scale == ui::wall_scale()) return;
  ui::set_wall_scale(scale);
  ui::animate();
}

void App::Inside::set_look() {
  fit_window();
  const bool dark = model::is_dark(settings, platform().surroundings());
  ui::set_scheme(dark ? ui::Scheme::dark : ui::Scheme::light);
  ui::set_face(face->sizes(settings));
  model.api.set_language(settings.language);
  const std::string tag = model::language_tag(settings.language);
  if (tag == language_told) return;
  language_told = tag;
  platform().set_language(tag);
  ui::set_close_label(text::say(Message::close, settings.language));
}

/// Nobody is signed in.
Wish App::Inside::draw_door() {
  platform().set_title(std::string(text::say(Message::sign_in, settings.language)) + " · " +
                       text::say(Message::product, settings.language));
  const std::string key = model::parse_hash(platform().url_hash()).get("key");
  const Wish wish = !key.empty() ? screens::open_town(settings, key, sign_in)
                    : sign_in.first
                        ? screens::first_time(settings, sign_in)
                        : screens::sign_in(settings, {.ended = was_in, .town = {}}, sign_in);
  if (sign_in.sent && sign_in.sent->state == model::SendState::done) {
    sign_in = {};
    model.open_session();
    ui::animate();
  }
  return wish;
}

/// It is not known yet whether anybody is, or the server does not say.
Wish App::Inside::draw_waiting() {
  const ui::Rect page = ui::screen();
  const ui::Group main(ui::Role::main, text::say(Message::product, settings.language), page);
  const ui::Box box({page.x + 24, page.h / 2 - 80, page.w - 48, 160});
  if (!model.session_trouble()) {
    ui::text(text::say(Message::starting, settings.language),
             {.color = ui::Color::t3, .align = ui::Align::centre});
    return {};
  }
  if (ui::error_state(model.session_trouble()->words, text::say(Message::retry, settings.language)))
    return screens::Retry{};
  return {};
}

Wish App::Inside::draw() {
  if (model.signed_out()) return draw_door();
  if (!model.me()) return draw_waiting();
  was_in = true;
  const model::Route route = model::parse_hash(platform().url_hash());
  if (route.section == Section::sign_in || platform().url_hash().empty()) {
    platform().set_url_hash(model::to_hash({home_of(*model.me())}), true);
    ui::animate();
    return {};
  }
  if (!face->has(route.section)) {  // the other program's
    if (!std::exchange(leaving, true)) platform().reload();
    return draw_waiting();
  }
  return face->draw(env_of(model, route, settings));
}

bool App::work() {
  return inside_->model.work() || inside_->minute() != inside_->minute_drawn;
}

void App::frame() {
  inside_->minute_drawn = inside_->minute();
  inside_->model.work();
  inside_->set_look();
  const Wish wish = inside_->draw();
  if (wish) inside_->deeds.grant(*wish);
  inside_->deeds.work();
}

}  // namespace shanzhi::app
