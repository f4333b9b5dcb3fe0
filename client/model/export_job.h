// A file of the server on its way to the person: asked for, then saved under its name or laid on paper.
#pragma once

#include <optional>
#include <string>

#include "client/model/api_client.h"

namespace shanzhi::model {

/// The request as the page would send it, for a list at this address: "/api/v1/households?place=…"
/// becomes /api/v1/export?list=households&format=…&place=…; rows and own line are left out.
std::string export_path(std::string_view list, std::string_view format, const std::string& address);

class ExportJob {
 public:
  struct Order {
    std::string path;
    std::string filename;
    std::string print_head = {};  ///< HTML above the table; not empty: print instead of saving
    std::string title = {};       ///< of the printed page
  };

  ExportJob(ApiClient& api, platform::Platform& platform) : api_(api), platform_(platform) {}
  /// Does nothing while one is running.
  void start(Order order);
  bool running() const { return running_; }
  /// Set once when it has ended: under which name it was saved, "" for paper; or why not.
  struct Ended {
    std::string filename;
    std::optional<Trouble> trouble;
  };
  std::optional<Ended> take_ended() { return std::exchange(ended_, std::nullopt); }

 private:
  void take_reply(const platform::HttpReply& reply);

  ApiClient& api_;
  platform::Platform& platform_;
  Order order_;
  bool running_ = false;
  std::optional<Ended> ended_;
};

}  // namespace shanzhi::model
