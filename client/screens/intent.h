// What a screen wants to happen: the only thing that comes out of one.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "client/model/outbox.h"
#include "client/model/route.h"
#include "client/model/settings.h"
#include "shared/api/commands.h"

namespace shanzhi::screens {

struct Go {
  model::Route route;
  bool replace = false;  ///< no entry in the browser's history: a filter being typed
};

using Command =
    std::variant<api::AwardPoints, api::ReverseTransfer, api::SaveHousehold, api::SavePerson,
                 api::MovePerson, api::SaveTeam, api::SaveUser, api::IssueToken, api::RevokeToken,
                 api::UndoImport, api::ChangePassword, api::SignIn, api::SignOut>;
/// A command to be sent; ids that are none are made by the app.
struct Submit {
  Command command;
  model::SubmissionRef into;
  std::string title;  ///< for the list of what waits to be sent
};

enum class List : unsigned char { households, people, journal, teams, grids, boards };
struct LoadMore {
  List list;
};
struct Export {
  List list;
};                   ///< the whole list as a CSV file
struct PickFile {};  ///< for an import
struct Upload {      ///< the picked file
  std::string kind;
  base::Datum datum = base::Datum::wgs84;
  bool dry_run = true;
};
struct Retry {};
struct Set {
  model::Settings settings;
};
struct SavePicture {
  std::string filename;
};
struct OpenUrl {
  std::string url;
};
struct Discard {
  std::string key;
};  ///< of what waits to be sent

using Intent = std::variant<Go, Submit, LoadMore, Export, PickFile, Upload, Retry, Set, SavePicture,
                            OpenUrl, Discard>;
using Wish = std::optional<Intent>;

}  // namespace shanzhi::screens
