// What the HTTP room is given to serve with.
#pragma once

#include <functional>
#include <string>

#include "server/app/exports.h"
#include "server/app/imports.h"
#include "server/app/photos.h"
#include "server/app/ports.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"

namespace shanzhi::http {

/// References outlive the server.
struct Services {
  app::Commands& commands;
  app::Queries& queries;
  app::Sessions& sessions;
  app::Imports* imports = nullptr;  ///< nullptr: the import routes are absent
  app::Exports* exports = nullptr;  ///< nullptr: so are those that give files
  const base::Clock& clock;
  std::function<base::Uuid()> new_id;
  /// Who the front page's figures are read as: published aggregates of the root, nothing else.
  app::Caller published;
  /// One line for the operator; thread-safe. Never personal data.
  std::function<void(const std::string&)> log;
  app::Photos* photos = nullptr;  ///< nullptr: the routes of photographs are absent
};

}  // namespace shanzhi::http
