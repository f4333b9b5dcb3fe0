// Where a setting comes from: a flag, else the environment (SHANZHI_…), else DIR/shanzhi.json, else
// what the program holds by itself.
#pragma once

#include <string>
#include <vector>

#include "server/http/settings.h"
#include "server/program.h"

namespace shanzhi {

/// A setting as the help shows it. The texts live as long as the program.
struct SettingHelp {
  const char* flag;   ///< "body-bytes-max"
  const char* value;  ///< nullptr for a switch
  const char* chinese;
  const char* english;
};
const std::vector<SettingHelp>& setting_helps();

struct SettingLine {
  std::string name, value, source;  ///< source: "flag", "environment", a file's path, "default"
};
struct ResolvedSettings {
  http::Settings settings;
  std::vector<SettingLine> lines;  ///< in described order
};
/// Errors: those of reading; `field` names the setting, `shown2` the source it came from.
base::Result<ResolvedSettings> resolve_settings(const World& world, const Arguments& arguments);

}  // namespace shanzhi
