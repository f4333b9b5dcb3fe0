// What a person has set on this device: language, appearance, dense tables.
#pragma once

#include "client/platform/platform.h"
#include "shared/text/text.h"

namespace shanzhi::model {

enum class Appearance : unsigned char { system, light, dark };

struct Settings {
  text::Language language = text::Language::chinese;
  Appearance appearance = Appearance::system;
  bool compact = false;
  bool large = false;  ///< 关怀版: the phone with fewer, larger things

  bool operator==(const Settings&) const = default;
};

/// Of this device; the address (?lang=en) goes before what is kept, that before the browser's wish.
Settings load_settings(const platform::Platform& platform);
void save_settings(platform::Platform& platform, const Settings& settings);
bool is_dark(const Settings& settings, const platform::Surroundings& around);

/// As a page names its language (BCP 47).
inline const char* language_tag(text::Language language) {
  return language == text::Language::english ? "en" : "zh-CN";
}

}  // namespace shanzhi::model
