// The wishes that only the desk grants: lists as files, imports, forms of the register.
#include <type_traits>

#include "client/desk.h"
#include "client/widgets/ui.h"
#include "shared/base/escape.h"

namespace shanzhi::app {

using namespace screens;

namespace {

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

void Desk::upload(const Upload& wish, const model::Settings& settings) {
  if (picked_.bytes.empty()) return;
  upload_ = std::make_shared<model::Submission>();
  upload_->state = model::SendState::sending;
  const std::string path = model::query_path("import", {{"kind", wish.kind},
                                                        {"name", picked_.name},
                                                        {"dry_run", wish.dry_run ? "true" : ""},
                                                        {"datum", describe::name_of(wish.datum)}});
  model_.api.post(
      path, picked_.bytes, "application/octet-stream", base::to_text(model_.new_id()),
      [this, into = upload_, language = settings.language](const platform::HttpReply& reply) {
        into->state = reply.status == 200 ? model::SendState::done : model::SendState::failed;
        into->answer = reply.body;
        if (reply.status != 200) into->trouble = model::trouble_of(reply, language);
        model_.imports.all_stale();
        model_.feed.hurry();
      });
}

/// The list's own query, as it is filtered and sorted now.
std::string Desk::address_of(const Export& wish) const {
  const char* name = kLists[static_cast<int>(wish.list)].wire;
  switch (wish.list) {
    case List::households: return model_.households.path();
    case List::people: return model_.people.path();
    case List::journal: return model_.journal.path();
    case List::boards: return board_path_;
    case List::passbook: return model::query_path(name, {{"household", wish.household}});
    case List::teams:
    case List::grids:
    case List::sites:
    case List::merchants: break;
  }
  return model::query_path(name, {{"place", place_}, {"search", wish.search}, {"sort", wish.sort}});
}

void Desk::start_export(const Export& wish, const Env& env) {
  const ListName& list = kLists[static_cast<int>(wish.list)];
  const std::string title = env.place_name() + " " + env.say(list.title);
  const char* format = describe::name_of(wish.format);
  model::ExportJob::Order order{model::export_path(list.wire, format, address_of(wish)),
                                title + " " + base::to_text(env.today) + "." + format};
  if (wish.format == api::FileKind::html) {
    order.title = title;
    order.print_head = "<h1>" + base::html_escaped(title) + "</h1><p>" +
                       base::html_escaped(print_note(env, wish.list) +
                                          env.fill(Message::print_made,
                                                   {text::full_date(env.today, env.language()) +
                                                    " " + env.me.name})) +
                       "</p>";
  }
  get_file(model_, env.settings, std::move(order));
}

void Desk::take(platform::PickedFile&& file) {
  if (file.request_id != picking_) return;
  picked_ = std::move(file);
  widgets::animate();
}

bool Desk::grant(const Intent& intent, const Env& env) {
  return std::visit(
      [&](const auto& wish) {
        using W = std::decay_t<decltype(wish)>;
        if constexpr (std::is_same_v<W, LoadMore>) {
          if (wish.list == List::households) model_.households.load_more();
          if (wish.list == List::people) model_.people.load_more();
          if (wish.list == List::journal) model_.journal.load_more();
        } else if constexpr (std::is_same_v<W, Export>) {
          start_export(wish, env);
        } else if constexpr (std::is_same_v<W, PickFile>) {
          upload_.reset();
          picking_ = model_.platform.pick_file(".xlsx,.csv,.geojson,.json");
        } else if constexpr (std::is_same_v<W, Upload>) {
          upload(wish, env.settings);
        } else if constexpr (std::is_same_v<W, OpenForm>) {
          open_record_form(forms_.record, wish);
        } else {
          return false;
        }
        return true;
      },
      intent);
}

}  // namespace shanzhi::app
