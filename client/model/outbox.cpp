// The queue of commands, on the device and on the wire.
#include "client/model/outbox.h"

#include <algorithm>

#include "client/model/shelf.h"
#include "shared/base/base64.h"
#include "shared/describe/json.h"

namespace shanzhi::model {

void fields(describe::Visitor& v, Parcel& p) {
  using enum describe::Presence;
  v.text({.name = "command"}, p.command);
  v.raw_json({.name = "body"}, p.body);
  v.text({.name = "key"}, p.key);
  v.text({.name = "title", .presence = optional}, p.title);
  v.text({.name = "user", .presence = optional}, p.user);
  v.integer({.name = "made_ms"}, p.made_ms);
  v.text({.name = "octets", .presence = optional}, p.octets);
}

namespace {

constexpr const char* kStorageKey = "outbox";
constexpr const char *kJsonType = "application/json", *kFileType = "image/jpeg";

struct Stored {
  std::vector<Parcel> parcels;
};
void fields(describe::Visitor& v, Stored& s) {
  describe::visit_list(v, {.name = "parcels"}, s.parcels);
}

/// Neither the network nor a server in trouble says anything about the command itself.
bool try_again(int status) {
  return status == 0 || status == 408 || status == 429 || status == 502 || status == 503 ||
         status == 504;
}

std::string command_path(const std::string& command) {
  return "/api/v1/" + command;
}

void settle(Submission& into, const platform::HttpReply& reply, text::Language language) {
  if (reply.status >= 200 && reply.status < 300) {
    into.state = SendState::done;
    into.answer = reply.body;
    into.trouble.reset();
    return;
  }
  into.state = SendState::failed;
  into.trouble = trouble_of(reply, language);
}

}  // namespace

Outbox::Outbox(ApiClient& api, platform::Platform& platform) : api_(api), platform_(platform) {
  restore();
}

void Outbox::put(Parcel parcel, SubmissionRef into) {
  into->state = SendState::sending;
  into->trouble.reset();
  held_.push_back({std::move(parcel), std::move(into)});
  keep();
}

void Outbox::send_now(const Parcel& parcel, SubmissionRef into) {
  into->state = SendState::sending;
  into->trouble.reset();
  api_.post(command_path(parcel.command), parcel.body, kJsonType, parcel.key,
            [this, into](const platform::HttpReply& reply) {
              settle(*into, reply, api_.language());
              if (into->state == SendState::done) done_++;
            });
}

void Outbox::work(const std::string& user) {
  if (in_flight_ || user.empty() || platform_.now_ms() < next_ms_) return;
  const auto due = std::find_if(held_.begin(), held_.end(),
                                [&](const Held& h) { return h.parcel.user == user; });
  if (due == held_.end()) return;
  in_flight_ = true;
  const Parcel& parcel = due->parcel;
  const std::string key = parcel.key;
  const bool file = !parcel.octets.empty();
  api_.post(command_path(parcel.command), file ? base::from_base64(parcel.octets) : parcel.body,
            file ? kFileType : kJsonType, key,
            [this, key](const platform::HttpReply& reply) { take_reply(key, reply); });
}

void Outbox::take_reply(const std::string& key, const platform::HttpReply& reply) {
  in_flight_ = false;
  const auto found =
      std::find_if(held_.begin(), held_.end(), [&](const Held& h) { return h.parcel.key == key; });
  if (found == held_.end()) return;
  // A session that has ended: it waits until its user has signed in again.
  if (try_again(reply.status) || reply.status == 401) {
    for (const Held& h : held_)
      if (h.into->state == SendState::sending) h.into->state = SendState::kept;
    next_ms_ = platform_.now_ms() + retry_delay_ms(failures_++);
    platform_.wake_in(next_ms_ - platform_.now_ms());
    return;
  }
  failures_ = 0;
  settle(*found->into, reply, api_.language());
  if (found->into->state == SendState::done) done_++;
  held_.erase(found);
  keep();
}

std::vector<const Parcel*> Outbox::waiting(const std::string& user) const {
  std::vector<const Parcel*> out;
  for (const Held& h : held_)
    if (h.parcel.user == user && h.parcel.octets.empty() && h.into->state == SendState::kept)
      out.push_back(&h.parcel);
  return out;
}

void Outbox::discard(const std::string& key) {
  std::erase_if(held_, [&](const Held& h) { return h.parcel.key == key; });
  keep();
}

void Outbox::keep() const {
  if (held_.empty()) return platform_.storage_remove(kStorageKey);
  Stored stored;
  for (const Held& h : held_) stored.parcels.push_back(h.parcel);
  platform_.storage_set(kStorageKey, describe::to_json(stored));
}

void Outbox::restore() {
  const std::string text = platform_.storage_get(kStorageKey);
  if (text.empty()) return;
  auto stored = describe::from_answer<Stored>(text);
  if (!stored) return;
  for (Parcel& parcel : stored->parcels) {
    auto into = std::make_shared<Submission>();
    into->state = SendState::kept;
    held_.push_back({std::move(parcel), std::move(into)});
  }
}

}  // namespace shanzhi::model
