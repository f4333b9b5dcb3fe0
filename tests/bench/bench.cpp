// One line a figure, in columns that hold for Chinese as for English names.
#include "tests/bench/bench.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ostream>
#include <sstream>

namespace shanzhi::bench {

namespace {

constexpr std::size_t kNameColumns = 58;
constexpr std::size_t kValueColumns = 12;
constexpr std::size_t kUnitColumns = 9;

std::string number(double value) {
  const double size = std::fabs(value);
  const int places = size >= 1000 || value == std::floor(value) ? 0
                     : size >= 100                              ? 1
                     : size >= 1                                ? 2
                                                                : 4;
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", places, value);
  std::string out = text;
  if (places != 0) return out;
  for (auto at = static_cast<int>(out.size()) - 3; at > (out[0] == '-' ? 1 : 0); at -= 3)
    out.insert(static_cast<std::size_t>(at), ",");
  return out;
}

std::string left(std::string text, std::size_t columns) {
  std::size_t shown = 0;  // characters, not bytes; names here are of single width
  for (const char c : text) shown += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return shown < columns ? text + std::string(columns - shown, ' ') : text;
}
std::string right(const std::string& text, std::size_t columns) {
  return text.size() < columns ? std::string(columns - text.size(), ' ') + text : text;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string variable(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value && *value ? value : std::string(SHANZHI_SOURCE_DIR) + otherwise;
}

}  // namespace

void Report::section(const std::string& title) {
  section_ = title;
  out_ << "\n" << title << "\n" << std::flush;
}

void Report::figure(const std::string& name, double value, const std::string& unit) {
  add({section_, name, unit, value, std::nullopt, true});
}
void Report::at_most(const std::string& name, double value, const std::string& unit,
                     double promise) {
  add({section_, name, unit, value, promise, true});
}
void Report::at_least(const std::string& name, double value, const std::string& unit,
                      double promise) {
  add({section_, name, unit, value, promise, false});
}

void Report::note(const std::string& sentence) {
  out_ << "  " << sentence << "\n" << std::flush;
}

void Report::add(Figure figure) {
  out_ << "  " << left(figure.name, kNameColumns) << right(number(figure.value), kValueColumns)
       << " " << left(figure.unit, kUnitColumns);
  if (figure.promise)
    out_ << (figure.most ? "  <= " : "  >= ") << left(number(*figure.promise), kUnitColumns)
         << (figure.kept() ? "kept" : "NOT KEPT");
  out_ << "\n" << std::flush;
  figures_.push_back(std::move(figure));
}

int Report::broken() const {
  return static_cast<int>(std::count_if(figures_.begin(), figures_.end(),
                                        [](const Figure& figure) { return !figure.kept(); }));
}

std::string Report::json() const {
  std::ostringstream out;
  out << "[";
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    const Figure& f = figures_[i];
    out << (i ? ",\n " : "\n ") << "{\"section\": " << quoted(f.section)
        << ", \"name\": " << quoted(f.name) << ", \"value\": " << f.value
        << ", \"unit\": " << quoted(f.unit);
    if (f.promise)
      out << ", \"" << (f.most ? "at_most" : "at_least") << "\": " << *f.promise
          << ", \"kept\": " << (f.kept() ? "true" : "false");
    out << "}";
  }
  out << "\n]\n";
  return out.str();
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::min(at == 0 ? 0 : at - 1, values.size() - 1)];
}

double time_ms(const std::function<void()>& run) {
  const auto begin = std::chrono::steady_clock::now();
  run();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double median_ms(int runs, const std::function<void()>& run) {
  run();
  std::vector<double> values;
  for (int i = 0; i < runs; ++i) values.push_back(time_ms(run));
  return median(values);
}

std::string program() {
  return variable("SHANZHI_BIN", "/build/native/shanzhi");
}
std::string web_folder() {
  return variable("SHANZHI_WEB", "/build/web");
}

}  // namespace shanzhi::bench
