// Words and edges stand out from what they lie on, in every scheme, and more so for whoever asks for it.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "client/widgets/theme.h"

using namespace shanzhi::widgets;

namespace {

/// Of an opaque colour: WCAG 2.2, relative luminance.
double luminance(Rgba c) {
  const auto linear = [c](int shift) {
    const double v = static_cast<double>((c >> shift) & 0xFF) / 255;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(0) + 0.7152 * linear(8) + 0.0722 * linear(16);
}

/// WCAG 2.2: 1 to 21.
double contrast(Color one, Color other) {
  const double a = luminance(color(one)), b = luminance(color(other));
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

constexpr Scheme kSchemes[] = {Scheme::light, Scheme::dark, Scheme::hall};
constexpr Color kGrounds[] = {Color::bg, Color::raise, Color::sunk, Color::rail};

/// The theme as one asks for it; as it was afterwards.
struct Looking {
  explicit Looking(bool more_contrast) {
    set_display({was.device_scale, was.reduced_motion, more_contrast}, was.regular, was.semibold);
    set_face(Face::desk);
  }
  ~Looking() {
    set_display({was.device_scale, was.reduced_motion, was.more_contrast}, was.regular,
                was.semibold);
    set_scheme(was.scheme);
    set_face(was.face);
  }
  Looking(const Looking&) = delete;
  Looking& operator=(const Looking&) = delete;
  ThemeState was = theme();
};

/// Whether those colours have at least that contrast on every ground of every scheme.
void check_words(std::initializer_list<Color> words, double least) {
  for (const Scheme scheme : kSchemes) {
    set_scheme(scheme);
    for (const Color word : words) {
      for (const Color ground : kGrounds) {
        CAPTURE(static_cast<int>(scheme), static_cast<int>(word), static_cast<int>(ground));
        CHECK(contrast(word, ground) >= least);
      }
    }
  }
}

constexpr std::initializer_list<Color> kWords = {Color::t1,   Color::t2,        Color::t3,
                                                 Color::jade, Color::gold_text, Color::cin};

}  // namespace

TEST_CASE("words have 4.5 to 1 on every ground of every scheme") {
  const Looking as(false);
  check_words(kWords, 4.5);
}

TEST_CASE("with more contrast words have 7 to 1, and the edges of what is pressed 3 to 1") {
  const Looking as(true);
  check_words(kWords, 7);
  check_words({Color::line2}, 3);
  for (const Scheme scheme : kSchemes) {
    set_scheme(scheme);
    CHECK(contrast(Color::on_jade, Color::jade) >= 7);
    CHECK(contrast(Color::on_cin, Color::cin_fill) >= 7);
  }
}
