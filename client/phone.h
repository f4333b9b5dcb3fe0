// The phone: which of its pages an address means, what that page is shown, and the forms that live
// between frames.
#pragma once

#include <optional>
#include <string>

#include "client/face.h"
#include "client/known_map.h"
#include "client/screens/alarm_page.h"
#include "client/screens/phone/board.h"
#include "client/screens/phone/passbook.h"
#include "client/screens/phone/remote.h"
#include "client/screens/phone/small_pages.h"
#include "client/screens/phone/standing.h"
#include "client/screens/phone/work.h"

namespace shanzhi::app {

class Phone : public Face {
 public:
  explicit Phone(model::Model& model) : model_(model) {}
  widgets::Face sizes(const model::Settings& settings) const override;
  bool has(model::Section section) const override { return model::in_hand(section); }
  screens::Wish draw(const screens::Env& env) override;
  void forget() override;
  bool grant(const screens::Intent& intent, const screens::Env& env) override;
  void take(platform::PickedFile&& file) override;

 private:
  struct Forms {
    screens::StandingForm standing;
    screens::MyBookForm book;
    screens::WorkForm work;
    screens::AlarmForm alarm;
    screens::RemoteForm remote;
    screens::MySettingsForm settings;
  };

  bool page_is_whose(const screens::Env& env, widgets::Rect& page, screens::Wish& wish);
  screens::Wish draw_page(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_standing(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_book(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_board(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_work(const screens::Env& env, widgets::Rect page);
  /// The caller's own, or of whom the page is about.
  const model::Loaded<api::Standing>& mine();
  /// Whose points the page shows, when not the caller's own.
  const api::FamilyRow* kin() const { return kin_ ? &*kin_ : nullptr; }
  const screens::KnownFamily* family(const screens::Env& env);

  model::Model& model_;
  Forms forms_;
  std::string user_;  ///< whose forms these are
  KnownMap map_;
  std::int64_t book_lines_ = screens::kBookLines;
  bool awake_ = false;
  std::optional<api::FamilyRow> kin_;
};

}  // namespace shanzhi::app
