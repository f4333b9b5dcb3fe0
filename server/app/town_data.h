// A whole town as plain values: what the demonstration and big imports hand to storage at once.
#pragma once

#include <string>
#include <vector>

#include "shared/ledger/ledger.h"
#include "shared/people/people.h"
#include "shared/places/place.h"
#include "shared/rules/rules.h"

namespace shanzhi::app {

/// An award (or a deduction, where the rule's direction says so) as it happened.
struct PastAward {
  base::TransferId id;
  std::int32_t person = 0;  ///< index into people
  std::int32_t rule = 0;    ///< index into rules
  base::Points points;
  base::Minutes minutes;  ///< 0 unless by the hour
  base::Instant at;
  std::string note;
};
/// Points verified at a merchant.
struct PastSpending {
  base::TransferId id;
  std::int32_t person = 0;
  std::int32_t merchant = 0;  ///< index into merchants
  base::Points points;
  base::Instant at;
  std::string note;
};

/// Awards and spendings are each in order of time; no balance ever goes below zero.
struct TownData {
  std::vector<places::Place> places;  ///< parents before children
  std::vector<places::Site> sites;
  std::vector<places::Merchant> merchants;
  std::vector<people::Household> households;
  std::vector<people::Person> people;
  std::vector<places::GridWorker> grid_workers;
  std::vector<people::Team> teams;
  std::vector<rules::Rule> rules;
  std::vector<PastAward> awards;
  std::vector<PastSpending> spendings;
};

}  // namespace shanzhi::app
