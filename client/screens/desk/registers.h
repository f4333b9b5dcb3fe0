// Short lists that come whole: grids, teams, sites, shops. Searched and sorted here.
#pragma once

#include "client/screens/desk/households.h"

namespace shanzhi::screens {

struct RegisterForm {
  ui::TableState table;
  std::vector<ui::Column> columns;
  std::string made_for;            ///< language of the columns
  std::string search;              ///< while it is typed; else as in the address
  std::string facet;               ///< of the address: the chosen value of the list's facet
  std::vector<std::size_t> order;  ///< rows that match, sorted
};

/// A cell with the value that it is sorted by; text when number is nullopt.
struct RegisterCell {
  ui::Cell cell;
  std::optional<std::int64_t> number;
};
/// What a register is: its columns and rows as cells.
struct Register {
  std::string_view title, empty;
  ui::Icon icon = ui::Icon::file;
  std::vector<ui::Column> columns;
  std::vector<std::vector<RegisterCell>> rows;
  List list = List::grids;             ///< as a file
  const char* name = "grids";          ///< under which the choice of columns is kept
  std::vector<std::string> keys = {};  ///< id or code of each row
  int facet = -1;                      ///< column whose values can be filtered by; −1: none
  std::string_view add = {};           ///< words of the button that makes another; "" for none
  bool change = false;                 ///< each row has a pencil
};

struct RegisterEvent {
  Wish wish;
  std::int64_t opened = -1;  ///< row of the register
  std::int64_t acted = -1;   ///< row whose pencil was pressed
  bool added = false;
};
RegisterEvent register_page(const Env& env, const Register& list, RegisterForm& form,
                            ui::Rect page);

Register grid_register(const Env& env, const api::GridPage& page);
Register team_register(const Env& env, const api::TeamPage& page);
Register site_register(const Env& env, const api::SitePage& page);
Register merchant_register(const Env& env, const api::MerchantPage& page);

Wish grids(const Env& env, const model::Loaded<api::GridPage>& page, RegisterForm& form,
           ui::Rect r);
Wish teams(const Env& env, const model::Loaded<api::TeamPage>& page, RegisterForm& form,
           ui::Rect r);
Wish sites(const Env& env, const model::Loaded<api::SitePage>& page, RegisterForm& form,
           ui::Rect r);
Wish merchants(const Env& env, const model::Loaded<api::MerchantPage>& page, RegisterForm& form,
               ui::Rect r);

}  // namespace shanzhi::screens
