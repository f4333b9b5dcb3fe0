// What the award form knows before it asks: the same decision as the server's, on what has been typed.
#pragma once

#include <optional>
#include <string>

#include "client/model/outbox.h"
#include "client/model/shelf.h"
#include "shared/api/views.h"
#include "shared/rules/rules.h"
#include "shared/text/phone_words.h"

namespace shanzhi::screens {

/// A photograph that the award will name.
struct AwardPhoto {
  std::string id;       ///< as the server will call it
  std::string preview;  ///< address of the picture within the page
  std::string bytes;    ///< cleaned JPEG
};

/// What is typed, as typed.
struct AwardForm {
  std::string person, person_name;  ///< chosen; "" not yet
  std::string search;               ///< for a person, on the page of its own
  std::string rule;                 ///< code
  std::string hours, amount;        ///< "1.5", "2"
  std::string when;                 ///< "2026-11-22T09:30"; "" now
  std::string note, evidence;
  std::vector<AwardPhoto> photos;
  std::optional<text::PhoneWord> photo_trouble;
  model::SubmissionRef sent;
  std::string sent_for;       ///< name, for the words afterwards
  std::string last_transfer;  ///< just made, so that it can be taken back
  std::int64_t last_points = 0;
  float height = 0;  ///< px of all fields with their foot, as last drawn
};

/// "1.5" hours → 90 minutes; "2" points → 200. nullopt when it is no such number, or negative.
std::optional<std::int64_t> parse_hundredths(std::string_view typed);
std::optional<std::int64_t> parse_hours(std::string_view typed);
/// The row of the rule book as the domain knows it; nullopt when it cannot be read.
std::optional<rules::Rule> rule_of(const api::RuleRow& row);

enum class AwardField : unsigned char { none, person, rule, hours, amount, when };
struct AwardCheck {
  std::optional<rules::AwardDecision> decision;
  AwardField field = AwardField::none;  ///< that is wrong
  std::string sentence;                 ///< why, and the right value
  std::string fix;                      ///< the right value for that field, typed form; "" none
  bool complete = false;                ///< everything needed has been typed
  bool context_known = false;
};
AwardCheck check_award(const AwardForm& form, const api::RuleRow* rule,
                       const std::optional<api::AwardContextView>& context, base::Instant now,
                       text::Language language);
/// The moment meant by the form's text; now when it is empty.
std::optional<base::Instant> when_meant(const std::string& typed, base::Instant now);

}  // namespace shanzhi::screens
