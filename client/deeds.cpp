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

/// How the lists are called: on the wire, and in their files' names.
struct ListName {
  const char* wire;
  Message title;
};
constexpr ListName kLists[] = {
    {"households", Message::rail_households}, {"people", Message::rail_people},
    {"journal", Message::journal_title},      {"teams", Message::rail_teams},
    {"grids", Message::rail_grids},           {"boards", Message::boards_title},
    {"sites", Message::rail_sites},           {"merchants", Message::rail_merchants},
    {"passbook", Message::passbook}};

}  // namespace

void Deeds::submit(const Submit& wish) {
  std::visit(
      [&](auto command) {
        using C = decltype(command);
        model::Parcel parcel;
        parcel.command = kName<C>;
        if constexpr (requires { command.id; }) {
          if (command.id.none()) command.id = {model_.new_id()};
          parcel.key = base::to_text(kNamesRecord<C> ? model_.new_id() : command.id.uuid);
        }
        parcel.body = describe::to_json(command);
        parcel.title = wish.title;
        parcel.user = model_.me() ? model_.me()->user : std::string{};
        parcel.made_ms = model_.platform.now_ms();
        if constexpr (std::is_same_v<C, api::SignOut>) {
          desk_.forget();
          model_.close_session();
        }
        if constexpr (kKept<C>)
          model_.outbox.put(std::move(parcel), wish.into);
        else
          model_.outbox.send_now(parcel, wish.into);
      },
      wish.command);
}

void Deeds::upload(const Upload& wish) {
  if (desk_.picked.bytes.empty()) return;
  desk_.upload = std::make_shared<model::Submission>();
  desk_.upload->state = model::SendState::sending;
  const std::string path = model::query_path("import", {{"kind", wish.kind},
                                                        {"name", desk_.picked.name},
                                                        {"dry_run", wish.dry_run ? "true" : ""},
                                                        {"datum", describe::name_of(wish.datum)}});
  model_.api.post(
      path, desk_.picked.bytes, "application/octet-stream", base::to_text(model_.new_id()),
      [this, into = desk_.upload](const platform::HttpReply& reply) {
        into->state = reply.status == 200 ? model::SendState::done : model::SendState::failed;
        into->answer = reply.body;
        if (reply.status != 200) into->trouble = model::trouble_of(reply, settings_.language);
        model_.imports.all_stale();
        model_.feed.hurry();
      });
}

/// The list's own query, as it is filtered and sorted now.
std::string Deeds::address_of(const Export& wish) const {
  const char* name = kLists[static_cast<int>(wish.list)].wire;
  switch (wish.list) {
    case List::households: return desk_.households_path();
    case List::people: return desk_.people_path();
    case List::journal: return desk_.journal_path();
    case List::boards: return desk_.board_path();
    case List::passbook: return model::query_path(name, {{"household", wish.household}});
    case List::teams:
    case List::grids:
    case List::sites:
    case List::merchants: break;
  }
  return model::query_path(
      name, {{"place", desk_.place()}, {"search", wish.search}, {"sort", wish.sort}});
}

void Deeds::start_export(const Export& wish) {
  const ListName& list = kLists[static_cast<int>(wish.list)];
  const model::Route route = model::parse_hash(model_.platform.url_hash());
  const Env env = desk_.env(route, settings_);
  const std::string title = env.place_name() + " " + env.say(list.title);
  const char* format = describe::name_of(wish.format);
  model::ExportJob::Order order{model::export_path(list.wire, format, address_of(wish)),
                                title + " " + base::to_text(env.today) + "." + format};
  if (wish.format == api::FileKind::html) {
    order.title = title;
    order.print_head = "<h1>" + model::html_escaped(title) + "</h1><p>" +
                       model::html_escaped(desk_.print_note(env, wish.list) +
                                           env.fill(Message::print_made,
                                                    {text::full_date(env.today, env.language()) +
                                                     " " + env.me.name})) +
                       "</p>";
  }
  get_file(std::move(order));
}

void Deeds::get_file(model::ExportJob::Order order) {
  if (model_.exports.running()) return;
  model_.exports.start(std::move(order));
  widgets::toast(text::say(Message::table_preparing, settings_.language));
}

void Deeds::grant(const Intent& intent) {
  std::visit(
      [&](const auto& wish) {
        using W = std::decay_t<decltype(wish)>;
        if constexpr (std::is_same_v<W, Go>) {
          model_.platform.set_url_hash(model::to_hash(wish.route), wish.replace);
        } else if constexpr (std::is_same_v<W, Submit>) {
          submit(wish);
        } else if constexpr (std::is_same_v<W, LoadMore>) {
          if (wish.list == List::households) model_.households.load_more();
          if (wish.list == List::people) model_.people.load_more();
          if (wish.list == List::journal) model_.journal.load_more();
        } else if constexpr (std::is_same_v<W, Export>) {
          start_export(wish);
        } else if constexpr (std::is_same_v<W, PickFile>) {
          desk_.upload.reset();
          picking_ = model_.platform.pick_file(".xlsx,.csv,.geojson,.json");
        } else if constexpr (std::is_same_v<W, Upload>) {
          upload(wish);
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
        } else if constexpr (std::is_same_v<W, OpenForm>) {
          desk_.open_form(wish);
        } else if constexpr (std::is_same_v<W, GetFile>) {
          get_file({wish.path, wish.name});
        } else if constexpr (std::is_same_v<W, Back>) {
          if (!model_.platform.go_back())
            model_.platform.set_url_hash(model::to_hash(wish.otherwise), true);
        } else if constexpr (std::is_same_v<W, Speak>) {
          model_.platform.read_aloud(
              wish.words, settings_.language == text::Language::english ? "en" : "zh-CN");
        } else {
          static_assert(std::is_same_v<W, Discard>);
          model_.outbox.discard(wish.key);
        }
      },
      intent);
  widgets::animate();
}

void Deeds::work() {
  for (platform::PickedFile& file : model_.platform.take_files())
    if (file.request_id == picking_) desk_.picked = std::move(file), widgets::animate();
  if (model_.outbox.done_count() != done_seen_) {  // what was sent shows at once
    done_seen_ = model_.outbox.done_count();
    model_.feed.hurry();
    model_.users.all_stale();
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
