// Settings of a town, kept in its database: names, and what holds when nothing is said.
#pragma once

#include <string>

#include "server/storage/database.h"

namespace shanzhi::storage {

/// Code of the root place that is served.
inline constexpr const char* kTownSetting = "town";

/// Writes the defaults of what is not set yet.
void fill_settings(Database& database);
std::string read_setting(Database& database, const std::string& name);
void write_setting(Database& database, const std::string& name, const std::string& value);

}  // namespace shanzhi::storage
