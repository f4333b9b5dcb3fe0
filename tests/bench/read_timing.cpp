// The queries in process, without HTTP: what grows with the town is here.
#include "tests/bench/read_timing.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <random>

#include "server/storage/read/queries.h"
#include "server/storage/storage.h"
#include "shared/api/registry.h"
#include "shared/describe/json.h"
#include "shared/text/text.h"
#include "tests/bench/bench.h"

namespace shanzhi::bench {

namespace {

/// The machine's time, and what it was turned by.
class TurnedClock final : public base::Clock {
 public:
  base::Instant now() const override {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count() + turned_};
  }
  void turn(std::int64_t ms) { turned_ += ms; }

 private:
  std::atomic<std::int64_t> turned_{0};
};

/// Somebody to look for, and how they are looked for.
struct Sample {
  std::string person, household, surname, name, pinyin, initials, phone_end, number, address;
  std::string village, grid, award;
  std::int64_t place = 0;             ///< row of the place asked for
  std::vector<base::Uuid> served_by;  ///< people of the village, who get the awards in turn
};

Sample sample_of(const std::string& path, const std::string& place) {
  storage::Database database(path, storage::Use::reader);
  Sample sample;
  const auto ask = [&](const char* sql, const std::string& value, auto take) {
    storage::Query query(database, sql, value);
    while (query.next()) take(query);
  };
  ask("SELECT id FROM place WHERE code = ?", place,
      [&](storage::Query& q) { sample.place = q.integer(0); });
  // The one who earned most in the place's first village: a long passbook.
  ask("SELECT v.code, g.code, p.uuid, p.name, p.full_pinyin, p.initials, p.phone, h.uuid, h.number,"
      " h.address FROM place r JOIN place v ON v.level = 4 AND v.low BETWEEN r.low AND r.high"
      " JOIN place g ON g.parent_id = v.id JOIN household h ON h.grid_id = g.id"
      " JOIN person p ON p.household_id = h.id AND length(p.phone) > 4 WHERE r.code = ?"
      " AND v.low = (SELECT min(w.low) FROM place w WHERE w.level = 4"
      "  AND w.low BETWEEN r.low AND r.high) ORDER BY p.earned DESC LIMIT 1",
      place, [&](storage::Query& q) {
        sample.village = q.text(0);
        sample.grid = q.text(1);
        sample.person = base::to_text(q.uuid(2));
        sample.name = q.text(3);
        sample.surname = sample.name.substr(0, 3);
        sample.pinyin = q.text(4);
        sample.initials = q.text(5);
        sample.phone_end = q.text(6).substr(q.text(6).size() - 4);
        sample.household = base::to_text(q.uuid(7));
        sample.number = q.text(8);
        sample.address = q.text(9);
      });
  ask("SELECT p.uuid FROM place v JOIN place g ON g.parent_id = v.id"
      " JOIN household h ON h.grid_id = g.id JOIN person p ON p.household_id = h.id"
      " WHERE v.code = ? ORDER BY p.id LIMIT 1000",
      sample.village, [&](storage::Query& q) { sample.served_by.push_back(q.uuid(0)); });
  return sample;
}

std::string why(const base::Error& error) {
  return text::sentence(error, text::Language::english) + " " + error.field;
}

using app::Parameters;
struct Asked {
  std::string query;
  Parameters parameters;
  std::string label;  ///< instead of the parameters
  std::string name() const {
    if (!label.empty()) return query + " " + label;
    std::string out = query;
    for (const auto& [key, value] : parameters) out += " " + value;
    return out;
  }
};

/// Changes are asked after the position of a moment ago.
constexpr const char* kLatest = "since ten before";
constexpr std::int64_t kBack = 10;

void add_lists(std::vector<Asked>& all, const char* list, const Sample& s,
               std::initializer_list<const char*> sorts) {
  for (const char* sort : sorts) all.push_back({list, {{"sort", sort}}, {}});
  all.push_back({list, {{"place", s.village}, {"sort", "-balance"}}, "of a village by balance"});
  all.push_back({list, {{"place", s.village}, {"sort", "-month"}}, "of a village by month"});
  all.push_back({list, {{"place", s.grid}}, "of a grid"});
  const std::pair<const char*, std::string> searches[]{
      {"search a name", s.name},         {"search a surname", s.surname},
      {"search pinyin", s.pinyin},       {"search initials", s.initials},
      {"search phone end", s.phone_end}, {"search a number", s.number},
      {"search an address", s.address}};
  for (const auto& [label, text] : searches) all.push_back({list, {{"search", text}}, label});
  all.push_back({list, {{"tag", "独居老人"}}, "with a tag"});
}

void add_boards(std::vector<Asked>& all, const Sample& s) {
  for (const char* subject : {"person", "household", "team", "grid", "village"})
    for (const char* period : {"week", "month", "all"})
      all.push_back({"boards", {{"subject", subject}, {"period", period}}, {}});
  all.push_back({"boards", {{"period", "year"}, {"field", "ecology"}}, {}});
  all.push_back({"boards", {{"measure", "hours"}, {"place", s.village}}, "hours of a village"});
  all.push_back({"boards", {{"mine", s.person}}, "with one's own line"});
}

void add_map(std::vector<Asked>& all, const Sample& s) {
  for (const char* query :
       {"me", "figures", "outlines", "measures", "place-card", "sites", "merchants", "teams",
        "grids", "household-points", "rules", "imports", "users"})
    all.push_back({query, {}, {}});
  all.push_back({"figures", {{"place", s.village}}, "of a village"});
  all.push_back({"places", {{"parent", s.village}}, "of a village"});
  all.push_back({"outlines", {{"place", s.village}}, "of a village"});
  all.push_back({"measures", {{"measure", "volunteers"}}, {}});
  all.push_back({"place-card", {{"place", s.grid}}, "of a grid"});
  all.push_back({"household-points", {{"place", s.grid}}, "of a grid"});
}

std::vector<Asked> everything(const Sample& s) {
  std::vector<Asked> all;
  add_map(all, s);
  add_lists(all, "people", s, {"name", "-balance", "-earned", "-month", "-hours", "age"});
  add_lists(all, "households", s, {"number", "-balance", "-earned", "-month", "-members", "-last"});
  all.push_back({"passbook", {{"person", s.person}}, "of a person"});
  all.push_back({"passbook", {{"household", s.household}}, "of a household"});
  add_boards(all, s);
  all.push_back({"award-context", {{"person", s.person}, {"rule", "C04"}}, "of a person"});
  all.push_back({"changes", {}, kLatest});
  all.push_back({"days", {}, {}});
  all.push_back({"days", {{"place", s.village}}, "of a village"});
  all.push_back({"alarms", {}, {}});
  all.push_back({"journal", {}, {}});
  all.push_back({"journal", {{"place", s.village}}, "of a village"});
  all.push_back({"journal", {{"what", "award-points"}}, {}});
  all.push_back({"journal", {{"who", "周敏"}}, "of one person"});
  all.push_back({"search", {{"q", s.name}}, "a name"});
  all.push_back({"search", {{"q", s.initials}}, "initials"});
  all.push_back({"search", {{"q", s.phone_end}}, "phone end"});
  all.push_back({"search", {{"q", s.number}}, "a number"});
  return all;
}

class Timer {
 public:
  Timer(const std::string& data, const std::string& place, int runs) : runs_(runs) {
    const double ms = time_ms([&] {
      open(data);
      queries_ = storage::open_queries(storage_->path(), clock_);
      caller_.place_code = place;
      caller_.role = api::Role::town_administrator;
      caller_.name = "bench";
      opened_ = queries_->run("me", {}, caller_).ok();
    });
    timings_.open_ms = ms;
    sample_ = sample_of(storage_->path(), place);
    caller_.place = sample_.place;
  }

  Timings run() {
    for (const Asked& asked : everything(sample_)) time_one(asked);
    after_a_move();
    timings_.awarded_ms = median(awards_);
    return std::move(timings_);
  }

 private:
  void open(const std::string& data) {
    storage::OpenOptions options;
    options.folder = data;
    options.serve = true;
    options.clock = &clock_;
    options.random = [this](std::uint8_t* bytes, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(engine_());
    };
    auto opened = storage::Storage::open(std::move(options));
    if (opened) storage_ = std::move(*opened);
  }

  void time_one(const Asked& asked) {
    Timing timing;
    base::Result<app::QueryAnswer> answer{base::ErrorCode::internal};
    Parameters parameters = asked.parameters;
    const auto ask = [&] { answer = queries_->run(asked.query, parameters, caller_); };
    const auto get_ready = [&] {
      award();
      if (asked.label == kLatest)
        parameters = {{"after", std::to_string(queries_->position() - kBack)}};
    };
    get_ready();
    timing.first_ms = time_ms(ask);
    if (answer) {
      timing.bytes = answer->json.size();
    } else {
      timing.trouble = why(answer.error());
    }
    std::vector<double> later;
    constexpr double kLongMs = 500;  // what takes so long is asked once more, not five times
    const int runs = timing.first_ms > kLongMs ? 1 : runs_;
    for (int i = 0; i < runs; ++i) {
      get_ready();
      later.push_back(time_ms(ask));
    }
    timing.ms = median(later);
    keep(asked.name(), timing);
  }

  /// A household's member comes home: what was known of who lives where has changed.
  void after_a_move() {
    api::SavePerson command;
    for (const char* query : {"figures", "boards", "people", "changes?"}) {
      std::vector<double> values;
      for (int i = 0; i < runs_; ++i) {
        command.id.uuid = storage_->new_id();
        command.household.uuid = base::parse_uuid(sample_.household).value_or(base::Uuid{});
        command.name = "王小二";
        const auto saved =
            storage_->commands().run({"save-person", describe::to_json(command), {}, caller_});
        if (!saved) return refused("save-person", saved.error());
        const bool changes = std::string_view(query) == "changes?";
        const Parameters parameters =
            changes ? Parameters{{"after", std::to_string(queries_->position() - 1)}}
                    : Parameters{};
        values.push_back(time_ms([&] {
          opened_ = queries_->run(changes ? "changes" : query, parameters, caller_).ok();
        }));
      }
      keep(std::string("after a new resident: ") + query, {values.front(), median(values), 0, {}});
    }
  }

  void award() {
    clock_.turn(base::kMsPerMinute);
    api::AwardPoints command;
    command.id.uuid = storage_->new_id();
    command.person.uuid = sample_.served_by[awards_.size() % sample_.served_by.size()];
    command.rule = "C04";
    command.occurred_at = {clock_.now().unix_ms - base::kMsPerMinute};
    command.evidence = "bench";
    base::Result<app::Answer> answer{base::ErrorCode::internal};
    awards_.push_back(time_ms([&] {
      answer = storage_->commands().run({"award-points", describe::to_json(command), {}, caller_});
    }));
    if (!answer) refused("award-points", answer.error());
  }

  void refused(const char* command, const base::Error& error) {
    keep(command, {0, 0, 0, why(error)});
  }

  void keep(const std::string& name, Timing timing) {
    if (timings_.of.emplace(name, std::move(timing)).second) timings_.names.push_back(name);
  }

  const int runs_;
  TurnedClock clock_;
  std::mt19937_64 engine_{std::random_device{}()};
  std::unique_ptr<storage::Storage> storage_;
  std::unique_ptr<app::Queries> queries_;
  app::Caller caller_;
  bool opened_ = false;
  Sample sample_;
  Timings timings_;
  std::vector<double> awards_;
};

}  // namespace

Timings time_queries(const std::string& data, const std::string& place, int runs) {
  return Timer(data, place, runs).run();
}

}  // namespace shanzhi::bench
