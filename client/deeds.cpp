// Each wish in its turn.
#include "client/deeds.h"

#include <type_traits>

#include "client/widgets/ui.h"
#include "shared/describe/json.h"

namespace shanzhi::app {

using namespace screens;

namespace {

template <class C>
constexpr const char* kName = nullptr;
template <>
constexpr const char* kName<api::AwardPoints> = "award-points";
template <>
constexpr const char* kName<api::ReverseTransfer> = "reverse-transfer";
template <>
constexpr const char* kName<api::SavePlace> = "save-place";
template <>
constexpr const char* kName<api::SaveSite> = "save-site";
template <>
constexpr const char* kName<api::SaveHousehold> = "save-household";
template <>
constexpr const char* kName<api::SavePerson> = "save-person";
template <>
constexpr const char* kName<api::MovePerson> = "move-person";
template <>
constexpr const char* kName<api::SaveTeam> = "save-team";
template <>
constexpr const char* kName<api::SaveUser> = "save-user";
template <>
constexpr const char* kName<api::IssueToken> = "issue-token";
template <>
constexpr const char* kName<api::RevokeToken> = "revoke-token";
template <>
constexpr const char* kName<api::UndoImport> = "undo-import";
template <>
constexpr const char* kName<api::ChangePassword> = "change-password";
template <>
constexpr const char* kName<api::SignIn> = "sign-in";
template <>
constexpr const char* kName<api::SignOut> = "sign-out";
template <>
constexpr const char* kName<api::OpenTown> = "open-town";
template <>
constexpr const char* kName<api::RaiseAlarm> = "raise-alarm";
template <>
constexpr const char* kName<api::UpdateAlarm> = "update-alarm";
template <>
constexpr const char* kName<api::EndAlarm> = "end-alarm";
template <>
constexpr const char* kName<api::SaveHallScenes> = "save-hall-scenes";
template <>
constexpr const char* kName<api::DirectHall> = "direct-hall";

template <>
constexpr const char* kName<api::IssueSignInCode> = "issue-sign-in-code";
template <>
constexpr const char* kName<api::SetPin> = "set-pin";
template <>
constexpr const char* kName<api::ChangePin> = "change-pin";
template <>
constexpr const char* kName<api::EndSession> = "end-session";
template <>
constexpr const char* kName<api::LeaveBoards> = "leave-boards";
template <>
constexpr const char* kName<api::GrantFamilyAccess> = "grant-family-access";
template <>
constexpr const char* kName<api::EndFamilyAccess> = "end-family-access";

/// Kept on the device until answered: what a person would lose if the network failed. Never what holds
/// a password or a secret.
template <class C>
constexpr bool kKept =
    std::is_same_v<C, api::AwardPoints> || std::is_same_v<C, api::ReverseTransfer> ||
    std::is_same_v<C, api::SaveHousehold> || std::is_same_v<C, api::SavePerson> ||
    std::is_same_v<C, api::MovePerson> || std::is_same_v<C, api::SaveTeam> ||
    std::is_same_v<C, api::SavePlace> || std::is_same_v<C, api::SaveSite>;

/// The id is that of what is changed, again and again: each sending has a key of its own.
template <class C>
constexpr bool kNamesRecord =
    std::is_same_v<C, api::SaveHousehold> || std::is_same_v<C, api::SavePerson> ||
    std::is_same_v<C, api::SaveTeam> || std::is_same_v<C, api::SaveSite> ||
    std::is_same_v<C, api::SaveUser>;

/// What sending needs of a command, whichever it is.
struct Order {
  const char* name;
  describe::RecordAccess fields;
  base::Uuid* id;  ///< nullptr: it has none
  bool names_record, kept;
};

}  // namespace

void Deeds::submit(const Submit& wish) {
  Command command = wish.command;
  const Order order = std::visit(
      [](auto& c) {
        using C = std::remove_reference_t<decltype(c)>;
        base::Uuid* id = nullptr;
        if constexpr (requires { c.id; }) id = &c.id.uuid;
        return Order{kName<C>, describe::access_record(c), id, kNamesRecord<C>, kKept<C>};
      },
      command);
  model::Parcel parcel;
  parcel.command = order.name;
  if (order.id) {
    if (*order.id == base::Uuid{}) *order.id = model_.new_id();
    parcel.key = base::to_text(order.names_record ? model_.new_id() : *order.id);
  }
  parcel.body = describe::write_json(order.fields);
  parcel.title = wish.title;
  parcel.user = model_.me() ? model_.me()->user : std::string{};
  parcel.made_ms = model_.platform.now_ms();
  if (std::holds_alternative<api::SignOut>(command)) {
    face_.forget();
    model_.close_session();
  }
  if (order.kept)
    model_.outbox.put(std::move(parcel), wish.into);
  else
    model_.outbox.send_now(parcel, wish.into);
}

void Deeds::grant(const Intent& intent) {
  widgets::animate();
  if (model_.me()) {
    const model::Route route = model::parse_hash(model_.platform.url_hash());
    if (face_.grant(intent, env_of(model_, route, settings_))) return;
  }
  std::visit(
      [&](const auto& wish) {
        using W = std::decay_t<decltype(wish)>;
        if constexpr (std::is_same_v<W, Go>) {
          model_.platform.set_url_hash(model::to_hash(wish.route), wish.replace);
        } else if constexpr (std::is_same_v<W, Submit>) {
          submit(wish);
        } else if constexpr (std::is_same_v<W, Retry>) {
          model_.retry_everything();
        } else if constexpr (std::is_same_v<W, Set>) {
          const bool words = settings_.language != wish.settings.language;
          settings_ = wish.settings;
          model::save_settings(model_.platform, settings_);
          if (words) model_.retry_everything();
        } else if constexpr (std::is_same_v<W, SavePicture>) {
          model_.platform.save_picture(wish.filename);
        } else if constexpr (std::is_same_v<W, OpenUrl>) {
          model_.platform.open_url(wish.url);
        } else if constexpr (std::is_same_v<W, GetFile>) {
          get_file(model_, settings_, {wish.path, wish.name});
        } else if constexpr (std::is_same_v<W, Print>) {
          model_.platform.print_html(wish.title, wish.html);
        } else if constexpr (std::is_same_v<W, Back>) {
          if (!model_.platform.go_back())
            model_.platform.set_url_hash(model::to_hash(wish.otherwise), true);
        } else if constexpr (std::is_same_v<W, Speak>) {
          model_.platform.read_aloud(
              wish.words, settings_.language == text::Language::english ? "en" : "zh-CN");
        } else if constexpr (std::is_same_v<W, Discard>) {
          model_.outbox.discard(wish.key);
        }
      },
      intent);
}

void Deeds::work() {
  for (platform::PickedFile& file : model_.platform.take_files()) face_.take(std::move(file));
  if (model_.outbox.done_count() != done_seen_) {  // what was sent shows at once
    done_seen_ = model_.outbox.done_count();
    model_.feed.hurry();
    model_.users.all_stale(), model_.sessions.all_stale();
    model_.families.all_stale(), model_.passbooks.all_stale();
    widgets::animate();
  }
  if (const auto ended = model_.exports.take_ended()) {
    if (ended->trouble)
      widgets::toast(ended->trouble->words);
    else if (!ended->filename.empty())
      widgets::toast(text::fill(Message::table_saved_as, settings_.language, {ended->filename}));
  }
}

}  // namespace shanzhi::app
