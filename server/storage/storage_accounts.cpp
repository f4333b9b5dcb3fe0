// What the command line does with accounts, tokens and settings: the same use cases, as the console.
#include <array>

#include <sodium.h>

#include "server/app/users.h"
#include "server/storage/digest.h"
#include "server/storage/place_store.h"
#include "server/storage/sessions.h"
#include "server/storage/settings.h"
#include "server/storage/storage.h"
#include "server/storage/user_store.h"

namespace shanzhi::storage {

using base::Done;
using base::ErrorCode;
using base::Result;

namespace {

constexpr char kAllUsers[] = "SELECT name FROM user ORDER BY id";
constexpr char kStandInName[] = "本镇";

Result<Done> done_or_error(const Result<app::Answer>& answer) {
  if (!answer) return answer.error();
  return Done{};
}

app::Work with_prepared(const app::Work& work, const app::Prepared& prepared) {
  return {work.caller, work.now,      work.places,  work.people,  work.teams,
          work.users,  work.ledger,   work.journal, work.imports, work.alarms,
          work.halls,  work.families, work.photos,  prepared,     work.new_id};
}

}  // namespace

base::Uuid Storage::new_id() {
  std::array<std::uint8_t, 10> random{};
  options_.random(random.data(), random.size());
  return base::make_uuid7(options_.clock->now().unix_ms, random);
}

Result<app::PlaceRecord> Storage::place_or_root(const std::string& code) {
  const std::lock_guard lock(reading_);
  SqlPlaceStore places(*reader_);
  auto place = code.empty() ? places.root() : places.find(code);
  if (!place) return {ErrorCode::not_found, "/place", code};
  return std::move(*place);
}

Result<app::Caller> Storage::console() {
  // Whoever imports the first places into an empty folder needs something to stand on.
  auto root = place_or_root("");
  if (!root) root = stand_in_root();
  if (!root) return root.error();
  app::Caller caller;
  caller.name = "命令行";
  caller.role = api::Role::town_administrator;
  caller.place = root->row;
  caller.place_code = root->code;
  caller.origin = "console";
  return caller;
}

Result<app::PlaceRecord> Storage::stand_in_root() {
  const app::Caller program;
  const auto made =
      writer_->run_work(program, [](app::Work& work, Database&) -> Result<app::Outcome> {
        app::PlaceRecord root;
        root.code = kStandInCode;
        root.name = kStandInName;
        root.level = places::Level::town;
        work.places.save(root, work.journal.next_position());
        return app::Outcome{};
      });
  if (!made) return made.error();
  return place_or_root("");
}

Result<std::string> Storage::await_first_administrator() {
  if (!without_users()) return ErrorCode::already_exists;
  if (const auto root = place_or_root(""); !root) {
    const auto made = stand_in_root();
    if (!made) return made.error();
  }
  const Secret key = make_secret(options_.random);
  sessions_->await_first(key.digest, [this](const api::OpenTown& command) -> Result<Done> {
    // Somebody at the command line may have been faster.
    if (!without_users()) return {ErrorCode::bad_credentials, "/key"};
    NewUser admin;
    admin.name = command.name;
    admin.title = "管理员";
    admin.role = api::Role::town_administrator;
    admin.password = command.password;
    return add_user(admin);
  });
  return key.text;
}

Result<Done> Storage::save_user(const api::SaveUser& command) {
  const auto caller = console();
  if (!caller) return caller.error();
  app::Prepared prepared;
  if (!command.password.empty()) {
    prepared.new_password = passwords_.hash(command.password);
    if (prepared.new_password.empty()) return ErrorCode::internal;
  }
  return done_or_error(writer_->run_work(*caller, [&](app::Work& work, Database&) {
    app::Work at_work = with_prepared(work, prepared);
    return app::save_user(at_work, command);
  }));
}

Result<Done> Storage::add_user(const NewUser& user) {
  const auto place = place_or_root(user.place);
  if (!place) return place.error();
  if (user.password.size() < 8) return {ErrorCode::out_of_range, "/password", "8"};
  api::SaveUser command;
  command.id.uuid = new_id();
  command.name = user.name;
  command.title = user.title;
  command.role = user.role;
  command.place = place->code;
  command.password = user.password;
  command.person = user.person;
  return save_user(command);
}

namespace {

api::SaveUser command_of(const app::UserRecord& user) {
  api::SaveUser command;
  command.id = user.id;
  command.name = user.name;
  command.title = user.title;
  command.role = user.role;
  command.place = user.place;
  command.active = user.active;
  if (const auto person = base::parse_uuid(user.person)) command.person.uuid = *person;
  return command;
}

}  // namespace

Result<Done> Storage::set_password(const std::string& name, const std::string& password) {
  if (password.size() < 8) return {ErrorCode::out_of_range, "/password", "8"};
  const auto user = [&] {
    const std::lock_guard lock(reading_);
    return SqlUserStore(*reader_).find_name(name);
  }();
  if (!user) return {ErrorCode::not_found, "/name", name};
  api::SaveUser command = command_of(*user);
  command.password = password;
  return save_user(command);
}

Result<Done> Storage::set_role(const std::string& name, api::Role role, const std::string& place) {
  const auto user = [&] {
    const std::lock_guard lock(reading_);
    return SqlUserStore(*reader_).find_name(name);
  }();
  if (!user) return {ErrorCode::not_found, "/name", name};
  api::SaveUser command = command_of(*user);
  command.role = role;
  if (!place.empty()) command.place = place;
  return save_user(command);
}

Result<std::string> Storage::issue_token(const NewToken& token) {
  const auto place = place_or_root(token.place);
  if (!place) return place.error();
  const auto caller = console();
  if (!caller) return caller.error();
  api::IssueToken command;
  command.id.uuid = new_id();
  command.label = token.label;
  command.role = token.role;
  command.place = place->code;
  command.days = token.days;
  const Secret secret = make_secret(options_.random);
  app::Prepared prepared;
  prepared.token_digest = secret.digest;
  const auto issued = writer_->run_work(*caller, [&](app::Work& work, Database&) {
    app::Work at_work = with_prepared(work, prepared);
    return app::issue_token(at_work, command);
  });
  if (!issued) return issued.error();
  return secret.text;
}

std::vector<app::UserRecord> Storage::users() {
  const std::lock_guard lock(reading_);
  std::vector<std::string> names;
  {
    Query query(*reader_, kAllUsers);
    while (query.next()) names.push_back(query.text(0));
  }
  std::vector<app::UserRecord> users;
  SqlUserStore store(*reader_);
  for (const std::string& name : names)
    if (auto user = store.find_name(name)) users.push_back(std::move(*user));
  return users;
}

Result<Done> Storage::set_setting(const std::string& name, const std::string& value) {
  const auto caller = console();
  if (!caller) return caller.error();
  return done_or_error(
      writer_->run_work(*caller, [&](app::Work& work, Database& database) -> Result<app::Outcome> {
        app::Entry entry{};
        entry.what = "setting_changed";
        entry.place_row = work.caller.place;
        entry.subject_kind = "setting";
        entry.note = name;
        entry.before = describe::json_string(read_setting(database, name));
        entry.after = describe::json_string(value);
        write_setting(database, name, value);
        app::Outcome outcome;
        outcome.position = app::record(work, entry);
        return outcome;
      }));
}

}  // namespace shanzhi::storage
