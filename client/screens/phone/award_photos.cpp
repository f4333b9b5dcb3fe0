// One line a photograph, and the two ways to get another.
#include "client/screens/phone/award_photos.h"

#include "client/widgets/state.h"
#include "shared/api/limits.h"

namespace shanzhi::screens {
namespace {

const ui::TextStyle kSmall{.size = ui::Size::small, .color = ui::Color::t2};
constexpr float kThumbWidth = 72, kThumbHeight = 54;

std::string weight(const AwardPhoto& photo) {
  return text::count(static_cast<std::int64_t>(photo.bytes.size() / 1024 + 1)) + " KB";
}

/// True when it is to go.
bool photo_line(const Env& env, const AwardPhoto& photo, std::size_t number) {
  const std::string digits = std::to_string(number);
  const std::string name = env.fill(Message::photo_one, {digits});
  const ui::Scope scope(photo.id);
  ui::Rect row = ui::take(0, std::max(kThumbHeight + 10, ui::touch_height() + 6));
  ui::photo(photo.preview, {row.x, row.y + (row.h - kThumbHeight) / 2, kThumbWidth, kThumbHeight},
            name);
  const ui::Rect cross = row.cut_right(ui::touch_height());
  row.cut_left(kThumbWidth + 12);
  ui::text_in(row, name + " · " + weight(photo), kSmall);
  const ui::Box box({cross.x, row.y + (row.h - ui::touch_height()) / 2, cross.w, cross.h});
  return ui::icon_button(ui::Icon::cross, env.fill(PhoneWord::photo_remove, {digits}));
}

void ways_to_add(const Env& env, Wish& wish) {
  if (ui::button(env.say(PhoneWord::photo_take), {.icon = ui::Icon::camera}))
    wish = TakePhoto{.camera = true};
  ui::same_row();
  if (ui::button(env.say(PhoneWord::photo_choose), {.icon = ui::Icon::plus})) wish = TakePhoto{};
  ui::text(env.fill(PhoneWord::photo_hint, {std::to_string(api::kPhotosMax)}),
           {.size = ui::Size::small, .color = ui::Color::t3});
}

}  // namespace

void award_photos(const Env& env, AwardForm& form, Wish& wish) {
  const ui::Group group(ui::Role::group, env.word(text::Vocabulary::evidence, "photo"));
  std::optional<std::size_t> gone;
  for (std::size_t i = 0; i < form.photos.size(); i++)
    if (photo_line(env, form.photos[i], i + 1)) gone = i;
  if (gone) {
    form.photos.erase(form.photos.begin() + static_cast<std::ptrdiff_t>(*gone));
    form.photo_trouble.reset();
  }
  if (static_cast<std::int64_t>(form.photos.size()) < api::kPhotosMax) ways_to_add(env, wish);
  if (form.photo_trouble)
    ui::paragraph(env.say(*form.photo_trouble), {.size = ui::Size::small, .color = ui::Color::cin});
  ui::space(ui::kGap4);
}

}  // namespace shanzhi::screens
