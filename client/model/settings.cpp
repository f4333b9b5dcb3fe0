// Settings in the device's storage.
#include "client/model/settings.h"

#include <string>

namespace shanzhi::model {
namespace {

constexpr const char* kLanguage = "language";
constexpr const char* kAppearance = "appearance";
constexpr const char* kCompact = "compact";
constexpr const char* kLarge = "large";

}  // namespace

Settings load_settings(const platform::Platform& platform) {
  Settings settings;
  const platform::Surroundings& around = platform.surroundings();
  std::string language = platform.storage_get(kLanguage);
  if (around.query.find("lang=en") != std::string::npos) language = "en";
  if (around.query.find("lang=zh") != std::string::npos) language = "zh";
  settings.language = language == "en" ? text::Language::english : text::Language::chinese;
  const std::string appearance = platform.storage_get(kAppearance);
  if (appearance == "light") settings.appearance = Appearance::light;
  if (appearance == "dark") settings.appearance = Appearance::dark;
  settings.compact = platform.storage_get(kCompact) == "1";
  settings.large = platform.storage_get(kLarge) == "1";
  return settings;
}

void save_settings(platform::Platform& platform, const Settings& settings) {
  platform.storage_set(kLanguage, settings.language == text::Language::english ? "en" : "zh");
  switch (settings.appearance) {
    case Appearance::system: platform.storage_remove(kAppearance); break;
    case Appearance::light: platform.storage_set(kAppearance, "light"); break;
    case Appearance::dark: platform.storage_set(kAppearance, "dark"); break;
  }
  platform.storage_set(kCompact, settings.compact ? "1" : "0");
  platform.storage_set(kLarge, settings.large ? "1" : "0");
}

bool is_dark(const Settings& settings, const platform::Surroundings& around) {
  if (settings.appearance == Appearance::system) return around.dark;
  return settings.appearance == Appearance::dark;
}

}  // namespace shanzhi::model
