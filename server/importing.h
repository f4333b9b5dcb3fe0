// Puts imports together: files read and marked by server/exchange, rows written by storage.
#pragma once

#include <memory>

#include "server/app/import_service.h"
#include "server/program.h"
#include "server/storage/storage.h"

namespace shanzhi {

/// World and storage outlive it.
std::unique_ptr<app::Imports> make_imports(const World& world, storage::Storage& storage);

}  // namespace shanzhi
