// Commands on their way to the server. Each has its id from the start, is kept on the device until it is
// answered, and is sent in order; a repeat after a lost answer is the same thing for the server.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "client/model/api_client.h"

namespace shanzhi::model {

enum class SendState : unsigned char {
  none,
  sending,
  kept,  ///< no network: it waits on this device
  done,
  failed,
};

/// What becomes of one command; the form that sent it holds on to it.
struct Submission {
  SendState state = SendState::none;
  std::string answer;  ///< JSON, when done
  std::optional<Trouble> trouble;

  bool busy() const { return state == SendState::sending; }
};
using SubmissionRef = std::shared_ptr<Submission>;

/// A command ready to be sent: its name in the registry, its JSON, its id.
struct Parcel {
  std::string command, body, key;
  std::string title;  ///< for the list of what waits: "张三 +2"
  std::string user;   ///< whose it is; nobody else sends it
  std::int64_t made_ms = 0;
  std::string octets;  ///< base64 of a photograph that is sent in the place of the body
};

class Outbox {
 public:
  Outbox(ApiClient& api, platform::Platform& platform);

  /// Keeps it on the device and sends it when its turn comes. The submission is told how it went.
  void put(Parcel parcel, SubmissionRef into);
  /// Sends once, without keeping it: for passwords and for what makes no sense later.
  void send_now(const Parcel& parcel, SubmissionRef into);
  /// Sends what is due. Call once a frame; `user` is who is signed in, "" nobody.
  void work(const std::string& user);
  /// Waiting for the network or for their turn, of this user.
  std::vector<const Parcel*> waiting(const std::string& user) const;
  void discard(const std::string& key);
  /// The network is back: no more waiting between tries.
  void hurry() { next_ms_ = 0, failures_ = 0; }
  /// Counts the answers that changed something; screens read again when it grows.
  std::uint32_t done_count() const { return done_; }

 private:
  struct Held {
    Parcel parcel;
    SubmissionRef into;
  };
  void take_reply(const std::string& key, const platform::HttpReply& reply);
  void keep() const;
  void restore();

  ApiClient& api_;
  platform::Platform& platform_;
  std::vector<Held> held_;
  bool in_flight_ = false;
  std::int64_t next_ms_ = 0;
  int failures_ = 0;
  std::uint32_t done_ = 0;
};

}  // namespace shanzhi::model
