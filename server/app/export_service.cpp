// Pages are read only as fast as the file is taken, so a list of any length needs the room of one page.
#include "server/app/export_service.h"

#include <algorithm>
#include <unordered_map>

#include "server/app/export_lists.h"
#include "server/app/import_template.h"
#include "shared/describe/json.h"
#include "shared/text/words.h"

namespace shanzhi::app {
namespace {

using base::Result;
using Cells = std::vector<std::string>;

constexpr const char* kTypes[] = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv; charset=utf-8",
    "text/html; charset=utf-8"};

text::Language language_of(const Caller& caller) {
  return caller.english ? text::Language::english : text::Language::chinese;
}

/// A file whose rows are all there.
class WholeFile : public FileStream {
 public:
  WholeFile(std::string name, api::FileKind kind, std::unique_ptr<RowWriter> writer)
      : name_(std::move(name)), kind_(kind), writer_(std::move(writer)) {}
  const std::string& name() const override { return name_; }
  const char* type() const override { return kTypes[static_cast<int>(kind_)]; }
  Result<std::string> next() override {
    for (;;) {
      std::string piece = writer_->take();
      if (!piece.empty() || finished_) return piece;
      auto more = write_more(*writer_);
      if (!more) return more.error();
      if (*more) continue;
      if (auto done = writer_->finish(); !done) return done.error();
      finished_ = true;
    }
  }

 protected:
  /// Writes some rows. False: there are no more.
  virtual Result<bool> write_more(RowWriter&) { return false; }

 private:
  std::string name_;
  api::FileKind kind_;
  std::unique_ptr<RowWriter> writer_;
  bool finished_ = false;
};

/// The rows of one list as the caller's own query gives them.
class ListFile final : public WholeFile {
 public:
  ListFile(std::string name, const api::ExportQuery& query, std::unique_ptr<RowWriter> writer,
           Queries& queries, Caller caller, Parameters parameters)
      : WholeFile(std::move(name), query.format, std::move(writer)),
        query_(query),
        list_(export_list(query.list)),
        columns_(list_.columns(language_of(caller))),
        queries_(queries),
        caller_(std::move(caller)),
        parameters_(std::move(parameters)) {}

  /// The first page. Errors: those of the query.
  Result<base::Done> begin() {
    auto read = read_page({});
    if (!read) return read.error();
    return base::Done{};
  }

 private:
  Result<base::Done> read_page(const std::string& cursor) {
    Parameters asked = parameters_;
    if (list_.paged) asked.emplace_back("limit", std::to_string(api::kPageLimitMax));
    if (!cursor.empty()) asked.emplace_back("cursor", cursor);
    const auto answer = queries_.run(list_.query, asked, caller_);
    if (!answer) return answer.error();
    auto page = list_.read(answer->json, language_of(caller_));
    if (!page) return page.error();
    // A page that leads back to itself would make a file without an end.
    if (!cursor.empty() && page->next == cursor) return {base::ErrorCode::internal};
    page_ = std::move(*page);
    if (list_.arranged) arrange();
    return base::Done{};
  }

  void arrange() {
    name_places();
    arrange_rows(page_.rows, columns_, query_.rows.search, query_.rows.sort);
  }

  /// Codes of places as names, where the answer has codes.
  void name_places() {
    const auto column = std::find_if(columns_.begin(), columns_.end(), [](const ExportColumn& c) {
      return std::string_view(c.key) == "place";
    });
    if (column == columns_.end()) return;
    const auto at = static_cast<std::size_t>(column - columns_.begin());
    const std::string under = query_.rows.place.empty() ? caller_.place_code : query_.rows.place;
    const auto answer = queries_.run("places", {{"under", under}}, caller_);
    const auto places = answer ? describe::from_answer<api::PlacePage>(answer->json)
                               : Result<api::PlacePage>(answer.error());
    if (!places) return;
    std::unordered_map<std::string, std::string> names;
    for (const api::PlaceRow& place : places->places) names[place.code] = place.name;
    for (Cells& row : page_.rows)
      if (const auto found = names.find(row[at]); found != names.end()) row[at] = found->second;
  }

  Result<bool> write_more(RowWriter& writer) override {
    if (!headed_) {
      Cells titles;
      for (const ExportColumn& c : columns_) titles.push_back(c.title);
      writer.row(titles);
      headed_ = true;
    }
    const bool printed = query_.format == api::FileKind::html;
    for (const Cells& row : page_.rows) {
      if (printed && rows_ == kPrintedRowsMax) {
        writer.row({text::fill(text::Message::export_print_cut, language_of(caller_),
                               {std::to_string(kPrintedRowsMax)})});
        page_ = {};
        return true;
      }
      writer.row(row);
      ++rows_;
    }
    page_.rows.clear();
    if (page_.next.empty()) return false;
    if (auto read = read_page(std::string(page_.next)); !read) return read.error();
    return true;
  }

  const api::ExportQuery query_;
  const ExportList& list_;
  const std::vector<ExportColumn> columns_;
  Queries& queries_;
  const Caller caller_;
  const Parameters parameters_;
  ExportPage page_;
  std::int64_t rows_ = 0;
  bool headed_ = false;
};

/// The parameters that are the list's own; its query refuses what it does not know.
Parameters of_the_list(const ExportList& list, const Parameters& parameters) {
  Parameters own;
  for (const auto& [name, value] : parameters) {
    if (name == "list" || name == "format") continue;
    if (list.arranged && (name == "search" || name == "sort")) continue;
    own.emplace_back(name, value);
  }
  return own;
}

std::string file_name(std::string stem, base::CivilDate today, api::FileKind kind) {
  return stem + "-" + base::to_text(today) + "." + describe::name_of(kind);
}

}  // namespace

Result<std::unique_ptr<FileStream>> ExportService::open(const api::ExportQuery& query,
                                                        const Parameters& parameters,
                                                        const Caller& caller) {
  const char* name = describe::name_of(query.list);
  auto writer = make_writer_(query.format, name);
  if (!writer) return writer.error();
  auto file = std::make_unique<ListFile>(file_name(name, base::day_of(clock_.now()), query.format),
                                         query, std::move(*writer), queries_, caller,
                                         of_the_list(export_list(query.list), parameters));
  if (auto begun = file->begin(); !begun) return begun.error();
  return std::unique_ptr<FileStream>(std::move(file));
}

Result<std::unique_ptr<FileStream>> ExportService::import_template(const std::string& kind,
                                                                   const Caller&) {
  const auto sheet = import_template_of(kind);
  if (!sheet) return sheet.error();
  auto writer = make_writer_(api::FileKind::xlsx, kind.c_str());
  if (!writer) return writer.error();
  (*writer)->row(sheet->headings);
  for (const Cells& row : sheet->rows) (*writer)->row(row);
  return std::unique_ptr<FileStream>(std::make_unique<WholeFile>(
      "import-" + kind + ".xlsx", api::FileKind::xlsx, std::move(*writer)));
}

}  // namespace shanzhi::app
