// Paging through a list into CSV.
#include "client/model/export_job.h"

namespace shanzhi::model {

std::string csv_field(std::string_view text) {
  std::string out;
  const bool formula = !text.empty() && std::string_view("=+-@\t").find(text[0]) != text.npos;
  // A plain number may begin with its sign.
  const bool number = text.find_first_not_of("+-0123456789.,") == text.npos;
  if (formula && !number) out = "'";
  out += text;
  if (out.find_first_of(",\"\r\n") == out.npos) return out;
  std::string quoted = "\"";
  for (const char c : out) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); i++) line += (i > 0 ? "," : "") + csv_field(cells[i]);
  return line + "\r\n";
}

void ExportJob::start(Order order) {
  if (running_) return;
  order_ = std::move(order);
  csv_ = std::string(kCsvMark) + csv_line(order_.header);
  done_ = total_ = 0;
  running_ = true;
  ask({});
}

void ExportJob::ask(const std::string& cursor) {
  std::string path = order_.path + (order_.path.find('?') == std::string::npos ? "?" : "&") +
                     "limit=" + std::to_string(kPageMost);
  if (!cursor.empty()) path += "&cursor=" + percent_encoded(cursor);
  api_.get(std::move(path), {}, [this](const platform::HttpReply& reply) { take_reply(reply); });
}

void ExportJob::take_reply(const platform::HttpReply& reply) {
  Order::Page page;
  page.readable = false;
  if (reply.status == 200) page = order_.take(reply.body, csv_);
  if (!page.readable) {
    running_ = false;
    ended_ = Ended{done_, trouble_of(reply, api_.language())};
    return;
  }
  done_ += page.rows;
  total_ = page.total;
  if (!page.next.empty()) return ask(page.next);
  running_ = false;
  platform_.download(order_.filename, "text/csv;charset=utf-8", csv_);
  ended_ = Ended{done_, std::nullopt};
  csv_.clear();
}

}  // namespace shanzhi::model
