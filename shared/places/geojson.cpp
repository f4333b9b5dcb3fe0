// GeoJSON geometries read by descent over nested arrays of numbers; nothing else of JSON is needed.
#include "shared/places/geojson.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

namespace shanzhi::places {
namespace {

using base::ErrorCode;

/// Reads forward over one text; the first trouble sticks and everything after it fails.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool fail(ErrorCode code = ErrorCode::malformed) {
    if (!trouble_) trouble_ = code;
    return false;
  }
  std::optional<ErrorCode> trouble() const { return trouble_; }

  void skip_space() {
    while (at_ < text_.size() && std::strchr(" \t\r\n", text_[at_]) && text_[at_] != '\0') ++at_;
  }
  bool next_is(char c) {
    skip_space();
    return at_ < text_.size() && text_[at_] == c;
  }
  bool take(char c) {
    if (!next_is(c)) return fail();
    ++at_;
    return true;
  }
  bool at_end() {
    skip_space();
    return at_ == text_.size();
  }
  /// A string without escapes: member names and type names need none.
  bool word(std::string_view& out) {
    if (!take('"')) return false;
    const std::size_t from = at_;
    while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\') ++at_;
    if (at_ == text_.size() || text_[at_] == '\\') return fail();
    out = text_.substr(from, at_++ - from);
    return true;
  }
  bool number(double& out) {
    skip_space();
    const std::size_t from = at_;
    if (peek() == '-') ++at_;
    if (peek() == '0') {
      ++at_;
    } else if (!digits()) {
      return fail();
    }
    if (peek() == '.') {
      ++at_;
      if (!digits()) return fail();
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!digits()) return fail();
    }
    char buffer[64];
    const std::size_t size = at_ - from;
    if (size >= sizeof buffer) return fail();
    std::memcpy(buffer, text_.data() + from, size);
    buffer[size] = '\0';
    out = std::strtod(buffer, nullptr);
    return std::isfinite(out) || fail(ErrorCode::out_of_range);
  }
  /// "[" item "," item … "]", at least one.
  template <class Item>
  bool list(Item item) {
    if (!take('[')) return false;
    do {
      if (!item()) return false;
    } while (comma());
    return take(']');
  }
  bool comma() {
    if (!next_is(',')) return false;
    ++at_;
    return true;
  }
  /// Passes over one value that is not kept, and is looked at again later from its beginning.
  std::size_t position() const { return at_; }
  void move_to(std::size_t at) { at_ = at; }
  /// Nested arrays of numbers, of any depth up to that of a MultiPolygon.
  bool skip_arrays(int depth_left) {
    if (next_is('[')) {
      if (depth_left == 0) return fail();
      return list([&] { return skip_arrays(depth_left - 1); });
    }
    double ignored = 0;
    return number(ignored);
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool digits() {
    const std::size_t from = at_;
    while (peek() >= '0' && peek() <= '9') ++at_;
    return at_ > from;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<ErrorCode> trouble_;
};

bool read_position(Reader& in, base::Point& p) {
  int count = 0;
  const bool read = in.list([&] {
    double value = 0;
    if (!in.number(value)) return false;
    if (count == 0) p.x = value;
    if (count == 1) p.y = value;
    return ++count <= 3 || in.fail();
  });
  if (!read) return false;
  if (count < 2) return in.fail();
  if (std::fabs(p.x) > 180 || std::fabs(p.y) > 90) return in.fail(ErrorCode::out_of_range);
  return true;
}

bool read_ring(Reader& in, base::Ring& ring, std::size_t& points) {
  const bool read = in.list([&] {
    base::Point p;
    if (!read_position(in, p)) return false;
    if (++points > kOutlinePointsMax) return in.fail(ErrorCode::too_large);
    ring.push_back(p);
    return true;
  });
  if (!read) return false;
  constexpr std::size_t kClosedTriangle = 4;
  if (ring.size() < kClosedTriangle || !(ring.front() == ring.back())) return in.fail();
  ring.pop_back();
  return true;
}

bool read_polygon(Reader& in, base::Polygon& polygon, std::size_t& points) {
  bool outer = true;
  return in.list([&] {
    base::Ring ring;
    if (!read_ring(in, ring, points)) return false;
    // Older files turn rings either way round; inside the program there is one way.
    if ((base::signed_area(ring) < 0) == outer) std::reverse(ring.begin(), ring.end());
    if (outer) {
      polygon.outer = std::move(ring);
    } else {
      polygon.holes.push_back(std::move(ring));
    }
    outer = false;
    return true;
  });
}

bool read_coordinates(Reader& in, std::string_view type, base::Outline& outline) {
  std::size_t points = 0;
  if (type == "Polygon") return read_polygon(in, outline.emplace_back(), points);
  if (type != "MultiPolygon") return in.fail();
  return in.list([&] { return read_polygon(in, outline.emplace_back(), points); });
}

/// The members may come in any order, so coordinates are found first and read when the type is known.
bool read_geometry(Reader& in, base::Outline& outline) {
  constexpr int kMultiPolygonDepth = 4;
  std::string_view type;
  std::optional<std::size_t> coordinates;
  bool boxed = false;
  if (!in.take('{')) return false;
  do {
    std::string_view name;
    if (!in.word(name) || !in.take(':')) return false;
    if (name == "type" && type.empty()) {
      if (!in.word(type)) return false;
    } else if (name == "coordinates" && !coordinates) {
      coordinates = in.position();
      if (!in.skip_arrays(kMultiPolygonDepth)) return false;
    } else if (name == "bbox" && !boxed) {
      boxed = true;
      if (!in.skip_arrays(1)) return false;
    } else {
      return in.fail();
    }
  } while (in.comma());
  if (!in.take('}') || !in.at_end() || !coordinates) return in.fail();
  in.move_to(*coordinates);
  return read_coordinates(in, type, outline);
}

/// Seven decimals at most, without an exponent and without trailing zeros.
void write_degrees(std::string& out, double degrees) {
  constexpr long long kScale = 10'000'000;
  long long scaled = std::llround(degrees * static_cast<double>(kScale));
  if (scaled < 0) {
    out += '-';
    scaled = -scaled;
  }
  out += std::to_string(scaled / kScale);
  long long rest = scaled % kScale;
  if (rest == 0) return;
  std::string digits = std::to_string(rest + kScale).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  out += '.';
  out += digits;
}

void write_ring(std::string& out, const base::Ring& ring) {
  out += '[';
  for (std::size_t i = 0; i <= ring.size() && !ring.empty(); ++i) {
    const base::Point& p = ring[i % ring.size()];
    out += i == 0 ? "[" : ",[";
    write_degrees(out, p.x);
    out += ',';
    write_degrees(out, p.y);
    out += ']';
  }
  out += ']';
}

void write_polygon(std::string& out, const base::Polygon& polygon) {
  out += '[';
  write_ring(out, polygon.outer);
  for (const base::Ring& hole : polygon.holes) {
    out += ',';
    write_ring(out, hole);
  }
  out += ']';
}

}  // namespace

base::Result<base::Outline> parse_geometry(std::string_view json) {
  Reader in(json);
  base::Outline outline;
  if (read_geometry(in, outline)) return outline;
  return {in.trouble().value_or(ErrorCode::malformed), "/outline"};
}

std::string write_geometry(const base::Outline& outline) {
  if (outline.empty()) return {};
  std::string out;
  if (outline.size() == 1) {
    out = R"({"type":"Polygon","coordinates":)";
    write_polygon(out, outline.front());
  } else {
    out = R"({"type":"MultiPolygon","coordinates":[)";
    for (std::size_t i = 0; i < outline.size(); ++i) {
      if (i > 0) out += ',';
      write_polygon(out, outline[i]);
    }
    out += ']';
  }
  return out + '}';
}

}  // namespace shanzhi::places
