// The desk: which screen an address means, what that screen is shown, and the forms that live between
// frames.
#pragma once

#include <string>

#include "client/model/model.h"
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

namespace shanzhi::app {

class Desk {
 public:
  explicit Desk(model::Model& model) : model_(model) {}

  screens::Wish draw(const model::Route& route, const model::Settings& settings);
  void open_form(const screens::OpenForm& wish) { screens::open_record_form(forms_.record, wish); }
  /// Everything typed and opened is forgotten: another person sits down.
  void forget();

  // What the deeds need: lists as they are addressed now, the picked file and its upload.
  std::string households_path() const { return model_.households.path(); }
  std::string people_path() const { return model_.people.path(); }
  std::string journal_path() const { return model_.journal.path(); }
  std::string board_path() const { return board_path_; }
  /// How the list is narrowed, for its printed head; "" or with a separator at its end.
  std::string print_note(const screens::Env& env, screens::List list) const;
  const std::string& place() const { return place_; }
  screens::Env env(const model::Route& route, const model::Settings& settings);
  platform::PickedFile picked;
  model::SubmissionRef upload;

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
  };

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
  screens::Wish draw_form(const screens::Env& env);
  void view_record(const screens::Env& env, const screens::OpenForm& about,
                   screens::FormView& view);
  void view_person(const screens::Env& env, const screens::OpenForm& about,
                   screens::FormView& view);
  void view_team(const screens::Env& env, const screens::OpenForm& about, screens::FormView& view);
  screens::TownMapView map_view(const screens::Env& env, const std::string& measure,
                                const std::string& month, const std::string& card);
  const model::Loaded<api::Passbook>& passbook(const std::string& household, std::int64_t lines);
  void refresh_shape();
  void pulse();

  model::Model& model_;
  Forms forms_;
  widgets::MapShape shape_;
  std::uint32_t shape_revision_ = 0;
  bool outlines_known_ = false;
  std::optional<model::Trouble> outlines_trouble_;
  std::int64_t pulsed_ = -1;
  std::string place_, board_path_;
  std::int64_t book_lines_ = 100;
};

}  // namespace shanzhi::app
