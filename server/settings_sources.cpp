// Merging the sources, by the settings' own description.
#include "server/settings_sources.h"

#include <algorithm>
#include <cctype>
#include <deque>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "shared/describe/field_list.h"
#include "shared/describe/json.h"

namespace shanzhi {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string dashed(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}
std::string shouted(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return "SHANZHI_" + name;
}

/// What each setting says to somebody who reads Chinese; by name.
const std::map<std::string, const char*>& chinese_sentences() {
  static const std::map<std::string, const char*> all{
      {"listen", "监听地址:端口，默认 127.0.0.1:8080"},
      {"web", "网页程序所在目录；不给则只提供接口"},
      {"proxies", "可信反向代理的地址，逗号分隔"},
      {"tls", "只经 https 访问：Cookie 加 Secure，启用 HSTS"},
      {"body_bytes_max", "命令正文上限（字节）"},
      {"upload_bytes_max", "导入文件上限（字节）"},
      {"header_bytes_max", "请求头上限（字节）"},
      {"connections_max", "同时连接数上限"},
      {"connections_per_address_max", "单个地址的连接数上限"},
      {"keep_alive_s", "空闲连接保留秒数"},
      {"header_s", "读完请求头的秒数"},
      {"request_s", "读完命令正文的秒数"},
      {"upload_s", "读完导入文件的秒数"},
      {"answer_s", "对方取走答复的秒数"},
      {"requests_per_second", "单个地址每秒请求数；0 不限"},
      {"requests_burst", "单个地址短时请求数"},
      {"loopback_requests_per_second", "本机每秒请求数；0 不限"},
      {"sign_ins_per_minute", "单个地址每分钟登录次数"},
  };
  return all;
}

/// Reads every setting of a record as text.
class Writer final : public describe::Visitor {
 public:
  void text(const describe::Field& f, std::string& v) override { values[f.name] = v; }
  void integer(const describe::Field& f, std::int64_t& v) override {
    values[f.name] = std::to_string(v);
  }
  void boolean(const describe::Field& f, bool& v) override {
    values[f.name] = v ? "true" : "false";
  }
  void optional_integer(const describe::Field&, std::optional<std::int64_t>&) override {}
  void real(const describe::Field&, double&) override {}
  void optional_real(const describe::Field&, std::optional<double>&) override {}
  void choice(const describe::Field&, int&, const char* const*, int) override {}
  void record(const describe::Field&, describe::RecordAccess) override {}
  void list(const describe::Field&, describe::ListAccess) override {}
  void integers(const describe::Field&, std::vector<std::int64_t>&) override {}
  void texts(const describe::Field&, std::vector<std::string>&) override {}
  void raw_json(const describe::Field&, std::string&) override {}
  void fail_malformed(const describe::Field&) override {}
  std::map<std::string, std::string> values;
};

std::map<std::string, std::string> values_of(http::Settings settings) {
  Writer writer;
  fields(writer, settings);
  return writer.values;
}

base::Error from(base::Error error, const std::string& source) {
  error.shown2 = source;
  return error;
}

/// Reads DIR/shanzhi.json over the defaults; absent is no error.
base::Result<base::Done> read_file(const std::string& path, http::Settings& settings) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::Done{};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  auto read = describe::read_json(bytes.str(), describe::access_record(settings));
  if (!read) return from(read.error(), path);
  return read;
}

}  // namespace

const std::vector<SettingHelp>& setting_helps() {
  static std::deque<std::string> flags;  // what the table below points into
  static const std::vector<SettingHelp> all = [] {
    std::vector<SettingHelp> out;
    for (const auto& info : describe::field_list<http::Settings>()) {
      flags.push_back(dashed(info.field.name));
      const auto chinese = chinese_sentences().find(info.field.name);
      const char* value = info.shape == describe::Shape::boolean ? nullptr
                          : info.shape == describe::Shape::text  ? "TEXT"
                                                                 : "N";
      out.push_back(
          {flags.back().c_str(), value,
           chinese == chinese_sentences().end() ? info.field.sentence.text() : chinese->second,
           info.field.sentence.text()});
    }
    // The address has a short way to change its port alone.
    out.push_back(
        {"port", "N", "端口；等于 --listen 127.0.0.1:N", "port; the same as --listen 127.0.0.1:N"});
    return out;
  }();
  return all;
}

base::Result<ResolvedSettings> resolve_settings(const World& world, const Arguments& arguments) {
  ResolvedSettings out;
  const std::string path =
      (std::filesystem::path(arguments.value("data")) / "shanzhi.json").string();
  const auto defaults = values_of({});
  if (auto read = read_file(path, out.settings); !read) return read.error();
  const auto in_file = values_of(out.settings);

  Pairs environment, flags;
  std::map<std::string, std::string> sources;
  for (const auto& info : describe::field_list<http::Settings>()) {
    const std::string name = info.field.name;
    sources[name] = in_file.at(name) == defaults.at(name) ? "default" : path;
    if (const auto found = world.environment.find(shouted(name));
        found != world.environment.end()) {
      environment.emplace_back(name, found->second);
      sources[name] = "environment";
    }
    if (arguments.has(dashed(name))) {
      const bool is_switch = info.shape == describe::Shape::boolean;
      flags.emplace_back(name, is_switch ? "true" : arguments.value(dashed(name)));
      sources[name] = "flag";
    } else if (name == "listen" && arguments.has("port")) {
      flags.emplace_back(name, "127.0.0.1:" + arguments.value("port"));
      sources[name] = "flag";
    }
  }
  const auto record = describe::access_record(out.settings);
  if (auto read = describe::read_parameters(environment, record); !read)
    return from(read.error(), "environment");
  if (auto read = describe::read_parameters(flags, record); !read)
    return from(read.error(), "flag");
  if (auto at = http::parse_listen(out.settings.listen); !at)
    return from(at.error(), sources["listen"]);
  const auto values = values_of(out.settings);
  for (const auto& info : describe::field_list<http::Settings>())
    out.lines.push_back({info.field.name, values.at(info.field.name), sources[info.field.name]});
  return out;
}

}  // namespace shanzhi
