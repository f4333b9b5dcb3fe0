// One request, one file. The server writes it, so that rights, masks and formats are its own.
#include "client/model/export_job.h"

namespace shanzhi::model {
namespace {

bool of_the_page(std::string_view parameter) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return name == "limit" || name == "mine" || name == "cursor";
}

}  // namespace

std::string export_path(std::string_view list, std::string_view format,
                        const std::string& address) {
  std::string path =
      query_path("export", {{"list", std::string(list)}, {"format", std::string(format)}});
  const auto question = address.find('?');
  std::string_view rest = question == std::string::npos
                              ? std::string_view{}
                              : std::string_view(address).substr(question + 1);
  while (!rest.empty()) {
    const std::string_view one = rest.substr(0, rest.find('&'));
    if (!one.empty() && !of_the_page(one)) (path += '&') += one;
    rest.remove_prefix(std::min(rest.size(), one.size() + 1));
  }
  return path;
}

void ExportJob::start(Order order) {
  if (running_) return;
  order_ = std::move(order);
  running_ = true;
  api_.get(order_.path, {}, [this](const platform::HttpReply& reply) { take_reply(reply); });
}

void ExportJob::take_reply(const platform::HttpReply& reply) {
  running_ = false;
  if (reply.status != 200) {
    ended_ = Ended{{}, trouble_of(reply, api_.language())};
    return;
  }
  if (order_.print_head.empty()) {
    platform_.download(order_.filename, reply.content_type, reply.body);
    ended_ = Ended{order_.filename, std::nullopt};
    return;
  }
  platform_.print_html(order_.title, order_.print_head + reply.body);
  ended_ = Ended{{}, std::nullopt};
}

}  // namespace shanzhi::model
