// The played ports, and the server around them.
#include "tests/api/fixture.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "shared/describe/json.h"
#include "tests/support/small_jpeg.h"
#include "tests/support/temporary_folder.h"

namespace shanzhi::test {
namespace {

app::Caller display() {
  app::Caller caller;
  caller.role = api::Role::display;
  return caller;
}

base::Result<app::Caller> caller_of(std::string_view role_name) {
  const auto role = describe::parse_enum<api::Role>(role_name);
  if (!role) return base::ErrorCode::signed_out;
  app::Caller caller;
  caller.user = static_cast<std::int64_t>(*role) + 1;
  caller.name = role_name;
  caller.role = *role;
  caller.place = 1;
  return caller;
}

describe::RecordAccess record_of(const api::Route& route) {
  return {const_cast<api::Route*>(&route),
          [](void* row, describe::Visitor& v) { static_cast<const api::Route*>(row)->request(v); }};
}

}  // namespace

base::Result<app::Caller> PlayedSessions::from_session(std::string_view secret) {
  if (secret.substr(0, 3) != "in:") return base::ErrorCode::signed_out;
  return caller_of(secret.substr(3));
}

base::Result<app::Caller> PlayedSessions::from_token(std::string_view secret) {
  if (secret == "disk gone") return base::ErrorCode::storage_failed;
  if (secret.substr(0, 3) != "as:") return base::ErrorCode::signed_out;
  return caller_of(secret.substr(3));
}

base::Result<std::string> PlayedSessions::sign_in(const api::SignIn& command,
                                                  const app::Origin& origin) {
  const std::lock_guard lock(mutex);
  last_origin = origin.address;
  if (command.password != "correct horse") return base::ErrorCode::bad_credentials;
  return "in:" + command.name;
}

base::Result<std::string> PlayedSessions::open_town(const api::OpenTown& command,
                                                    const app::Origin&) {
  if (command.key != "printed key") return {base::ErrorCode::bad_credentials, "/key"};
  return std::string("in:town_administrator");
}

base::Result<std::string> PlayedSessions::set_pin(const api::SetPin& command, const app::Origin&) {
  if (command.code != "12345678") return {base::ErrorCode::bad_credentials, "/code"};
  return std::string("in:volunteer");
}

void PlayedSessions::sign_out(std::string_view secret) {
  const std::lock_guard lock(mutex);
  ended.emplace_back(secret);
}

base::Result<app::Answer> PlayedCommands::run(const app::CommandRequest& request) {
  ++runs;
  const std::lock_guard lock(mutex);
  last = request;
  if (throws) throw std::runtime_error("secret path /var/lib/shanzhi");
  if (refuse_with.code != base::ErrorCode::internal) return refuse_with;
  const auto* route = api::find_route(api::Verb::command, request.name);
  if (auto read = describe::read_json(request.body, record_of(*route)); !read) return read.error();
  const std::string key = base::to_text(request.key);
  if (const auto found = answered.find(key); !key.empty() && found != answered.end()) {
    app::Answer again = found->second;
    again.replayed = true;
    return again;
  }
  app::Answer answer{"{\"run\":" + std::to_string(runs) + "}", runs, false};
  answered[key] = answer;
  return answer;
}

base::Result<app::QueryAnswer> PlayedQueries::run(std::string_view query, const app::Parameters&,
                                                  const app::Caller& caller) {
  ++runs;
  if (query == "me")
    return app::QueryAnswer{"{\"name\":\"" + caller.name + "\",\"town_name\":\"小留镇<\"}", at};
  if (query == "figures")
    return app::QueryAnswer{
        "{\"households\":17206,\"people\":60000,\"points_issued\":16200000,\"hours\":312000}", at};
  return app::QueryAnswer{"{\"padding\":\"" + padding + "\"}", at};
}

base::Result<api::ImportReport> PlayedImports::run(const app::ImportFile& file,
                                                   const app::Caller&) {
  last_bytes = std::string(file.bytes);
  api::ImportReport report;
  report.id = base::to_text(file.id.uuid);
  report.kind = file.kind;
  report.dry_run = file.dry_run;
  return report;
}

base::Result<std::string> PlayedImports::errors_file(base::ImportId id, const app::Caller&) {
  if (id.uuid.low != 5) return {base::ErrorCode::not_found, "/id"};
  return std::string("PK marked");
}

base::Result<api::PhotoKept> PlayedPhotos::keep(std::string_view bytes, const app::Caller&) {
  last_bytes = std::string(bytes);
  const auto clean = photos::clean_jpeg(bytes);
  if (!clean) return clean.error();
  return api::PhotoKept{std::string(64, 'a'), clean->width, clean->height, 7};
}

base::Result<std::string> PlayedPhotos::open(const app::Parameters& parameters,
                                             const app::Caller&) {
  if (parameters.front().second != std::string(64, 'a')) return {base::ErrorCode::not_found, "/id"};
  return small_jpeg();
}

Fixture::Fixture(http::Settings settings, bool with_imports)
    : served_(std::move(settings), {commands, queries, sessions, with_imports ? &imports : nullptr,
                                    with_imports ? &exports : nullptr, clock,
                                    [] {
                                      return base::Uuid{1, 5};
                                    },
                                    display(),
                                    [this](const std::string& line) {
                                      const std::lock_guard lock(log_mutex_);
                                      log.push_back(line);
                                    },
                                    &photos}) {}

httplib::Headers Fixture::as(api::Role role) {
  return {{"Authorization", std::string("Bearer as:") + describe::name_of(role)}};
}

std::string Fixture::raw(const std::string& bytes, int wait_s) const {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  timeval wait{wait_s, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
  std::string out;
  if (::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
    ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    char buffer[4096];
    for (ssize_t n; (n = ::recv(socket, buffer, sizeof buffer, 0)) > 0;)
      out.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(socket);
  return out;
}

TemporaryFolder::TemporaryFolder() {
  path = make_temporary_folder();
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path, ignored);
}

void TemporaryFolder::write(const std::string& name, const std::string& bytes) const {
  std::filesystem::create_directories((path / name).parent_path());
  std::ofstream(path / name, std::ios::binary) << bytes;
}

}  // namespace shanzhi::test
