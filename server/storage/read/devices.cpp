// The devices that are signed in as the caller. Secrets and their digests stay; a session is called by
// the first half of its digest, of which nothing can be made.
#include <algorithm>

#include "server/storage/read/answers.h"

namespace shanzhi::storage::read {
namespace {

const std::string kSessions =
    "SELECT substr(digest, 1, 16), device, created_at, seen_at FROM session"
    " WHERE user_id = ? AND expires_at > ? ORDER BY seen_at DESC, created_at DESC LIMIT 100";

}  // namespace

Result<api::DevicePage> read_sessions(Reading& r, const api::NoParameters&) {
  api::DevicePage page;
  if (r.caller.user == 0) return page;
  const std::string here = base::to_text(base::uuid_from_bytes(r.caller.session.data()));
  Rows rows(r.snapshot, kSessions, r.caller.user, r.now.unix_ms);
  while (rows.next()) {
    api::DeviceRow& row = page.devices.emplace_back();
    row.id = rows.uuid_text(0);
    row.device = rows.text(1);
    row.begun_at = instant_text(rows.integer(2));
    row.seen_at = instant_text(rows.integer(3));
    row.here = row.id == here;
  }
  std::stable_partition(page.devices.begin(), page.devices.end(),
                        [](const api::DeviceRow& row) { return row.here; });
  return page;
}

}  // namespace shanzhi::storage::read
