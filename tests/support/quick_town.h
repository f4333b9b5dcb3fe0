// The small town in a folder of the test's own, to be opened, closed and copied at will.
#pragma once

#include "tests/support/town_fixture.h"

namespace shanzhi::test {

/// Opens as the server does, but hashes passwords quickly and takes randomness from the seed.
storage::OpenOptions quick_options(const std::filesystem::path& folder, const base::Clock& clock,
                                   std::uint64_t seed);

/// The small town, closed: shanzhi.db alone.
void make_quick_town(const std::filesystem::path& folder, const base::Clock& clock);

/// A caller who may do everything, without asking the database.
app::Caller quick_administrator();

/// An award of 5 points to one of the 24 people, without cap.
api::AwardPoints quick_award(std::uint64_t person, base::Uuid id, base::Instant at);

}  // namespace shanzhi::test
