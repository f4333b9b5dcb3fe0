// What a benchmark says: figures in sections, each beside what was promised, as a table or as JSON.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace shanzhi::bench {

/// Collects figures and shows each as soon as it is known.
class Report {
 public:
  explicit Report(std::ostream& out) : out_(out) {}

  /// What the following figures are about.
  void section(const std::string& title);
  void figure(const std::string& name, double value, const std::string& unit);
  /// A figure with its promise. Units are free; "x" is a ratio.
  void at_most(const std::string& name, double value, const std::string& unit, double promise);
  void at_least(const std::string& name, double value, const std::string& unit, double promise);
  /// A sentence: what was measured, what could not be.
  void note(const std::string& sentence);

  /// How many promises were not kept.
  int broken() const;
  std::string json() const;

 private:
  struct Figure {
    std::string section, name, unit;
    double value = 0;
    std::optional<double> promise;
    bool most = true;  ///< the promise is an upper bound
    bool kept() const { return !promise || (most ? value <= *promise : value >= *promise); }
  };
  void add(Figure figure);

  std::ostream& out_;
  std::string section_;
  std::vector<Figure> figures_;
};

/// The middle one; of an even number the mean of the middle two; 0 of nothing.
double median(std::vector<double> values);
/// The value that `share` (0 … 1) of them do not exceed; 0 of nothing.
double percentile(std::vector<double> values, double share);

/// Milliseconds of one run, by the steady clock.
double time_ms(const std::function<void()>& run);
/// Median milliseconds of `runs` runs after one that is not counted.
double median_ms(int runs, const std::function<void()>& run);

/// Where the product and its client lie: SHANZHI_BIN and SHANZHI_WEB, else the build of this tree.
std::string program();
std::string web_folder();

}  // namespace shanzhi::bench
