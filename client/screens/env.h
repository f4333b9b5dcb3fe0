// What every screen is told beside its own view: language, moment, who looks, at which place.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "client/model/place_tree.h"
#include "client/model/route.h"
#include "client/model/settings.h"
#include "shared/api/roles.h"
#include "shared/api/views.h"
#include "shared/base/instant.h"
#include "shared/text/figures.h"
#include "shared/text/hall_words.h"
#include "shared/text/phone_words.h"
#include "shared/text/text.h"
#include "shared/text/words.h"

namespace shanzhi::screens {

using text::HallWord;
using text::Message;
using text::PhoneWord;

struct Env {
  model::Settings settings;
  base::Instant now;
  base::CivilDate today;  ///< of the town
  const api::Me& me;
  api::Role role = api::Role::volunteer;
  const model::PlaceTree& places;
  const model::Route& route;
  std::string place;               ///< code of what is looked at; never empty when signed in
  std::int64_t away_since_ms = 0;  ///< 0: the server answers

  text::Language language() const { return settings.language; }
  /// A Message, or a word of the face's own table.
  template <class Words>
  const char* say(Words m) const {
    return text::say(m, settings.language);
  }
  template <class Words>
  std::string fill(Words m, std::initializer_list<std::string_view> values) const {
    return text::fill(m, settings.language, values);
  }
  std::string_view word(text::Vocabulary set, std::string_view wire) const {
    return text::word(set, wire, settings.language);
  }
  bool offline() const { return away_since_ms != 0; }
  /// May this role call a command or query of the registry?
  bool may(bool command, std::string_view name) const;
  /// Name of the place looked at.
  std::string place_name() const;
  /// "09:38", "昨天 16:24" of an RFC 3339 text; empty for what is none.
  std::string when(std::string_view instant) const;
};

}  // namespace shanzhi::screens
