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

/// Kept on the device until answered: what a person would lose if the network failed. Never what holds
/// a password or a secret.
template <class C>
constexpr bool kKept =
    std::is_same_v<C, api::AwardPoints> || std::is_same_v<C, api::ReverseTransfer> ||
    std::is_same_v<C, api::SaveHousehold> || std::is_same_v<C, api::SavePerson> ||
    std::is_same_v<C, api::MovePerson> || std::is_same_v<C, api::SaveTeam>;

template <class Page, class Row>
model::ExportJob::Order::Page take_rows(
    const std::string& json, std::string& csv, std::vector<Row> Page::*rows,
    std::vector<std::string> (*cells)(const Row&, text::Language), text::Language language) {
  model::ExportJob::Order::Page out;
  const auto page = describe::from_answer<Page>(json);
  out.readable = page.ok();
  if (!page) return out;
  for (const Row& row : (*page).*rows) csv += model::csv_line(cells(row, language));
  out.rows = static_cast<std::int64_t>(((*page).*rows).size());
  out.next = page->next;
  if constexpr (requires { page->total; }) out.total = page->total;
  return out;
}

std::vector<std::string> household_cells(const api::HouseholdRow& r, text::Language) {
  return {r.number,
          r.head,
          r.village,
          r.grid_name,
          r.address,
          std::to_string(r.members),
          text::points(r.balance),
          text::points(r.earned),
          text::points(r.month),
          text::hours(r.hours),
          r.last,
          r.tags};
}
std::vector<std::string> person_cells(const api::PersonRow& r, text::Language l) {
  return {r.name,
          std::string(text::word(text::Vocabulary::gender, r.gender, l)),
          std::to_string(r.age),
          std::string(text::word(text::Vocabulary::relation, r.relation, l)),
          r.household_number,
          r.village,
          r.grid_name,
          r.phone,
          text::points(r.balance),
          text::points(r.earned),
          text::hours(r.hours)};
}
std::vector<std::string> journal_cells(const api::JournalRow& r, text::Language l) {
  return {std::to_string(r.position),
          r.at,
          r.who,
          std::string(text::word(text::Vocabulary::role, r.role, l)),
          r.from,
          std::string(text::word(text::Vocabulary::event, r.what, l)),
          r.on,
          r.result,
          r.hash};
}

std::vector<std::string> header(std::initializer_list<const char*> fields,
                                text::Language language) {
  std::vector<std::string> out;
  for (const char* field : fields) {
    const char* title = text::field_title(field, language);
    out.emplace_back(title ? title : field);
  }
  return out;
}

}  // namespace

void Deeds::submit(const Submit& wish) {
  std::visit(
      [&](auto command) {
        using C = decltype(command);
        model::Parcel parcel;
        parcel.command = kName<C>;
        if constexpr (requires { command.id; }) {
          if (command.id.none()) command.id = {model_.new_id()};
          parcel.key = base::to_text(command.id.uuid);
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

void Deeds::start_export(List list) {
  const text::Language l = settings_.language;
  using Page = model::ExportJob::Order::Page;
  const auto file = [&](const char* name) {
    return std::string(name) + "-" + base::to_text(base::day_of({model_.platform.now_ms()})) +
           ".csv";
  };
  const auto now = [&](const std::string& name, const std::string& csv) {
    model_.platform.download(file(name.c_str()), "text/csv;charset=utf-8", csv);
  };
  const Env env = desk_.env(model::parse_hash(model_.platform.url_hash()), settings_);
  switch (list) {
    case List::households:
      model_.exports.start({desk_.households_path(), file("households"),
                            header({"number", "head", "village", "grid", "address", "members",
                                    "balance", "earned", "month", "hours", "last", "tags"},
                                   l),
                            [l](const std::string& json, std::string& csv) -> Page {
                              return take_rows(json, csv, &api::HouseholdPage::households,
                                               household_cells, l);
                            }});
      break;
    case List::people:
      model_.exports.start({desk_.people_path(), file("people"),
                            header({"name", "gender", "age", "relation", "household_number",
                                    "village", "grid", "phone", "balance", "earned", "hours"},
                                   l),
                            [l](const std::string& json, std::string& csv) -> Page {
                              return take_rows(json, csv, &api::PersonPage::people, person_cells,
                                               l);
                            }});
      break;
    case List::journal:
      model_.exports.start(
          {desk_.journal_path(), file("journal"),
           header({"position", "at", "who", "role", "from", "what", "on", "result", "hash"}, l),
           [l](const std::string& json, std::string& csv) -> Page {
             return take_rows(json, csv, &api::JournalPage::entries, journal_cells, l);
           }});
      break;
    case List::grids:
      if (const auto& page =
              model_.grids.want(model::query_path("grids", {{"place", desk_.place()}})))
        now("grids", register_csv(grid_register(env, *page)));
      break;
    case List::teams:
      if (const auto& page =
              model_.teams.want(model::query_path("teams", {{"place", desk_.place()}})))
        now("teams", register_csv(team_register(env, *page)));
      break;
    case List::boards:
      if (const auto& board = model_.boards.want(desk_.board_path())) {
        std::string csv = std::string(model::kCsvMark) +
                          model::csv_line(header({"rank", "name", "place", "value", "move"}, l));
        for (const api::BoardRow& r : board->rows)
          csv += model::csv_line({std::to_string(r.rank), r.name, r.place,
                                  board->measure == "points"  ? text::points(r.value)
                                  : board->measure == "hours" ? text::hours(r.value)
                                                              : std::to_string(r.value),
                                  text::signed_count(r.move)});
        now("board", csv);
      }
      break;
  }
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
          start_export(wish.list);
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
  if (const auto ended = model_.exports.take_ended())
    widgets::toast(ended->trouble ? ended->trouble->words
                                  : text::fill(Message::table_exported, settings_.language,
                                               {text::count(ended->rows)}));
}

}  // namespace shanzhi::app
