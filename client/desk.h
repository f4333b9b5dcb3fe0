// The desk: which screen an address means, what that screen is shown, and the forms that live between
// frames.
#pragma once

#include <string>

#include "client/face.h"
#include "client/known_map.h"
#include "client/screens/alarm_page.h"
#include "client/screens/desk/boards.h"
#include "client/screens/desk/households.h"
#include "client/screens/desk/import_wizard.h"
#include "client/screens/desk/journal.h"
#include "client/screens/desk/map_page.h"
#include "client/screens/desk/overview.h"
#include "client/screens/desk/people.h"
#include "client/screens/desk/record_form.h"
#include "client/screens/desk/registers.h"
#include "client/screens/desk/rules_page.h"
#include "client/screens/desk/settings_page.h"
#include "client/screens/desk/shell.h"
#include "client/screens/desk/users_page.h"
#include "client/screens/desk/wall_page.h"

namespace shanzhi::app {

class Desk : public Face {
 public:
  explicit Desk(model::Model& model) : model_(model) {}

  widgets::Face sizes(const model::Settings&) const override { return widgets::Face::desk; }
  bool has(model::Section section) const override { return !model::in_hand(section); }
  screens::Wish draw(const screens::Env& env) override;
  void forget() override;
  bool grant(const screens::Intent& wish, const screens::Env& env) override;
  void take(platform::PickedFile&& file) override;

 private:
  struct Forms {
    screens::ShellForm shell;
    screens::OverviewForm overview;
    screens::MapPageForm map;
    screens::HouseholdsForm households;
    screens::PeopleForm people;
    screens::RegisterForm grids, teams, sites, merchants;
    screens::BoardsForm boards;
    screens::AwardForm award;
    screens::RulesForm rules;
    screens::ImportForm import;
    screens::JournalForm journal;
    screens::UsersForm users;
    screens::SettingsForm settings;
    screens::RecordForm record;
    screens::WallForm wall;
    screens::AlarmForm alarm;
  };

  void upload(const screens::Upload& wish, const model::Settings& settings);
  void start_export(const screens::Export& wish, const screens::Env& env);
  std::string address_of(const screens::Export& wish) const;
  /// How the list is narrowed, for its printed head; "" or with a separator at its end.
  std::string print_note(const screens::Env& env, screens::List list) const;
  screens::Wish draw_section(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_shell(const screens::Env& env, widgets::Rect& page);
  screens::Wish draw_overview(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_map(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_households(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_people(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_boards(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_award(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_journal(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_import(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_users(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_wall(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_alarm(const screens::Env& env, widgets::Rect page);
  screens::Wish draw_form(const screens::Env& env);
  void view_record(const screens::Env& env, const screens::OpenForm& about,
                   screens::FormView& view);
  void view_person(const screens::Env& env, const screens::OpenForm& about,
                   screens::FormView& view);
  void view_team(const screens::Env& env, const screens::OpenForm& about, screens::FormView& view);
  screens::TownMapView map_view(const screens::Env& env, const std::string& measure,
                                const std::string& month, const std::string& card);
  const model::Loaded<api::Passbook>& passbook(const std::string& household, std::int64_t lines);
  void pulse();

  model::Model& model_;
  Forms forms_;
  platform::PickedFile picked_;
  int picking_ = 0;
  model::SubmissionRef upload_;
  KnownMap map_;
  std::int64_t pulsed_ = -1;
  std::string place_, board_path_;
  std::int64_t book_lines_ = 100;
};

}  // namespace shanzhi::app
