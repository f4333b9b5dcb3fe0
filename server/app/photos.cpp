// A photograph waits under its hash until an award names it; then it stays with that award.
#include "server/app/photos.h"

#include <algorithm>

#include "server/app/work.h"
#include "shared/base/sha256.h"

namespace shanzhi::app {

using base::ErrorCode;
using base::Result;

Result<Outcome> keep_photo(Work& work, const ledger::Digest& id, const photos::CleanPhoto& photo) {
  if (work.caller.user == 0) return {ErrorCode::not_permitted, "/photo"};
  work.photos.drop_waiting({work.now.unix_ms - kPhotoWaitsMs});
  const PhotoRecord record{id, work.caller.user, work.now, photo.width, photo.height};
  if (const auto known = work.photos.find(record.id)) {
    if (known->user != work.caller.user) return {ErrorCode::already_exists, "/photo"};
    if (!known->taken) work.photos.wait_from(record.id, work.now);
  } else {
    if (work.photos.waiting(work.caller.user) >= kPhotosWaitingMax)
      return {ErrorCode::too_many_attempts, "/photo"};
    work.photos.add(record, photo.bytes);
  }
  const std::string json =
      describe::to_json(api::PhotoKept{base::to_hex(record.id), photo.width, photo.height,
                                       static_cast<std::int64_t>(photo.bytes.size())});
  return Outcome{json, json, 0, false};
}

Result<std::vector<ledger::Digest>> photos_named(Work& work, const std::vector<std::string>& ids) {
  std::vector<ledger::Digest> named;
  for (const std::string& id : ids) {
    const std::string field = "/photos/" + std::to_string(named.size());
    const auto digest = base::parse_hash256(id);
    if (!digest) return {ErrorCode::malformed, field};
    const auto photo = work.photos.find(*digest);
    if (!photo || photo->user != work.caller.user) return {ErrorCode::not_found, field};
    const bool twice = std::find(named.begin(), named.end(), *digest) != named.end();
    if (photo->taken || twice) return {ErrorCode::in_use, field};
    named.push_back(*digest);
  }
  return named;
}

std::string photos_in_entry(const std::vector<ledger::Digest>& ids) {
  if (ids.empty()) return {};
  std::string list;
  for (const ledger::Digest& id : ids)
    list += (list.empty() ? "\"" : ",\"") + base::to_hex(id) + '"';
  return "{\"photos\":[" + list + "]}";
}

Result<api::PhotoKept> PhotoService::keep(std::string_view bytes, const Caller& caller) {
  const auto clean = photos::clean_jpeg(bytes);
  if (!clean) return clean.error();
  const ledger::Digest id = base::sha256(clean->bytes);  // here: others wait for the writer's turn
  const auto answer = run_(caller, [&](Work& work) { return keep_photo(work, id, *clean); });
  if (!answer) return answer.error();
  auto kept = describe::from_answer<api::PhotoKept>(answer->json);
  if (!kept) return ErrorCode::internal;
  return std::move(*kept);
}

Result<std::string> PhotoService::open(const Parameters& parameters, const Caller& caller) {
  auto answer = queries_.run("photo", parameters, caller);
  if (!answer) return answer.error();
  return std::move(answer->json);
}

}  // namespace shanzhi::app
