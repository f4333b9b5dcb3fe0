#include "server/demo/residents.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <unordered_map>

#include "server/demo/houses.h"
#include "server/demo/names.h"

namespace shanzhi::demo {
namespace {

using people::Gender;
using people::Relation;

/// Registered households lie this long before the activity: the register was opened then.
constexpr int kRegisteredDaysAgo = 420;

/// Of the sequence that houses are drawn from, added to the seed of the people's.
constexpr std::uint64_t kHouses = 0x484F55534553ull;

/// Splits `total` over n parts by weight, at least `least` each, exactly.
std::vector<std::int64_t> shares(const std::vector<double>& weights, std::int64_t total,
                                 std::int64_t least) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const auto n = static_cast<std::int64_t>(weights.size());
  std::vector<std::int64_t> parts;
  std::int64_t given = 0;
  for (double weight : weights) {
    parts.push_back(
        least + static_cast<std::int64_t>(static_cast<double>(total - least * n) * weight / sum));
    given += parts.back();
  }
  for (std::size_t i = 0; given < total; i = (i + 1) % parts.size(), ++given) ++parts[i];
  return parts;
}

struct Member {
  Relation relation;
  Gender gender;
  int age;
};

/// The people of one household of that size: who lives together in a village.
std::vector<Member> compose(std::int64_t size, Random& random) {
  std::vector<Member> family;
  const bool old_house = size <= 2 && random.chance(0.62);
  const int head_age =
      static_cast<int>(old_house ? random.between(62, 88) : random.between(28, 63));
  const Gender head = random.chance(size == 1 ? 0.5 : 0.86) ? Gender::male : Gender::female;
  family.push_back({Relation::head, head, head_age});
  if (size >= 2) {
    const Gender other = head == Gender::male ? Gender::female : Gender::male;
    family.push_back({Relation::spouse, other,
                      std::max(20, head_age + static_cast<int>(random.between(-4, 3)))});
  }
  while (static_cast<std::int64_t>(family.size()) < size) {
    const bool parent = head_age < 66 && family.size() >= 3 && random.chance(0.4);
    const bool grandchild = head_age > 50 && random.chance(0.45);
    const Gender gender = random.chance(0.51) ? Gender::male : Gender::female;
    if (parent) {
      family.push_back({Relation::parent, gender,
                        std::min(97, head_age + static_cast<int>(random.between(21, 31)))});
    } else if (grandchild) {
      family.push_back({Relation::grandchild, gender,
                        std::max(0, head_age - 48 - static_cast<int>(random.between(0, 8)))});
    } else {
      const int age = std::max(0, head_age - static_cast<int>(random.between(22, 33)));
      family.push_back({gender == Gender::male ? Relation::son : Relation::daughter, gender, age});
    }
  }
  return family;
}

std::string tags_of(const std::vector<Member>& family, Random& random) {
  std::string tags;
  auto add = [&](const char* tag) { tags += (tags.empty() ? "" : ",") + std::string(tag); };
  if (random.chance(0.09)) add("党员户");
  if (family.size() == 1 && family[0].age >= 65) add("独居老人");
  if (random.chance(0.028)) add("低保户");
  if (random.chance(0.02)) add("军属");
  if (random.chance(0.015)) add("残疾人家庭");
  return tags;
}

/// Writes one household with its people.
class Settler {
 public:
  Settler(app::TownData& town, base::CivilDate today, Random& random)
      : town_(town),
        today_(today),
        random_(random),
        house_random_(Random(random).next() ^ kHouses) {}

  void begin_grid(const InhabitedGrid& grid) {
    houses_.clear();
    for (const base::Point& heart : grid.hearts) houses_.emplace_back(grid.ring, heart);
  }
  /// In the grid that was begun last.
  void add_household(const InhabitedGrid& grid, std::int64_t size) {
    const auto family = compose(size, random_);
    people::Household household;
    household.id.uuid = random_.uuid(registered());
    household.number = number_in(grid);
    household.grid = grid.code;
    if (!grid.hamlets.empty()) {
      const auto hamlet =
          static_cast<std::size_t>(random_.below(static_cast<std::int64_t>(grid.hamlets.size())));
      household.hamlet = grid.hamlets[hamlet];
      household.at = houses_[hamlet].next(house_random_);
    }
    household.address = std::to_string(random_.between(1, 9)) + "组 " +
                        std::to_string(random_.between(1, 180)) + "号";
    household.tags = tags_of(family, random_);
    const std::string clan = make_surname(random_, grid.village_name);
    for (const Member& member : family) add_person(household, member, clan);
    town_.households.push_back(std::move(household));
  }

 private:
  base::Instant registered() {
    const base::Instant day = base::start_of({today_.days - kRegisteredDaysAgo});
    return {day.unix_ms + random_.below(20 * base::kMsPerDay)};
  }

  std::string number_in(const InhabitedGrid& grid) {
    char text[16];
    std::snprintf(text, sizeof text, "-%04d", ++last_number_[grid.village]);
    return grid.number_prefix + text;
  }

  void add_person(const people::Household& household, const Member& member,
                  const std::string& clan) {
    people::Person person;
    person.id.uuid = random_.uuid(registered());
    person.household = household.id;
    person.gender = member.gender;
    person.relation = member.relation;
    const int birthday = static_cast<int>(random_.below(365));
    person.born = base::CivilDate{today_.days - member.age * 365 - member.age / 4 - birthday - 1};
    const bool married_in =
        member.relation == Relation::spouse ||
        (member.relation == Relation::parent && member.gender == Gender::female);
    person.name = (married_in ? make_surname(random_, {}) : clan) +
                  make_given_name(random_, member.gender, base::ymd_of(*person.born).year);
    if (member.age >= 16 && random_.chance(0.93)) person.phone = make_phone(random_);
    person.off_boards = random_.chance(0.004);
    town_.people.push_back(std::move(person));
  }

  app::TownData& town_;
  base::CivilDate today_;
  Random& random_;
  Random house_random_;
  std::vector<Houses> houses_;  ///< of the grid's hamlets
  std::unordered_map<int, int> last_number_;
};

/// Sizes of n households that sum to `people`: 1–8, most of 2–5.
std::vector<std::int64_t> household_sizes(std::int64_t n, std::int64_t people, Random& random) {
  constexpr std::array<double, 7> kShare{0.13, 0.22, 0.20, 0.22, 0.13, 0.07, 0.03};
  std::vector<std::int64_t> sizes;
  std::int64_t sum = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    sizes.push_back(static_cast<std::int64_t>(random.pick_weighted(kShare)) + 1);
    sum += sizes.back();
  }
  while (sum != people) {
    auto& size = sizes[static_cast<std::size_t>(random.below(n))];
    if (sum < people && size < std::max<std::int64_t>(8, people / n + 2)) {
      ++size;
      ++sum;
    } else if (sum > people && size > 1) {
      --size;
      --sum;
    }
  }
  return sizes;
}

}  // namespace

void settle(app::TownData& town, const std::vector<InhabitedGrid>& grids, std::int64_t households,
            std::int64_t people, base::CivilDate today, Random& random) {
  std::vector<double> weights;
  for (std::size_t i = 0; i < grids.size(); ++i) weights.push_back(0.7 + 0.6 * random.unit());
  const auto per_grid = shares(weights, households, 1);
  const auto sizes = household_sizes(households, people, random);
  town.households.reserve(static_cast<std::size_t>(households));
  town.people.reserve(static_cast<std::size_t>(people));
  Settler settler(town, today, random);
  std::size_t next = 0;
  for (std::size_t g = 0; g < grids.size(); ++g) {
    settler.begin_grid(grids[g]);
    for (std::int64_t i = 0; i < per_grid[g]; ++i) settler.add_household(grids[g], sizes[next++]);
  }
}

void appoint_grid_workers(app::TownData& town, const std::vector<InhabitedGrid>& grids,
                          std::int64_t workers, base::CivilDate today, Random& random) {
  std::unordered_map<base::HouseholdId, std::size_t> grid_of;
  std::unordered_map<std::string, std::size_t> index;
  for (std::size_t g = 0; g < grids.size(); ++g) index[grids[g].code] = g;
  for (const auto& household : town.households) grid_of[household.id] = index[household.grid];

  std::vector<std::vector<std::size_t>> adults(grids.size());
  for (std::size_t p = 0; p < town.people.size(); ++p) {
    const int age_days = today.days - town.people[p].born->days;
    if (age_days >= 20 * 366 && age_days <= 67 * 365)
      adults[grid_of[town.people[p].household]].push_back(p);
  }
  for (auto& candidates : adults) {
    for (std::size_t i = candidates.size(); i > 1; --i)
      std::swap(candidates[i - 1],
                candidates[static_cast<std::size_t>(random.below(static_cast<std::int64_t>(i)))]);
  }
  std::int64_t left = workers;
  for (std::size_t round = 0; left > 0; ++round) {
    bool any = false;
    for (std::size_t g = 0; g < grids.size() && left > 0; ++g) {
      if (round >= adults[g].size()) continue;
      const auto kind = round == 0   ? places::StaffKind::chief
                        : round == 1 ? places::StaffKind::full_time
                                     : places::StaffKind::part_time;
      town.grid_workers.push_back({grids[g].code, town.people[adults[g][round]].id, kind});
      --left;
      any = true;
    }
    if (!any) break;
  }
}

}  // namespace shanzhi::demo
