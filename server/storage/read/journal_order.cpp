// Each head is one look into an index.
#include "server/storage/read/journal_order.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "shared/describe/json.h"

namespace shanzhi::storage::read {
namespace {

constexpr std::array<std::string_view, 3> kAllDay{"points_awarded", "points_verified",
                                                  "transfer_reversed"};

const std::string kOfPlace =
    "SELECT max(position) FROM journal WHERE place_id = ? AND position < ?";
const std::string kOfUser = "SELECT max(position) FROM journal WHERE user_id = ? AND position < ?";
const std::string kOfProgram =
    "SELECT max(position) FROM journal WHERE user_id IS NULL AND position < ?";

const std::string kNow = "SELECT id FROM user WHERE instr(name, ?) > 0 OR instr(title, ?) > 0";
const std::string kOnce =
    "SELECT DISTINCT u.id FROM journal j JOIN user u ON u.uuid = j.subject"
    " WHERE j.what = 'user_saved' AND " +
    rare_condition() + " AND instr(j.before, ?) > 0";

}  // namespace

bool is_rare(const std::string& fact) {
  return std::find(kAllDay.begin(), kAllDay.end(), fact) == kAllDay.end();
}

std::string rare_condition() {
  std::string list;
  for (const std::string_view fact : kAllDay)
    list.append(list.empty() ? "'" : ", '").append(fact).append("'");
  return "j.what NOT IN (" + list + ")";
}

NewestFirst::NewestFirst(Snapshot& snapshot, Whose whose, const std::vector<std::int64_t>& rows,
                         std::int64_t before)
    : snapshot_(snapshot), whose_(whose) {
  for (const std::int64_t row : rows) look(row, before);
}

std::int64_t NewestFirst::next() {
  if (heads_.empty()) return 0;
  const auto [position, row] = heads_.top();
  heads_.pop();
  look(row, position);
  return position;
}

void NewestFirst::look(std::int64_t row, std::int64_t before) {
  const bool program = whose_ == Whose::user && row == 0;
  Rows rows(snapshot_, whose_ == Whose::place ? kOfPlace : program ? kOfProgram : kOfUser);
  if (!program) rows.bind(1, row);
  rows.bind(program ? 1 : 2, before);
  if (rows.next() && !rows.null(0)) heads_.emplace(rows.integer(0), row);
}

std::vector<std::int64_t> users_like(Snapshot& snapshot, const std::string& who) {
  std::vector<std::int64_t> users{0};
  const auto add = [&](Rows&& rows) {
    while (rows.next()) users.push_back(rows.integer(0));
  };
  add(Rows(snapshot, kNow, who, who));
  // Inside a JSON string it may stand escaped.
  const std::string quoted = describe::json_string(who);
  add(Rows(snapshot, kOnce, quoted.substr(1, quoted.size() - 2)));
  std::sort(users.begin(), users.end());
  users.erase(std::unique(users.begin(), users.end()), users.end());
  return users;
}

}  // namespace shanzhi::storage::read
