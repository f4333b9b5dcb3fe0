// Talks to the server: sends a request, later hands its reply to whoever asked. Knows whether the
// server answers at all.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/platform/platform.h"
#include "shared/api/views.h"
#include "shared/text/text.h"

namespace shanzhi::model {

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// "/api/v1/figures?place=…", values percent-encoded; parameters without a value are left out.
std::string query_path(std::string_view name, const Parameters& parameters);

/// Why something could not be read or done, ready to be told.
struct Trouble {
  int status = 0;    ///< HTTP; 0: the network
  std::string code;  ///< of the problem, as in base::ErrorCode; empty for the network
  std::string words;
  std::string number;  ///< of the request, to be quoted
  std::vector<api::ProblemError> fields;

  bool network() const { return status == 0 || status == 502 || status == 503 || status == 504; }
  /// The sentence about a field ("/minutes"), empty when there is none.
  std::string_view about(std::string_view pointer) const;
};
Trouble trouble_of(const platform::HttpReply& reply, text::Language language);

class ApiClient {
 public:
  using Then = std::function<void(const platform::HttpReply&)>;

  explicit ApiClient(platform::Platform& platform) : platform_(platform) {}
  ApiClient(const ApiClient&) = delete;
  ApiClient& operator=(const ApiClient&) = delete;

  void set_language(text::Language language) { language_ = language; }
  text::Language language() const { return language_; }
  /// Every request from now on carries this token; "" none. A page's cookie counts for nothing beside it.
  void set_bearer(std::string token) { bearer_ = std::move(token); }
  /// Every request from now on is answered for everybody's eyes, whoever is signed in.
  void answer_for_wall() { for_wall_ = true; }
  int get(std::string path, std::string_view etag, Then then);
  /// `key`: the idempotency key, "" for none.
  int post(std::string path, std::string body, std::string_view type, std::string_view key,
           Then then);
  void cancel(int request_id);
  /// Hands out what has arrived. Call once a frame, before anything is drawn.
  void take_in();

  /// Did the last reply come from the server? True until the first failure.
  bool reachable() const { return away_since_ms_ == 0; }
  /// Since when not; earlier when answers kept on the device are shown: the time of the oldest.
  std::int64_t away_since_ms() const { return away_since_ms_; }
  /// A reply said that there is no session; true once.
  bool take_signed_out() { return std::exchange(signed_out_, false); }
  std::int64_t now_ms() const { return platform_.now_ms(); }
  /// Something is to be asked again at that time: whoever shows it wants a frame then.
  void look_again_at(std::int64_t at_ms);
  /// Has such a time come? True once. Until then the platform is kept asked.
  bool take_look_due();
  /// Replies taken in so far.
  std::int64_t replies() const { return replies_; }

 private:
  int send(platform::HttpRequest request, Then then);
  void note_reach(const platform::HttpReply& reply);

  platform::Platform& platform_;
  text::Language language_ = text::Language::chinese;
  std::string bearer_;
  bool for_wall_ = false;
  std::map<int, Then> waiting_;
  std::int64_t away_since_ms_ = 0, replies_ = 0;
  std::int64_t look_ms_ = 0;  ///< 0: at no time
  bool signed_out_ = false;
};

}  // namespace shanzhi::model
