// What a screen wants to happen: the only thing that comes out of one.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "client/model/outbox.h"
#include "client/model/route.h"
#include "client/model/settings.h"
#include "shared/api/alarms.h"
#include "shared/api/commands.h"
#include "shared/api/door.h"
#include "shared/api/family.h"
#include "shared/api/hall.h"
#include "shared/api/queries.h"

namespace shanzhi::screens {

struct Go {
  model::Route route;
  bool replace = false;  ///< no entry in the browser's history: a filter being typed
};

using Command =
    std::variant<api::AwardPoints, api::ReverseTransfer, api::SavePlace, api::SaveSite,
                 api::SaveHousehold, api::SavePerson, api::MovePerson, api::SaveTeam, api::SaveUser,
                 api::IssueToken, api::RevokeToken, api::UndoImport, api::ChangePassword,
                 api::SignIn, api::SignOut, api::OpenTown, api::RaiseAlarm, api::UpdateAlarm,
                 api::EndAlarm, api::SaveHallScenes, api::DirectHall, api::IssueSignInCode,
                 api::SetPin, api::ChangePin, api::EndSession, api::LeaveBoards,
                 api::GrantFamilyAccess, api::EndFamilyAccess>;
/// A command to be sent; ids that are none are made by the app.
struct Submit {
  Command command;
  model::SubmissionRef into;
  std::string title;  ///< for the list of what waits to be sent
};

enum class List : unsigned char {
  households,
  people,
  journal,
  teams,
  grids,
  boards,
  sites,
  merchants,
  passbook
};
struct LoadMore {
  List list;
};
/// The whole list as it is filtered and sorted, as a file or (html) on paper.
struct Export {
  List list;
  api::FileKind format = api::FileKind::xlsx;
  std::string search = {}, sort = {};  ///< of lists that are arranged here
  std::string household = {};          ///< whose passbook
};
/// Any other file of the server, saved under this name.
struct GetFile {
  std::string path, name;
};
struct PickFile {};  ///< for an import
struct Upload {      ///< the picked file
  std::string kind;
  base::Datum datum = base::Datum::wgs84;
  bool dry_run = true;
};
/// From the camera, or from the album; for an award.
struct TakePhoto {
  bool camera = false;
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

/// Forms of the register. `move` takes a person to another household; `family` records that one is looked
/// after.
enum class FormKind : unsigned char { household, person, move, team, site, place, family };
struct OpenForm {
  FormKind kind;
  std::string id = {};  ///< of the record to be changed (a place's code); "" makes a new one
  std::string within =
      {};  ///< what a new one belongs to: a place's code, a household's or person's id
  std::string level = {};  ///< of a new place
  std::string about = {};  ///< beside the title: whose, where the form cannot tell
};

/// To the page before; `otherwise` where a link led straight here.
struct Back {
  model::Route otherwise;
};
/// Said aloud where the device can; "" stops.
struct Speak {
  std::string words;
};

/// One sheet, made here.
struct Print {
  std::string title, html;
};

using Intent = std::variant<Go, Submit, LoadMore, Export, PickFile, Upload, Retry, Set, SavePicture,
                            OpenUrl, Discard, OpenForm, GetFile, Back, Speak, Print, TakePhoto>;
using Wish = std::optional<Intent>;

}  // namespace shanzhi::screens
