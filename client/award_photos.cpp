// Its identity is known before the server has seen it: the hash of what cleaning leaves.
#include "client/award_photos.h"

#include <algorithm>

#include "shared/api/limits.h"
#include "shared/base/base64.h"
#include "shared/base/sha256.h"
#include "shared/photos/clean_jpeg.h"

namespace shanzhi::app {
namespace {

/// Would they outlive the page without a network? Tried, because no browser says.
bool room_for(platform::Platform& platform, const screens::AwardForm& form) {
  constexpr const char* kTrial = "photo-trial";
  std::string all;
  for (const screens::AwardPhoto& photo : form.photos) all += base::to_base64(photo.bytes);
  const bool fits = platform.storage_set(kTrial, all);
  platform.storage_remove(kTrial);
  return fits;
}

}  // namespace

void add_photo(platform::Platform& platform, screens::AwardForm& form,
               platform::PickedFile&& file) {
  form.photo_trouble.reset();
  auto clean = photos::clean_jpeg(file.bytes);
  if (!clean) {
    form.photo_trouble = text::PhoneWord::photo_broken;
    return;
  }
  const std::string id = base::to_hex(base::sha256(clean->bytes));
  const auto same = [&](const screens::AwardPhoto& photo) { return photo.id == id; };
  if (std::any_of(form.photos.begin(), form.photos.end(), same)) {
    form.photo_trouble = text::PhoneWord::photo_again;
    return;
  }
  if (static_cast<std::int64_t>(form.photos.size()) >= api::kPhotosMax) return;
  form.photos.push_back({id, std::move(file.name), std::move(clean->bytes)});
  if (!room_for(platform, form)) form.photo_trouble = text::PhoneWord::photo_no_room;
}

void send_photos(model::Model& model, const screens::AwardForm& form) {
  for (const screens::AwardPhoto& photo : form.photos) {
    model::Parcel parcel;
    parcel.command = "upload-photo";
    parcel.body = "{}";
    parcel.octets = base::to_base64(photo.bytes);
    parcel.key = base::to_text(model.new_id());
    parcel.user = model.me() ? model.me()->user : std::string{};
    parcel.made_ms = model.platform.now_ms();
    model.outbox.put(std::move(parcel), std::make_shared<model::Submission>());
  }
}

}  // namespace shanzhi::app
