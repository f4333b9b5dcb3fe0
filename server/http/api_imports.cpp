// Uploads: a file as the request's body, and the marked copy of one that had wrong rows.
#include "server/http/api.h"
#include "server/http/problem.h"
#include "shared/describe/json.h"

namespace shanzhi::http {
namespace {

using base::ErrorCode;

constexpr const char* kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// Each holds its file in memory and is parsed: more at once would starve the rest.
constexpr int kUploadsMax = 3;

/// Counts one upload while it lives.
class UploadPlace {
 public:
  explicit UploadPlace(std::atomic<int>& uploads) : uploads_(uploads), mine_(++uploads) {}
  ~UploadPlace() { --uploads_; }
  UploadPlace(const UploadPlace&) = delete;
  UploadPlace& operator=(const UploadPlace&) = delete;
  bool free() const { return mine_ <= kUploadsMax; }

 private:
  std::atomic<int>& uploads_;
  int mine_;
};

app::Parameters without_language(const httplib::Request& request) {
  app::Parameters out;
  for (const auto& [name, value] : request.params)
    if (name != "lang") out.emplace_back(name, value);
  return out;
}

}  // namespace

void Api::import(const Admitted& admitted, const httplib::Request& request, const std::string& body,
                 httplib::Response& response) {
  const auto language = admitted.visitor.language;
  const UploadPlace place(uploads_);
  if (!place.free()) return refuse(response, ErrorCode::busy, language);
  api::ImportUpload upload;
  if (auto read =
          describe::read_parameters(without_language(request), describe::access_record(upload));
      !read)
    return refuse(response, {read.error()}, language);
  const app::ImportFile file{{services_.new_id()}, upload.kind,  upload.name,
                             upload.dry_run,       upload.datum, body};
  auto report = services_.imports->run(file, admitted.visitor.caller);
  if (!report) return refuse(response, {report.error()}, language);
  response.status = 200;
  response.set_content(describe::to_json(*report), "application/json");
}

void Api::import_errors(const httplib::Request& request, httplib::Response& response,
                        const Visitor& visitor) {
  const api::Route* route = api::find_route(api::Verb::command, "import");
  if (route == nullptr || services_.imports == nullptr)
    return refuse(response, ErrorCode::not_found, visitor.language);
  if (const auto error = door_.permit(*route, visitor))
    return refuse(response, {*error}, visitor.language);
  for (const auto& [name, value] : without_language(request))
    if (name != "id")
      return refuse(response, {base::Error{ErrorCode::unknown_field, "/" + name, {}, {}}},
                    visitor.language);
  if (request.get_param_value_count("id") != 1)
    return refuse(response, {base::Error{ErrorCode::missing_field, "/id", {}, {}}},
                  visitor.language);
  const auto id = base::parse_uuid(request.get_param_value("id"));
  if (!id)
    return refuse(response, {base::Error{ErrorCode::malformed, "/id", {}, {}}}, visitor.language);
  auto file = services_.imports->errors_file({*id}, visitor.caller);
  if (!file) return refuse(response, {file.error()}, visitor.language);
  response.status = 200;
  response.set_header("Cache-Control", "no-store");
  response.set_header("Content-Disposition",
                      "attachment; filename=\"import-errors.xlsx\"; "
                      "filename*=UTF-8''%E5%AF%BC%E5%85%A5%E9%97%AE%E9%A2%98.xlsx");
  response.set_content(std::move(*file), kXlsx);
}

}  // namespace shanzhi::http
