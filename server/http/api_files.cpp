// Queries whose answer is a file: sent in pieces as they are made.
#include "server/http/api.h"
#include "server/http/problem.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

using base::ErrorCode;

/// Each reads a whole list and holds a connection's thread: more at once would starve the rest.
constexpr int kFilesMax = 4;

/// Counts one file while it is being sent.
struct Sending {
  Sending(std::unique_ptr<app::FileStream> stream, std::atomic<int>& files)
      : file(std::move(stream)), count(files) {}
  ~Sending() { --count; }
  Sending(const Sending&) = delete;
  Sending& operator=(const Sending&) = delete;

  std::unique_ptr<app::FileStream> file;
  std::atomic<int>& count;
};

base::Result<std::unique_ptr<app::FileStream>> open_file(app::Exports& exports,
                                                         std::string_view name,
                                                         const app::Parameters& parameters,
                                                         const app::Caller& caller) {
  if (name == "import-template") {
    api::TemplateQuery query;
    if (auto read = describe::read_parameters(parameters, describe::access_record(query)); !read)
      return read.error();
    return exports.import_template(query.kind, caller);
  }
  api::ExportQuery query;
  if (auto read = describe::read_parameters(parameters, describe::access_record(query)); !read)
    return read.error();
  return exports.open(query, parameters, caller);
}

}  // namespace

void Api::file(const api::Route& route, const app::Parameters& parameters,
               httplib::Response& response, const Visitor& visitor) {
  if (services_.exports == nullptr) return refuse(response, ErrorCode::not_found, visitor.language);
  if (++files_ > kFilesMax) {
    --files_;
    response.set_header("Retry-After", "5");
    return refuse(response, ErrorCode::busy, visitor.language);
  }
  auto file = open_file(*services_.exports, route.name, parameters, visitor.caller);
  if (!file) {
    --files_;
    return refuse(response, {file.error()}, visitor.language);
  }
  const auto sending = std::make_shared<Sending>(std::move(*file), files_);
  response.status = 200;
  response.set_header("Cache-Control", "no-store");
  response.set_header("Content-Disposition",
                      "attachment; filename=\"" + sending->file->name() + "\"");
  response.set_chunked_content_provider(
      sending->file->type(), [sending](std::size_t, httplib::DataSink& sink) {
        const auto piece = sending->file->next();
        if (!piece) return false;  // the connection breaks: half a file must not look whole
        if (piece->empty())
          sink.done();
        else if (!sink.write(piece->data(), piece->size()))
          return false;
        return true;
      });
}

}  // namespace shanzhi::http
