// A record is described once: its fields with name, limits and a sentence. Whoever needs the record
// (JSON in and out, OpenAPI, forms, spreadsheets, audit, random test data) visits that description.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/amounts.h"
#include "shared/base/id.h"
#include "shared/base/instant.h"

namespace shanzhi::describe {

enum class Presence : std::uint8_t { required, optional };
/// What the number counts or the text means; visitors choose a widget, a JSON Schema format, a column.
enum class Kind : std::uint8_t {
  plain,
  uuid,
  instant,
  date,
  place_code,
  rule_code,
  phone,
  secret,
  multiline,
  centipoints,
  minutes,
  fen,
  count,
  degrees,
};

/// English, for the OpenAPI document. The program for the browser, which writes none, is compiled
/// without: it would carry every sentence to every visitor.
class Sentence {
 public:
#ifdef SHANZHI_WITHOUT_SENTENCES
  constexpr Sentence(const char*) {}
  constexpr const char* text() const {
    return "";
  }
#else
  constexpr Sentence(const char* text) : text_(text) {}
  constexpr const char* text() const {
    return text_;
  }

 private:
  const char* text_;
#endif
};

/// One field. For numbers `low`/`high` bound the value; for text they bound its length in characters;
/// for lists the number of elements.
struct Field {
  const char* name;
  Sentence sentence = "";
  Presence presence = Presence::required;
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
  Kind kind = Kind::plain;
};

class Visitor;

/// A nested record, type erased.
struct RecordAccess {
  void* object;
  void (*visit)(void* object, Visitor& visitor);
};
/// A list of records, type erased.
struct ListAccess {
  void* list;
  std::size_t (*size)(void* list);
  void (*resize)(void* list, std::size_t size);
  void (*visit)(void* list, std::size_t index,
                Visitor& visitor);  ///< a default element when size is 0 and index 0
};

/// What walks a description. A reading visitor writes into the references, a writing one reads them.
/// An absent optional text is "", an absent optional number is nullopt.
class Visitor {
 public:
  virtual ~Visitor() = default;
  virtual void text(const Field& field, std::string& value) = 0;
  virtual void integer(const Field& field, std::int64_t& value) = 0;
  virtual void optional_integer(const Field& field, std::optional<std::int64_t>& value) = 0;
  virtual void real(const Field& field, double& value) = 0;
  virtual void optional_real(const Field& field, std::optional<double>& value) = 0;
  virtual void boolean(const Field& field, bool& value) = 0;
  /// `index` into `names`; absent optional is -1.
  virtual void choice(const Field& field, int& index, const char* const* names, int count) = 0;
  virtual void record(const Field& field, RecordAccess access) = 0;
  virtual void list(const Field& field, ListAccess access) = 0;
  /// A list of plain numbers (measures, coordinates).
  virtual void integers(const Field& field, std::vector<std::int64_t>& values) = 0;
  /// A list of plain texts.
  virtual void texts(const Field& field, std::vector<std::string>& values) = 0;
  /// Any JSON value, kept as its text (GeoJSON geometry, before and after in the journal).
  virtual void raw_json(const Field& field, std::string& json) = 0;
  /// A reading visitor reports here that a text is not what its kind demands (an id, a date).
  virtual void fail_malformed(const Field& field) = 0;
};

/// The names of an enumeration on the wire, in order; specialised beside each enumeration as
/// `template <> struct EnumNames<E> { static constexpr std::array values{"a", "b"}; };`
template <class E>
struct EnumNames;

template <class E>
constexpr const char* name_of(E value) {
  return EnumNames<E>::values[static_cast<std::size_t>(value)];
}
template <class E>
std::optional<E> parse_enum(std::string_view text) {
  for (std::size_t i = 0; i < EnumNames<E>::values.size(); ++i)
    if (text == EnumNames<E>::values[i]) return static_cast<E>(i);
  return std::nullopt;
}

// The words that descriptions are written in. Each is one line in a `fields` function.

/// Keeps what was read. A visitor that writes gives back what was there: then nothing is stored, so a
/// const record may be written out by several threads at once.
template <class T>
void keep(T& held, const T& read) {
  if (!(held == read)) held = read;
}

template <class Tag>
void visit_id(Visitor& v, Field field, base::Id<Tag>& id) {
  field.kind = Kind::uuid;
  std::string text = base::to_text(id.uuid);
  v.text(field, text);
  if (text.empty()) {
    keep(id, {});
  } else if (auto parsed = base::parse_uuid(text)) {
    keep(id.uuid, *parsed);
  } else {
    v.fail_malformed(field);
  }
}

template <class Tag>
void visit_amount(Visitor& v, const Field& field, base::Amount<Tag>& amount) {
  v.integer(field, amount.count);
}

inline void visit_instant(Visitor& v, Field field, base::Instant& instant) {
  field.kind = Kind::instant;
  std::string text = instant.unix_ms == 0 ? std::string{} : base::to_text(instant);
  v.text(field, text);
  if (text.empty()) {
    keep(instant, {});
  } else if (auto parsed = base::parse_instant(text)) {
    keep(instant, *parsed);
  } else {
    v.fail_malformed(field);
  }
}

inline void visit_date(Visitor& v, Field field, std::optional<base::CivilDate>& date) {
  field.kind = Kind::date;
  std::string text = date ? base::to_text(*date) : std::string{};
  v.text(field, text);
  if (text.empty()) {
    keep(date, {});
  } else if (auto parsed = base::parse_date(text)) {
    keep(date, parsed);
  } else {
    v.fail_malformed(field);
  }
}

template <class E>
void visit_choice(Visitor& v, const Field& field, E& value) {
  int index = static_cast<int>(value);
  v.choice(field, index, EnumNames<E>::values.data(),
           static_cast<int>(EnumNames<E>::values.size()));
  keep(value, static_cast<E>(index < 0 ? 0 : index));
}

template <class R>
RecordAccess access_record(R& record) {
  return {&record, [](void* object, Visitor& v) { fields(v, *static_cast<R*>(object)); }};
}

template <class R>
void visit_record(Visitor& v, const Field& field, R& record) {
  v.record(field, access_record(record));
}

template <class R>
void visit_list(Visitor& v, const Field& field, std::vector<R>& list) {
  v.list(field, {&list, [](void* l) { return static_cast<std::vector<R>*>(l)->size(); },
                 [](void* l, std::size_t n) { static_cast<std::vector<R>*>(l)->resize(n); },
                 [](void* l, std::size_t i, Visitor& visitor) {
                   auto& rows = *static_cast<std::vector<R>*>(l);
                   if (i < rows.size()) {
                     fields(visitor, rows[i]);
                   } else {
                     R sample{};
                     fields(visitor, sample);
                   }
                 }});
}

}  // namespace shanzhi::describe
