// One pattern for every form of the register: a dialog whose fields come from the record's description,
// checked while they are typed, sent, refused beside the field, taken back.
#pragma once

#include <set>

#include "client/screens/desk/form_plans.h"
#include "client/screens/desk/typed_record.h"
#include "client/screens/parts.h"
#include "client/widgets/map_view.h"
#include "shared/describe/field_list.h"

namespace shanzhi::screens {

/// What the form is shown: the record as it is known now, and what was found for the words searched.
struct FormView {
  std::optional<Typed> record;  ///< nullopt: it has not come yet
  bool gone = false;            ///< it has come, and there is no such record
  std::optional<model::Trouble> trouble = {};
  std::map<std::string, std::string> names = {};  ///< of the ids in it, for people to read
  Typed back = {};                                ///< of a move: what takes the person back
  std::string about = {};                         ///< beside the title: whose, where
  std::int64_t unseen_members = 0;                ///< of a team, outside the caller's area
  const model::Loaded<api::PersonPage>* people = nullptr;
  const model::Loaded<api::HouseholdPage>* households = nullptr;
  const ui::MapShape* shape = nullptr;
};

struct RecordForm {
  bool open = false, loaded = false;
  bool asking = false;  ///< whether to leave with unsaved changes
  bool asked = false;   ///< and the keyboard is at the answer
  bool merged = false;  ///< somebody else saved the record meanwhile
  bool told = false;    ///< the last refusal has been taken in
  OpenForm about{};
  std::vector<describe::FieldInfo> described;
  Typed before, typed;
  Typed theirs;  ///< what somebody else wrote where this one has typed too
  std::map<std::string, std::string> refused;  ///< the server's word, until the field is changed
  std::map<std::string, std::string> names;
  std::set<std::string, std::less<>> judged;  ///< fields that were left once, or sent
  std::string searching, words;  ///< the field in which somebody is looked for, and by what
  std::string suggested;         ///< the code that was offered
  std::string first;             ///< the field that takes the keyboard when the form appears
  model::SubmissionRef sent, undoing;
  ui::MapView map;  ///< on which a point is pressed
  std::vector<std::int64_t> blank_values;
  std::optional<Command> undo;  ///< what puts the last saved record back
  std::string undo_name;

  bool dirty() const { return loaded && typed != before; }
  bool fresh() const { return about.id.empty(); }
};

void open_record_form(RecordForm& form, const OpenForm& wish);
Wish record_form(const Env& env, const FormView& view, RecordForm& form);

/// May the caller send what this form makes, about something at that place?
bool may_change(const Env& env, FormKind kind, std::string_view place);

// In form_fields.cpp.
/// One field; true when Enter was pressed in it.
bool record_field(const Env& env, const FormView& view, const FieldPlan& field, RecordForm& form,
                  std::string_view error);
/// In form_point.cpp: the map below longitude and latitude, on which the point is pressed.
void point_on_map(const Env& env, const FormView& view, RecordForm& form);
/// Takes the keyboard to it.
void focus_record_field(const Env& env, const FieldPlan& field, const RecordForm& form);
std::string title_of_field(const Env& env, const FieldPlan& field);
const describe::FieldInfo* described_field(const RecordForm& form, std::string_view name);

}  // namespace shanzhi::screens
