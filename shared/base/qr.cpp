// Bytes to codewords, codewords to modules, and the mask that scanners read best.
#include "shared/base/qr.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace shanzhi::base {
namespace {

constexpr std::size_t index(int n) {
  return static_cast<std::size_t>(n);
}

/// Level M of one version (table 9): codewords of correction a block, blocks in two groups.
struct Version {
  int correction;                       ///< a block
  int blocks, data;                     ///< of the first group
  int more_blocks, more_data;           ///< of the second
  std::array<std::uint8_t, 3> centres;  ///< of the alignment patterns (annex E); 0 none
};
constexpr Version kVersions[] = {{10, 1, 16, 0, 0, {}},           {16, 1, 28, 0, 0, {6, 18}},
                                 {26, 1, 44, 0, 0, {6, 22}},      {18, 2, 32, 0, 0, {6, 26}},
                                 {24, 2, 43, 0, 0, {6, 30}},      {16, 4, 27, 0, 0, {6, 34}},
                                 {18, 4, 31, 0, 0, {6, 22, 38}},  {22, 2, 38, 2, 39, {6, 24, 42}},
                                 {22, 3, 36, 2, 37, {6, 26, 46}}, {26, 4, 43, 1, 44, {6, 28, 50}}};
constexpr int kMost = static_cast<int>(std::size(kVersions));

int data_codewords(const Version& v) {
  return v.blocks * v.data + v.more_blocks * v.more_data;
}
int length_bits(int version) {
  return version < 10 ? 8 : 16;
}

/// Product in the field of 256 elements over x⁸ + x⁴ + x³ + x² + 1.
std::uint8_t product(std::uint8_t a, std::uint8_t b) {
  unsigned out = 0;
  for (int i = 7; i >= 0; i--) {
    out = (out << 1) ^ ((out >> 7) * 0x11D);
    out ^= ((b >> i) & 1u) * a;
  }
  return static_cast<std::uint8_t>(out);
}

std::vector<std::uint8_t> data_of(std::string_view bytes, int version) {
  std::vector<std::uint8_t> out;
  int used = 0;
  const auto put = [&](unsigned value, int bits) {
    for (int i = bits - 1; i >= 0; i--, used++) {
      if (used % 8 == 0) out.push_back(0);
      out.back() |= static_cast<std::uint8_t>(((value >> i) & 1u) << (7 - used % 8));
    }
  };
  const int room = 8 * data_codewords(kVersions[version - 1]);
  put(4, 4);  // bytes
  put(static_cast<unsigned>(bytes.size()), length_bits(version));
  for (const char c : bytes) put(static_cast<unsigned char>(c), 8);
  put(0, std::min(4, room - used));
  while (used % 8 != 0) put(0, 1);
  for (std::size_t i = 0; out.size() * 8 < static_cast<std::size_t>(room); i++)
    put(i % 2 == 0 ? 0xEC : 0x11, 8);
  return out;
}

/// Blocks laid through each other: data first, then corrections.
std::vector<std::uint8_t> codewords(const std::vector<std::uint8_t>& data, const Version& v) {
  std::vector<std::uint8_t> out, corrections;
  const int blocks = v.blocks + v.more_blocks;
  const auto first = [&v](int block) {  // where its data begins
    return block * v.data + std::max(0, block - v.blocks);
  };
  for (int i = 0; i <= v.data; i++)
    for (int b = 0; b < blocks; b++)
      if (i < v.data || b >= v.blocks) out.push_back(data[index(first(b) + i)]);
  out.resize(data.size());  // where all blocks are as long, the last round gave nothing
  for (int b = 0; b < blocks; b++) {
    const auto rest =
        qr_remainder({data.begin() + first(b), data.begin() + first(b + 1)}, v.correction);
    corrections.insert(corrections.end(), rest.begin(), rest.end());
  }
  for (int i = 0; i < v.correction; i++)
    for (int b = 0; b < blocks; b++) out.push_back(corrections[index(b * v.correction + i)]);
  return out;
}

class Drawing {
 public:
  explicit Drawing(int version) : version_(version) {
    code_.side = 17 + 4 * version;
    code_.modules.assign(index(code_.side * code_.side), 0);
    fixed_ = code_.modules;
    patterns();
  }
  void fill(const std::vector<std::uint8_t>& words) {
    std::size_t bit = 0;
    for (int right = code_.side - 1; right >= 1; right -= 2) {
      if (right == 6) right = 5;  // the timing column is skipped
      for (int step = 0; step < code_.side; step++)
        for (int x = right; x > right - 2; x--) {
          const bool up = ((right + 1) & 2) == 0;
          const int y = up ? code_.side - 1 - step : step;
          if (fixed_[at(x, y)] || bit >= words.size() * 8) continue;
          code_.modules[at(x, y)] = (words[bit / 8] >> (7 - bit % 8)) & 1;
          bit++;
        }
    }
  }
  QrCode masked(int mask) const {
    Drawing other = *this;
    other.code_.mask = mask;
    for (int y = 0; y < code_.side; y++)
      for (int x = 0; x < code_.side; x++)
        if (!fixed_[at(x, y)] && flips(mask, x, y)) other.code_.modules[at(x, y)] ^= 1;
    other.format(mask);
    return other.code_;
  }

 private:
  std::size_t at(int x, int y) const { return index(y * code_.side + x); }
  void set(int x, int y, bool dark) {
    code_.modules[at(x, y)] = dark;
    fixed_[at(x, y)] = 1;
  }
  static bool flips(int mask, int x, int y) {
    switch (mask) {
      case 0: return (x + y) % 2 == 0;
      case 1: return y % 2 == 0;
      case 2: return x % 3 == 0;
      case 3: return (x + y) % 3 == 0;
      case 4: return (x / 3 + y / 2) % 2 == 0;
      case 5: return x * y % 2 + x * y % 3 == 0;
      case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
      default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
  }
  void finder(int cx, int cy) {
    for (int dy = -4; dy <= 4; dy++)
      for (int dx = -4; dx <= 4; dx++) {
        const int x = cx + dx, y = cy + dy, far = std::max(std::abs(dx), std::abs(dy));
        if (x >= 0 && y >= 0 && x < code_.side && y < code_.side) set(x, y, far != 2 && far != 4);
      }
  }
  void alignment(int cx, int cy) {
    for (int dy = -2; dy <= 2; dy++)
      for (int dx = -2; dx <= 2; dx++)
        set(cx + dx, cy + dy, std::max(std::abs(dx), std::abs(dy)) != 1);
  }
  void patterns() {
    const int last = code_.side - 1;
    for (int i = 0; i < code_.side; i++) set(6, i, i % 2 == 0), set(i, 6, i % 2 == 0);
    finder(3, 3), finder(last - 3, 3), finder(3, last - 3);
    const auto& centres = kVersions[version_ - 1].centres;
    const int greatest = *std::max_element(centres.begin(), centres.end());
    for (const int y : centres)
      for (const int x : centres) {
        const bool corner = (x == 6 && (y == 6 || y == greatest)) || (y == 6 && x == greatest);
        if (x != 0 && y != 0 && !corner) alignment(x, y);
      }
    format(0);
    if (version_ >= 7) number();
  }
  /// Level M and the mask, protected, twice.
  void format(int mask) {
    unsigned rest = static_cast<unsigned>(mask);  // level M is 00
    for (int i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const unsigned bits = ((static_cast<unsigned>(mask) << 10) | rest) ^ 0x5412;
    const int side = code_.side;
    const auto bit = [bits](int i) { return ((bits >> i) & 1u) != 0; };
    for (int i = 0; i < 15; i++) {
      const int y = i < 6 ? i : i < 8 ? i + 1 : side - 15 + i;
      const int x = i < 8 ? side - 1 - i : i == 8 ? 7 : 14 - i;
      set(8, y, bit(i));
      set(x, 8, bit(i));
    }
    set(8, side - 8, true);
  }
  void number() {
    auto rest = static_cast<unsigned>(version_);
    for (int i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >> 11) * 0x1F25);
    const unsigned bits = (static_cast<unsigned>(version_) << 12) | rest;
    for (int i = 0; i < 18; i++) {
      const int a = code_.side - 11 + i % 3, b = i / 3;
      set(a, b, (bits >> i) & 1u);
      set(b, a, (bits >> i) & 1u);
    }
  }

  int version_;
  QrCode code_;
  std::vector<std::uint8_t> fixed_;
};

/// Runs of five and more, and what looks like a finder, along one line; `step` apart.
int line_penalty(const std::uint8_t* at, int side, int step) {
  int penalty = 0, run = 0;
  unsigned seen = 0;  // the last eleven modules
  for (int i = 0; i < side; i++, at += step) {
    run = i > 0 && *at == (seen & 1u) ? run + 1 : 1;
    penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
    seen = (seen << 1 | *at) & 0x7FF;
    if (i >= 10 && (seen == 0x5D0 || seen == 0x05D)) penalty += 40;
  }
  return penalty;
}

int penalty_of(const QrCode& code) {
  int penalty = 0, dark = 0;
  for (int y = 0; y < code.side; y++) {
    for (int x = 0; x < code.side; x++) {
      dark += code.dark(x, y);
      if (x == 0 || y == 0) continue;
      const bool d = code.dark(x, y);
      if (code.dark(x - 1, y) == d && code.dark(x, y - 1) == d && code.dark(x - 1, y - 1) == d)
        penalty += 3;
    }
    penalty += line_penalty(&code.modules[index(y * code.side)], code.side, 1);
    penalty += line_penalty(&code.modules[static_cast<std::size_t>(y)], code.side, code.side);
  }
  const int all = code.side * code.side;
  return penalty + 10 * (std::abs(20 * dark - 10 * all) / all);
}

}  // namespace

std::vector<std::uint8_t> qr_remainder(const std::vector<std::uint8_t>& data, int degree) {
  const auto size = static_cast<std::size_t>(std::max(1, degree));
  std::vector<std::uint8_t> divisor(size, 0), rest(size, 0);
  divisor[size - 1] = 1;
  std::uint8_t root = 1;
  for (int i = 0; i < degree; i++) {  // (x − 1)(x − α)(x − α²) …, without the leading 1
    for (std::size_t j = 0; j < divisor.size(); j++) {
      divisor[j] = product(divisor[j], root);
      if (j + 1 < divisor.size()) divisor[j] ^= divisor[j + 1];
    }
    root = product(root, 2);
  }
  for (const std::uint8_t each : data) {
    const std::uint8_t factor = each ^ rest[0];
    for (std::size_t j = 0; j < size; j++)
      rest[j] = product(divisor[j], factor) ^ (j + 1 < size ? rest[j + 1] : 0);
  }
  return rest;
}

std::optional<QrCode> qr_code(std::string_view bytes, int mask) {
  int version = 1;
  const auto holds = [&] {
    const int bits = 8 * data_codewords(kVersions[version - 1]) - 4 - length_bits(version);
    return static_cast<int>(bytes.size()) <= bits / 8;
  };
  while (version <= kMost && !holds()) version++;
  if (version > kMost) return std::nullopt;
  Drawing drawing(version);
  drawing.fill(codewords(data_of(bytes, version), kVersions[version - 1]));
  if (mask >= 0) return drawing.masked(mask);
  std::optional<QrCode> best;
  int least = 0;
  for (int each = 0; each < 8; each++) {
    QrCode code = drawing.masked(each);
    const int penalty = penalty_of(code);
    if (best && penalty >= least) continue;
    least = penalty;
    best = std::move(code);
  }
  return best;
}

}  // namespace shanzhi::base
