// Words for values of the domain's enumerations: word_of(places::Level::village, language) → 行政村.
#pragma once

#include "shared/api/alarms.h"
#include "shared/api/family.h"
#include "shared/api/hall.h"
#include "shared/api/names.h"
#include "shared/api/roles.h"
#include "shared/text/words.h"

namespace shanzhi::text {

template <>
struct VocabularyOf<places::Level> {
  static constexpr auto value = Vocabulary::level;
};
template <>
struct VocabularyOf<places::SiteKind> {
  static constexpr auto value = Vocabulary::site_kind;
};
template <>
struct VocabularyOf<places::StaffKind> {
  static constexpr auto value = Vocabulary::staff_kind;
};
template <>
struct VocabularyOf<people::Gender> {
  static constexpr auto value = Vocabulary::gender;
};
template <>
struct VocabularyOf<people::Relation> {
  static constexpr auto value = Vocabulary::relation;
};
template <>
struct VocabularyOf<people::LeadWay> {
  static constexpr auto value = Vocabulary::lead_way;
};
template <>
struct VocabularyOf<ledger::Currency> {
  static constexpr auto value = Vocabulary::currency;
};
template <>
struct VocabularyOf<ledger::HolderKind> {
  static constexpr auto value = Vocabulary::holder;
};
template <>
struct VocabularyOf<ledger::Reason> {
  static constexpr auto value = Vocabulary::reason;
};
template <>
struct VocabularyOf<people::ConsentWay> {
  static constexpr auto value = Vocabulary::consent_way;
};
template <>
struct VocabularyOf<rules::ServiceField> {
  static constexpr auto value = Vocabulary::service_field;
};
template <>
struct VocabularyOf<boards::FieldFilter> {
  static constexpr auto value = Vocabulary::service_field;
};
template <>
struct VocabularyOf<rules::Direction> {
  static constexpr auto value = Vocabulary::direction;
};
template <>
struct VocabularyOf<rules::Unit> {
  static constexpr auto value = Vocabulary::unit;
};
template <>
struct VocabularyOf<rules::Approver> {
  static constexpr auto value = Vocabulary::approver;
};
template <>
struct VocabularyOf<boards::Subject> {
  static constexpr auto value = Vocabulary::subject;
};
template <>
struct VocabularyOf<boards::Measure> {
  static constexpr auto value = Vocabulary::measure;
};
template <>
struct VocabularyOf<base::Period> {
  static constexpr auto value = Vocabulary::period;
};
template <>
struct VocabularyOf<base::Datum> {
  static constexpr auto value = Vocabulary::datum;
};
template <>
struct VocabularyOf<api::Role> {
  static constexpr auto value = Vocabulary::role;
};
template <>
struct VocabularyOf<alarms::Severity> {
  static constexpr auto value = Vocabulary::severity;
};
template <>
struct VocabularyOf<hall::SceneKind> {
  static constexpr auto value = Vocabulary::scene;
};

template <class E>
const char* word_of(E value, Language language) {
  return find_word(VocabularyOf<E>::value, describe::name_of(value), language);
}

}  // namespace shanzhi::text
