// Labels and words come from the same tables as those of the forms.
#include "client/screens/desk/journal_changes.h"

#include <algorithm>

#include "shared/describe/json_fields.h"

namespace shanzhi::screens {
namespace {

using describe::JsonField;
using text::Vocabulary;

constexpr std::size_t kIdSize = 36, kTail = 8;

/// What a word of this field means; nullopt for fields that hold no word.
std::optional<Vocabulary> vocabulary_of(std::string_view field, std::string_view kind) {
  if (field == "role") return Vocabulary::role;
  if (field == "level") return Vocabulary::level;
  if (field == "gender") return Vocabulary::gender;
  if (field == "relation") return Vocabulary::relation;
  if (field == "way") return Vocabulary::lead_way;
  if (field == "kind") return kind == "import" ? Vocabulary::import_kind : Vocabulary::site_kind;
  return std::nullopt;
}

bool is_place(std::string_view field) {
  return field == "place" || field == "grid" || field == "hamlet" || field == "parent";
}
/// The program's own, or too long to be read.
bool is_internal(std::string_view field) {
  return field == "id" || field == "id_digest" || field == "schematic" || field == "errors_file" ||
         field == "position";
}

std::string short_id(const std::string& id) {
  return "…" + id.substr(id.size() - kTail);
}

std::string words_of(const Env& env, const api::JournalRow& entry, const JsonField& f) {
  if (f.kind == JsonField::Kind::boolean)
    return env.say(f.value == "true" ? Message::yes : Message::no);
  if (f.kind == JsonField::Kind::list) return env.fill(Message::table_total, {f.value});
  if (f.name == "outline") return env.say(Message::journal_outline);
  if (const auto set = vocabulary_of(f.name, entry.kind))
    return std::string(env.word(*set, f.value));
  if (is_place(f.name))
    if (const api::PlaceRow* place = env.places.find(f.value)) return place->name;
  if (f.name == "at" || f.name == "expires_at") return env.when(f.value);
  return f.value.size() == kIdSize && base::parse_uuid(f.value) ? short_id(f.value) : f.value;
}

const JsonField* find(const std::vector<JsonField>& fields, const std::string& name) {
  for (const JsonField& f : fields)
    if (f.name == name) return &f;
  return nullptr;
}

}  // namespace

std::vector<FieldChange> changes_of(const Env& env, const api::JournalRow& entry) {
  const auto before = describe::json_fields(entry.before),
             after = describe::json_fields(entry.after);
  std::vector<FieldChange> out;
  const auto add = [&](const JsonField* was, const JsonField* is) {
    const std::string& name = (is ? is : was)->name;
    const char* label = text::field_title(name, env.language());
    if (is_internal(name) || !label || (was && is && was->value == is->value)) return;
    FieldChange change{label, was ? words_of(env, entry, *was) : std::string{},
                       is ? words_of(env, entry, *is) : std::string{}};
    if (!change.before.empty() || !change.after.empty()) out.push_back(std::move(change));
  };
  for (const JsonField& f : after) add(find(before, f.name), &f);
  for (const JsonField& f : before)
    if (!find(after, f.name)) add(&f, nullptr);
  return out;
}

std::string subject_words(const Env& env, const api::JournalRow& entry) {
  if (entry.kind.empty()) return entry.on;
  const char* title =
      text::field_title(entry.kind, env.language());  // users, tokens, rules, imports
  const std::string words(
      entry.kind == "setting" ? std::string_view(env.say(Message::rail_settings))
      : text::find_word(Vocabulary::search_kind, entry.kind, env.language()) || !title
          ? env.word(Vocabulary::search_kind, entry.kind)
          : std::string_view(title));
  if (!entry.subject_name.empty()) return words + " " + entry.subject_name;
  return entry.subject.size() == kIdSize
             ? words + " " + short_id(entry.subject)
             : words + (entry.subject.empty() ? "" : " ") + entry.subject;
}

std::optional<model::Route> subject_route(const Env& env, const api::JournalRow& entry) {
  using model::Section;
  if (entry.subject.empty()) return std::nullopt;
  const model::Route here = env.route;
  const auto page = [&](Section section, const char* key, const std::string& value,
                        const char* query) -> std::optional<model::Route> {
    if (!env.may(false, query)) return std::nullopt;
    return here.to(section).with(key, value);
  };
  if (entry.kind == "person") return page(Section::people, "open", entry.subject, "people");
  if (entry.kind == "household")
    return page(Section::households, "open", entry.subject, "households");
  if (entry.kind == "place") return page(Section::map, "at", entry.subject, "place-card");
  if (entry.kind == "team") return page(Section::teams, "search", entry.subject_name, "teams");
  if (entry.kind == "site") return page(Section::sites, "search", entry.subject_name, "sites");
  if (entry.kind == "merchant")
    return page(Section::merchants, "search", entry.subject_name, "merchants");
  if (entry.kind == "user" || entry.kind == "token")
    return page(Section::users, "open", "", "users");
  if (entry.kind == "import") return page(Section::import, "open", "", "imports");
  return std::nullopt;
}

}  // namespace shanzhi::screens
