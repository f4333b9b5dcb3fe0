// Commands that are sure to share one transaction of the writer, in a known order.
#pragma once

#include <vector>

#include "tests/support/town_fixture.h"

namespace shanzhi::test {

/// Holds the writer until all of them wait, in this order, and gives their answers in it.
std::vector<base::Result<app::Answer>> run_in_one_batch(
    Town& town, const std::vector<app::CommandRequest>& requests);

/// Every row of every table as SQL literals, for comparing databases.
std::string all_rows(const std::string& database);

}  // namespace shanzhi::test
