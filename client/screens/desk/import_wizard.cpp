// The steps of an import, and the imports there were.
#include "client/screens/desk/import_wizard.h"

namespace shanzhi::screens {
namespace {

/// Row, column, value, and why; where the page is narrow the reason stands below.
void problem(const Env& env, const api::ImportProblem& p) {
  constexpr float kRow = 68, kColumn = 120, kValue = 130, kPad = 6;
  const bool narrow = ui::content().w < 560;
  const float before = narrow ? 0 : kRow + kColumn + kValue, line = ui::line_height(ui::Size::body);
  const float why = ui::paragraph_height(p.reason, ui::content().w - before);
  const ui::Rect r = ui::take(0, (narrow ? line : 0) + why + 2 * kPad);
  const std::string row = env.fill(Message::import_problem_row, {std::to_string(p.row)});
  ui::add_node(ui::make_id("row"), ui::Role::list_item,
               row + " " + p.column + " " + p.value + " " + p.reason, r);
  const float y = r.y + kPad;
  const ui::TextStyle quiet{.color = ui::Color::t2};
  ui::mute_text_in({r.x, y, kRow - 8, line}, row, quiet);
  const float column = narrow ? (r.w - kRow) / 2 : kColumn;
  ui::mute_text_in({r.x + kRow, y, column - 8, line}, p.column, quiet);
  ui::mute_text_in({r.x + kRow + column, y, narrow ? column : kValue - 12, line}, p.value);
  ui::mute_paragraph_in({r.x + before, narrow ? y + line : y, r.w - before, why}, p.reason,
                        {.color = ui::Color::cin});
  ui::hairline_h(r.x, r.bottom() - 1, r.w);
}

void problems(const Env& env, const api::ImportReport& report) {
  ui::heading(2, env.say(Message::import_problems),
              report.problem_count > static_cast<std::int64_t>(report.problems.size())
                  ? env.fill(Message::import_problems_shown,
                             {text::count(static_cast<std::int64_t>(report.problems.size())),
                              text::count(report.problem_count)})
                  : std::string{});
  const ui::Group list(ui::Role::group, env.say(Message::import_problems));
  int i = 0;
  for (const api::ImportProblem& p : report.problems) {
    const ui::Scope scope(i++);
    problem(env, p);
  }
  ui::space(ui::kGap4);
}

/// Side by side where there is room: a sheet may have forty.
void columns(const Env& env, const api::ImportReport& report) {
  ui::heading(2, env.say(Message::import_columns));
  ui::space(4);
  const ui::Rect rest = ui::content();
  const int across = rest.w < 560 ? 1 : 2, n = static_cast<int>(report.columns.size());
  const int down = (n + across - 1) / across;
  float bottom = rest.y;
  for (int part = 0; part < across; part++) {
    const ui::Box box(rest.column(part, across, 40));
    for (int i = part * down; i < std::min(n, (part + 1) * down); i++) {
      const ui::Scope scope(i);
      const api::ImportColumn& c = report.columns[static_cast<std::size_t>(i)];
      const bool of_person = report.kind == "roster" && c.field == "name";
      const char* title =
          c.field.empty() ? env.say(Message::import_column_unused)
                          : text::field_title(of_person ? "person_name" : c.field, env.language());
      ui::key_value(c.heading, title ? std::string_view(title) : std::string_view(c.field),
                    {.color = c.field.empty() ? ui::Color::t3 : ui::Color::jade});
    }
    bottom = std::max(bottom, ui::cursor().y);
  }
  ui::space(bottom - rest.y);
}

void report_part(const Env& env, const ImportView& view, ImportForm& form, Wish& wish) {
  const api::ImportReport& r = *form.report;
  ui::space(ui::kGap4);
  if (r.applied) {
    ui::banner(
        ui::BannerKind::good,
        env.fill(Message::import_applied, {text::count(r.good)}) + " · " +
            env.fill(Message::import_did_add, {text::count(r.added), text::count(r.changed)}));
    return;
  }
  ui::paragraph(env.fill(Message::import_report,
                         {text::count(r.rows), text::count(r.good), text::count(r.problem_count)}),
                {.weight = ui::Weight::semibold});
  ui::paragraph(r.problem_count > 0 ? std::string(env.say(Message::import_all_or_nothing))
                                    : env.fill(Message::import_would_add,
                                               {text::count(r.added), text::count(r.changed)}),
                {.color = ui::Color::t2});
  ui::space(ui::kGap3);
  const bool busy = sending(view.sent);
  if (r.problem_count == 0 && r.good > 0) {
    if (ui::button(
            busy ? env.say(Message::import_applying)
                 : env.fill(Message::import_apply, {text::count(r.good)}),
            {.look = ui::Look::primary, .enabled = !busy && !view.file_name.empty(), .busy = busy}))
      wish = Upload{kImportKinds[form.kind], static_cast<base::Datum>(form.datum), false};
  } else if (!r.errors_file.empty() &&
             ui::button(env.say(Message::import_errors_file), {.icon = ui::Icon::exports})) {
    wish = GetFile{r.errors_file, env.fill(Message::import_marked_name, {r.name}) + ".xlsx"};
  }
  ui::space(ui::kGap4);
  if (!r.problems.empty()) problems(env, r);
  if (!r.columns.empty()) columns(env, r);
}

/// An empty sheet to begin with.
void template_part(const Env& env, std::string_view kind, const ImportForm& form, Wish& wish) {
  ui::space(ui::kGap2);
  if (ui::button(env.say(Message::import_template),
                 {.look = ui::Look::quiet, .icon = ui::Icon::exports, .small = true}))
    wish = GetFile{model::query_path("import-template", {{"kind", kImportKinds[form.kind]}}),
                   std::string(kind) + " " + env.say(Message::import_template_name) + ".xlsx"};
  const std::string_view hint =
      env.say(form.kind == 0 ? Message::import_template_outlines : Message::import_template_hint);
  const ui::TextStyle quiet{.size = ui::Size::small, .color = ui::Color::t3};
  if (compact(ui::screen())) return ui::paragraph(hint, quiet);
  ui::same_row(ui::kGap3);
  ui::text(hint, quiet);
}

void choose_file(const Env& env, const ImportView& view, ImportForm& form, Wish& wish) {
  std::vector<std::string_view> kinds, datums;
  for (const char* k : kImportKinds) kinds.push_back(env.word(text::Vocabulary::import_kind, k));
  for (const char* d : describe::EnumNames<base::Datum>::values)
    datums.push_back(env.word(text::Vocabulary::datum, d));
  if (ui::select(env.say(Message::import_kind), form.kind,
                 std::span<const std::string_view>(kinds)))
    form.report.reset();
  template_part(env, kinds[static_cast<std::size_t>(form.kind)], form, wish);
  const bool located = form.kind <= 2;  // what has a place on the map
  if (located) {
    ui::space(ui::kGap3);
    if (ui::select(env.say(Message::import_datum), form.datum,
                   std::span<const std::string_view>(datums),
                   {.hint = env.say(Message::import_datum_hint)}))
      form.report.reset();
  }
  ui::space(ui::kGap4);
  const bool busy = sending(view.sent);
  if (ui::button(env.say(Message::import_choose),
                 {.look = view.file_name.empty() ? ui::Look::primary : ui::Look::secondary,
                  .icon = ui::Icon::file,
                  .enabled = !busy})) {
    form.report.reset();
    wish = PickFile{};
  }
  if (!view.file_name.empty()) {
    ui::same_row(ui::kGap3);
    ui::text(view.file_name + " · " + text::count((view.file_bytes + 1023) / 1024) + " KB",
             {.color = ui::Color::t2});
  }
  ui::space(ui::kGap2);
  ui::paragraph(env.say(Message::import_formats),
                {.size = ui::Size::small, .color = ui::Color::t3});
  if (view.file_name.empty() || form.report) return;
  ui::space(ui::kGap3);
  if (ui::button(env.say(busy ? Message::import_checking : Message::import_step_check),
                 {.look = ui::Look::primary, .enabled = !busy && !env.offline(), .busy = busy}))
    wish = Upload{kImportKinds[form.kind], static_cast<base::Datum>(form.datum), true};
}

void history(const Env& env, const ImportView& view, ImportForm& form, Wish& wish) {
  ui::heading(2, env.say(Message::import_history));
  ui::space(4);
  if (!ready(env, view.imports, 4, wish)) return;
  if (view.imports->imports.empty())
    ui::paragraph(env.say(Message::empty_imports),
                  {.size = ui::Size::small, .color = ui::Color::t2});
  const bool may = env.may(true, "undo-import");
  if (may && !view.imports->imports.empty()) {
    ui::paragraph(env.say(Message::import_undo_hint),
                  {.size = ui::Size::small, .color = ui::Color::t3});
    ui::space(ui::kGap2);
  }
  for (const api::ImportReport& r : view.imports->imports) {
    const ui::Scope scope(r.id);
    const std::string detail =
        std::string(env.word(text::Vocabulary::import_kind, r.kind)) + " · " + env.when(r.at) +
        " · " + env.fill(Message::import_did_add, {text::count(r.added), text::count(r.changed)});
    const bool can = may && r.applied && !r.undone;
    const char* state = r.undone ? env.say(Message::import_undone)
                        : can    ? env.say(Message::import_undo)
                                 : "";
    if (!ui::list_row("import", {.icon = ui::Icon::file,
                                 .title = r.name,
                                 .detail = detail,
                                 .value = state,
                                 .chevron = false,
                                 .pressable = can}))
      continue;
    form.undoing = true;
    form.undo_id = r.id, form.undo_name = r.name, form.undo_rows = r.added + r.changed;
  }
}

}  // namespace

Wish import_wizard(const Env& env, const ImportView& view, ImportForm& form, ui::Rect page) {
  Wish wish;
  const ui::Group main(ui::Role::main, env.say(Message::import_title), page);
  ui::Rect area = page.inset(page_margin(), 16);
  page_head(area, env.say(Message::import_title));
  if (view.sent && view.sent->state == model::SendState::done && view.sent != form.report_of) {
    form.report_of = view.sent;
    if (auto report = describe::from_answer<api::ImportReport>(view.sent->answer))
      form.report = std::move(*report);
  }
  const int step = !form.report ? 0 : form.report->applied ? 2 : 1;
  const bool wide = area.w > 900;
  ui::Rect right = wide ? area.cut_right(360, 40) : ui::Rect{};
  if (wide) ui::hairline_v(right.x - 20, right.y, right.h);
  {
    const ui::Scroll scroll("wizard", {area.x, area.y, std::min(720.f, area.w), area.h}, 0);
    ui::steps(env.say(Message::import_title), step,
              {env.say(Message::import_step_file), env.say(Message::import_step_check),
               env.say(Message::import_step_done)});
    ui::space(ui::kGap4);
    if (step < 2) choose_file(env, view, form, wish);
    submission_trouble(env, view.sent);
    if (form.report) report_part(env, view, form, wish);
    if (step == 2) {
      ui::space(ui::kGap3);
      if (ui::button(env.say(Message::import_another), {.look = ui::Look::primary}))
        form.report.reset(), wish = PickFile{};
    }
    if (!wide) ui::space(ui::kGap6), history(env, view, form, wish);
  }
  if (wide) {
    const ui::Scroll scroll("history", right, 0);
    history(env, view, form, wish);
  }
  model::SendState how{};
  if (take_finished(form.undo_sent, &how)) ui::toast(env.say(Message::import_undone));
  if (form.undo_sent && form.undo_sent->state == model::SendState::failed &&
      form.undo_sent->trouble)
    ui::toast(form.undo_sent->trouble->words), form.undo_sent.reset();
  if (ui::confirm(
          env.say(Message::import_undo), form.undoing,
          env.fill(Message::import_undo_question, {form.undo_name, text::count(form.undo_rows)}),
          env.say(Message::import_undo), env.say(Message::cancel)) == ui::Answer::yes) {
    form.undo_sent = std::make_shared<model::Submission>();
    if (const auto id = base::parse_uuid(form.undo_id))
      wish = Submit{api::UndoImport{{}, {*id}}, form.undo_sent, form.undo_name};
  }
  return wish;
}

}  // namespace shanzhi::screens
