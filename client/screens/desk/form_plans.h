// What each form of the register is made of: a list of fields, and how those are filled in whose
// description alone does not say.
#pragma once

#include <span>

#include "client/screens/desk/typed_record.h"
#include "client/screens/env.h"
#include "client/screens/intent.h"

namespace shanzhi::screens {

enum class FieldWay : unsigned char {
  described,  ///< as its shape and kind say: text, number, date, choice, switch
  place,      ///< one of the places that fit
  person,     ///< looked for by name, pinyin, initials
  people,     ///< several of them
  household,  ///< looked for
  tags,
  lines,  ///< a longer text
  fixed,  ///< shown, not changed
};

struct FieldPlan {
  const char* name;             ///< on the wire
  const char* title = nullptr;  ///< wire name whose title is shown; nullptr: its own
  FieldWay way = FieldWay::described;
  std::optional<text::Vocabulary> words = {};  ///< of a choice
  std::optional<Message> hint = {};
  bool half = false;      ///< stands beside the next half
  bool new_only = false;  ///< shown, but not changed, once the record is there
  bool loose = false;     ///< asked for only where a new record belongs nowhere yet

  const char* shown_as() const { return title ? title : name; }
};

struct FormPlan {
  const char* command;  ///< of the registry: who may
  Message title_new, title_edit;
  std::span<const FieldPlan> fields;
};
const FormPlan& plan_of(FormKind kind);
/// The command that the form sends, with nothing in it.
Command blank_command(FormKind kind);
/// The command from what is typed; what is wrong by its description and by the domain's own rules.
Command command_of(const Env& env, FormKind kind, const Typed& typed,
                   std::vector<base::Error>& wrong);

// The record of a form, from what the queries answer.
Typed typed_household(const api::Passbook& book);
Typed typed_person(const api::PersonRow& row);
Typed typed_move(const api::PersonRow& row);
Typed typed_team(const api::TeamRow& row, const std::vector<api::PersonRow>& members);
Typed typed_site(const api::SiteRow& row);
Typed typed_place(const api::PlaceRow& row);
/// Of a record that is to be made.
Typed typed_blank(const Env& env, const OpenForm& wish);

// In form_places.cpp.
/// The places that a field may name, in the order of the tree; `typed` says what else is chosen.
std::vector<const api::PlaceRow*> fitting_places(const Env& env, FormKind kind,
                                                 std::string_view field, const Typed& typed);
/// The next free code below the parent for that level; "" where the statistical office gives it.
std::string free_code(const model::PlaceTree& places, std::string_view parent,
                      std::string_view level);
/// Levels that may be made by the caller, the highest first.
std::vector<std::string> levels_below(const Env& env);

}  // namespace shanzhi::screens
