// The descriptions of the views of ledger, boards, journal and office.
#include "shared/api/views.h"

#include "shared/api/usual_fields.h"

namespace shanzhi::api {
namespace d = shanzhi::describe;

void fields(describe::Visitor& v, PassbookLine& r) {
  v.text(optional("transfer"), r.transfer);
  v.text(optional("occurred_at"), r.occurred_at);
  v.text(optional("recorded_at"), r.recorded_at);
  v.text(optional("person"), r.person);
  v.text(optional("person_name"), r.person_name);
  v.text(optional("reason"), r.reason);
  v.text(optional("rule"), r.rule);
  v.text(optional("rule_name"), r.rule_name);
  v.text(optional("field"), r.field);
  v.text(optional("note"), r.note);
  v.text(optional("evidence"), r.evidence);
  v.text(optional("by"), r.by);
  v.text(optional("merchant"), r.merchant);
  v.integer(optional("rule_version"), r.rule_version);
  v.integer(optional("amount"), r.amount);
  v.integer(optional("minutes"), r.minutes);
  v.integer(optional("balance"), r.balance);
  v.boolean(optional("reversed"), r.reversed);
  v.text(optional("reverses"), r.reverses);
  v.boolean(optional("can_reverse"), r.can_reverse);
  v.text(optional("hash"), r.hash);
  v.texts(optional("photos"), r.photos);
}

void fields(describe::Visitor& v, ArchiveMember& r) {
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("relation"), r.relation);
  v.text(optional("gender"), r.gender);
  v.integer(optional("age"), r.age);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("hours"), r.hours);
  v.boolean(optional("off_boards"), r.off_boards);
}

void fields(describe::Visitor& v, Passbook& r) {
  v.text(optional("household"), r.household);
  v.text(optional("number"), r.number);
  v.text(optional("address"), r.address);
  v.text(optional("grid"), r.grid);
  v.text(optional("grid_name"), r.grid_name);
  v.text(optional("hamlet"), r.hamlet);
  v.text(optional("village"), r.village);
  v.text(optional("chief"), r.chief);
  v.text(optional("phone"), r.phone);
  v.text(optional("tags"), r.tags);
  v.optional_real(optional("longitude"), r.longitude);
  v.optional_real(optional("latitude"), r.latitude);
  v.text(optional("head"), r.head);
  v.text(optional("person"), r.person);
  v.text(optional("person_name"), r.person_name);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("earned"), r.earned);
  v.integer(optional("spent"), r.spent);
  v.integer(optional("month_earned"), r.month_earned);
  v.integer(optional("month_spent"), r.month_spent);
  v.integer(optional("hours"), r.hours);
  v.integer(optional("week"), r.week);
  v.integer(optional("rank"), r.rank);
  v.integer(optional("of"), r.of);
  d::visit_list(v, optional("members"), r.members);
  d::visit_list(v, optional("lines"), r.lines);
  v.integers(optional("by_month"), r.by_month);
  d::visit_list(v, optional("family"), r.family);
  v.text(optional("next"), r.next);
}

void fields(describe::Visitor& v, BoardRow& r) {
  v.integer(optional("rank"), r.rank);
  v.text(optional("subject"), r.subject);
  v.text(optional("name"), r.name);
  v.text(optional("place"), r.place);
  v.integer(optional("value"), r.value);
  v.integer(optional("move"), r.move);
  v.integer(optional("before"), r.before);
  v.integer(optional("before_rank"), r.before_rank);
}

void fields(describe::Visitor& v, MyPlace& r) {
  v.text(optional("subject"), r.subject);
  v.text(optional("name"), r.name);
  v.integer(optional("rank"), r.rank);
  v.integer(optional("value"), r.value);
  v.integer(optional("to_next"), r.to_next);
  v.integer(optional("next_rank"), r.next_rank);
  v.integer(optional("change"), r.change);
  v.integer(optional("of"), r.of);
  v.integer(optional("before"), r.before);
  v.integer(optional("before_rank"), r.before_rank);
}

void fields(describe::Visitor& v, Board& r) {
  v.text(optional("place"), r.place);
  v.text(optional("subject"), r.subject);
  v.text(optional("period"), r.period);
  v.text(optional("date"), r.date);
  v.text(optional("first"), r.first);
  v.text(optional("last"), r.last);
  v.text(optional("before_first"), r.before_first);
  v.text(optional("before_last"), r.before_last);
  v.text(optional("field"), r.field);
  v.text(optional("measure"), r.measure);
  d::visit_list(v, optional("rows"), r.rows);
  v.integer(optional("of"), r.of);
  d::visit_list(v, optional("mine"), r.mine);
}

void fields(describe::Visitor& v, HistorySpan& r) {
  v.text(optional("first"), r.first);
  v.text(optional("last"), r.last);
  v.integer(optional("value"), r.value);
}

void fields(describe::Visitor& v, SubjectHistory& r) {
  v.text(optional("subject"), r.subject);
  v.text(optional("kind"), r.kind);
  v.text(optional("name"), r.name);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("household"), r.household);
  v.text(optional("period"), r.period);
  v.text(optional("measure"), r.measure);
  v.text(optional("field"), r.field);
  v.integer(optional("rank"), r.rank);
  v.integer(optional("of"), r.of);
  d::visit_list(v, optional("spans"), r.spans);
}

void fields(describe::Visitor& v, RuleRow& r) {
  v.text(optional("code"), r.code);
  v.text(optional("name"), r.name);
  v.text(optional("field"), r.field);
  v.text(optional("direction"), r.direction);
  v.text(optional("unit"), r.unit);
  v.text(optional("cap_period"), r.cap_period);
  v.text(optional("evidence"), r.evidence);
  v.text(optional("approver"), r.approver);
  v.text(optional("source"), r.source);
  v.text(optional("valid_from"), r.valid_from);
  v.text(optional("valid_until"), r.valid_until);
  v.integer(optional("version"), r.version);
  v.integer(optional("points"), r.points);
  v.integer(optional("cap"), r.cap);
  v.integer(optional("bonus_max"), r.bonus_max);
}

void fields(describe::Visitor& v, RulePage& r) {
  d::visit_list(v, optional("rules"), r.rules);
}

void fields(describe::Visitor& v, AwardContextView& r) {
  v.integer(optional("granted_in_period"), r.granted_in_period);
  v.integer(optional("booked_that_day"), r.booked_that_day);
  v.integer(optional("balance"), r.balance);
  v.integer(optional("floor"), r.floor);
  v.integer(optional("granted_by_this_month"), r.granted_by_this_month);
  v.integer(optional("second_person_above"), r.second_person_above);
  v.boolean(optional("same_person"), r.same_person);
  v.boolean(optional("same_household"), r.same_household);
}

void fields(describe::Visitor& v, Change& r) {
  v.integer(optional("position"), r.position);
  v.text(optional("at"), r.at);
  v.text(optional("what"), r.what);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("subject"), r.subject);
  v.text(optional("subject_name"), r.subject_name);
  v.text(optional("rule"), r.rule);
  v.text(optional("note"), r.note);
  v.integer(optional("amount"), r.amount);
  v.integer(optional("minutes"), r.minutes);
  v.text(optional("grid"), r.grid);
}

void fields(describe::Visitor& v, Changes& r) {
  v.integer(optional("position"), r.position);
  v.boolean(optional("more"), r.more);
  d::visit_list(v, optional("changes"), r.changes);
}

void fields(describe::Visitor& v, JournalRow& r) {
  v.integer(optional("position"), r.position);
  v.text(optional("at"), r.at);
  v.text(optional("who"), r.who);
  v.text(optional("role"), r.role);
  v.text(optional("from"), r.from);
  v.text(optional("what"), r.what);
  v.text(optional("on"), r.on);
  v.text(optional("result"), r.result);
  v.text(optional("hash"), r.hash);
  v.raw_json(optional("before"), r.before);
  v.raw_json(optional("after"), r.after);
  v.text(optional("kind"), r.kind);
  v.text(optional("subject"), r.subject);
  v.text(optional("subject_name"), r.subject_name);
  v.text(optional("rule"), r.rule);
  v.text(optional("note"), r.note);
  v.integer(optional("amount"), r.amount);
  v.integer(optional("minutes"), r.minutes);
}

void fields(describe::Visitor& v, JournalPage& r) {
  d::visit_list(v, optional("entries"), r.entries);
  v.text(optional("next"), r.next);
}

void fields(describe::Visitor& v, UserRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("title"), r.title);
  v.text(optional("role"), r.role);
  v.text(optional("place"), r.place);
  v.text(optional("place_name"), r.place_name);
  v.text(optional("last_seen"), r.last_seen);
  v.text(optional("person"), r.person);
  v.boolean(optional("active"), r.active);
}

void fields(describe::Visitor& v, TokenRow& r) {
  v.text(optional("id"), r.id);
  v.text(optional("label"), r.label);
  v.text(optional("role"), r.role);
  v.text(optional("place"), r.place);
  v.text(optional("created_at"), r.created_at);
  v.text(optional("expires_at"), r.expires_at);
  v.text(optional("last_seen"), r.last_seen);
  v.boolean(optional("revoked"), r.revoked);
}

void fields(describe::Visitor& v, UserPage& r) {
  d::visit_list(v, optional("users"), r.users);
  d::visit_list(v, optional("tokens"), r.tokens);
}

void fields(describe::Visitor& v, SearchHit& r) {
  v.text(optional("kind"), r.kind);
  v.text(optional("id"), r.id);
  v.text(optional("name"), r.name);
  v.text(optional("where"), r.where);
}

void fields(describe::Visitor& v, SearchPage& r) {
  d::visit_list(v, optional("hits"), r.hits);
}

void fields(describe::Visitor& v, ImportProblem& r) {
  v.integer(optional("row"), r.row);
  v.text(optional("column"), r.column);
  v.text(optional("value"), r.value);
  v.text(optional("reason"), r.reason);
}

void fields(describe::Visitor& v, ImportColumn& r) {
  v.text(optional("heading"), r.heading);
  v.text(optional("field"), r.field);
}

void fields(describe::Visitor& v, ImportReport& r) {
  v.text(optional("id"), r.id);
  v.text(optional("kind"), r.kind);
  v.text(optional("name"), r.name);
  v.text(optional("at"), r.at);
  v.boolean(optional("dry_run"), r.dry_run);
  v.boolean(optional("undone"), r.undone);
  v.boolean(optional("applied"), r.applied);
  v.integer(optional("rows"), r.rows);
  v.integer(optional("good"), r.good);
  v.integer(optional("added"), r.added);
  v.integer(optional("changed"), r.changed);
  v.integer(optional("position"), r.position);
  d::visit_list(v, optional("columns"), r.columns);
  d::visit_list(v, optional("problems"), r.problems);
  v.integer(optional("problem_count"), r.problem_count);
  v.text(optional("errors_file"), r.errors_file);
}

void fields(describe::Visitor& v, ImportPage& r) {
  d::visit_list(v, optional("imports"), r.imports);
}

void fields(describe::Visitor& v, ProblemError& r) {
  v.text(optional("pointer"), r.pointer);
  v.text(optional("code"), r.code);
  v.text(optional("reason"), r.reason);
}

void fields(describe::Visitor& v, Problem& r) {
  v.text(optional("type"), r.type);
  v.text(optional("title"), r.title);
  v.text(optional("detail"), r.detail);
  v.text(optional("code"), r.code);
  v.text(optional("instance"), r.instance);
  v.integer(optional("status"), r.status);
  d::visit_list(v, optional("errors"), r.errors);
}

void fields(describe::Visitor&, WholeFile&) {}

void fields(describe::Visitor& v, PhotoKept& r) {
  v.text(optional("id"), r.id);
  v.integer(optional("width"), r.width);
  v.integer(optional("height"), r.height);
  v.integer(optional("bytes"), r.bytes);
}

}  // namespace shanzhi::api
