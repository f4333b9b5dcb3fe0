// How each kind of page joins the rows that are there.
#include "client/model/paged.h"

#include <algorithm>
#include <iterator>

namespace shanzhi::model {
namespace {

template <class Row>
void append(std::vector<Row>& to, std::vector<Row>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

std::int64_t retry_delay_ms(int failures) {
  constexpr std::int64_t kFirstMs = 2000, kMostMs = 60'000;
  return std::min(kMostMs, kFirstMs << std::min(failures, 5));
}

void take_page(api::HouseholdPage& page, Rows<api::HouseholdRow>& rows) {
  append(rows.rows, page.households);
  rows.total = page.total;
  rows.sum = page.balance_sum;
  rows.next = page.next;
}

void take_page(api::PersonPage& page, Rows<api::PersonRow>& rows) {
  append(rows.rows, page.people);
  rows.total = page.total;
  rows.next = page.next;
}

void take_page(api::JournalPage& page, Rows<api::JournalRow>& rows) {
  append(rows.rows, page.entries);
  rows.total = static_cast<std::int64_t>(rows.rows.size());
  rows.next = page.next;
}

}  // namespace shanzhi::model
