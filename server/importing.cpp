// The wiring of imports.
#include "server/importing.h"

#include <algorithm>

#include "server/exchange/geojson.h"
#include "server/exchange/read_table.h"
#include "server/exchange/write_table.h"
#include "shared/text/text.h"

namespace shanzhi {
namespace {

/// GeoJSON is the only one of the formats that begins with a brace.
base::Result<app::Table> read(std::string_view bytes, base::Datum datum) {
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string_view::npos && bytes[first] == '{')
    return exchange::read_geojson(bytes, datum);
  return exchange::read_table(bytes);
}

base::Result<std::string> mark(const app::Table& table,
                               const std::vector<app::RowProblem>& problems, bool english) {
  const auto language = english ? text::Language::english : text::Language::chinese;
  std::vector<exchange::Mark> marks;
  marks.reserve(problems.size());
  for (const auto& problem : problems)
    marks.push_back({problem.row, static_cast<std::size_t>(std::max(problem.column, 0)),
                     text::sentence(problem.error, language)});
  return exchange::write_xlsx(table, english ? "Errors" : "导入问题", marks);
}

}  // namespace

std::unique_ptr<app::Imports> make_imports(const World& world, storage::Storage& storage) {
  const app::RunInWriter run =
      [&storage](const app::Caller& caller,
                 const std::function<base::Result<app::Outcome>(app::Work&)>& work)
      -> base::Result<app::Outcome> {
    auto answer = storage.run_work(caller, work);
    if (!answer) return answer.error();
    return app::Outcome{answer->json, answer->json, answer->position, false};
  };
  const app::IdentityDigest digest = [&storage](std::string_view number) {
    const auto digested = storage.id_digest(std::string(number));
    return digested ? *digested : std::string{};
  };
  return std::make_unique<app::ImportService>(app::FileFormats{read, mark}, run, digest,
                                              world.clock);
}

}  // namespace shanzhi
