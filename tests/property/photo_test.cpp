// Photographs broken at random: whatever comes in, what comes out is clean, and cleaning it again changes
// nothing. The seed is printed; CATCH's --rng-seed repeats it.
#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

#include "server/storage/digest.h"
#include "shared/base/base64.h"
#include "shared/base/sha256.h"
#include "shared/photos/clean_jpeg.h"
#include "tests/support/small_jpeg.h"

using namespace shanzhi;

namespace {

constexpr int kPictures = 20'000;

std::string broken(std::string jpeg, std::mt19937& random) {
  const auto below = [&](std::size_t end) { return random() % end; };
  for (std::size_t changes = 1 + below(6); changes > 0 && !jpeg.empty(); --changes) {
    const std::size_t at = below(jpeg.size());
    switch (below(6)) {
      case 0: jpeg[at] = static_cast<char>(random()); break;
      case 1: jpeg[at] = static_cast<char>(jpeg[at] ^ 1 << below(8)); break;
      case 2: jpeg.erase(at, 1 + below(40)); break;
      case 3: jpeg.insert(at, jpeg.substr(below(jpeg.size()), below(60))); break;
      case 4: jpeg.insert(at, {'\xFF', static_cast<char>(0xC0 + below(64))}); break;
      case 5: jpeg.resize(at); break;
    }
  }
  return jpeg;
}

/// Markers before the first scan, to be held against what may be there.
bool only_what_a_picture_needs(const std::string& jpeg) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(jpeg[at]); };
  for (std::size_t at = 2; at + 3 < jpeg.size();) {
    const int marker = byte(at + 1);
    const bool table = marker == 0xDB || marker == 0xC4 || marker == 0xDD;
    const bool header =
        (marker == 0xE0 || marker == 0xEE) && (byte(at + 2) << 8 | byte(at + 3)) <= 16;
    if (marker == 0xDA) return true;
    if (!table && !header && (marker < 0xC0 || marker > 0xC2)) return false;
    at += 2 + static_cast<std::size_t>(byte(at + 2) << 8 | byte(at + 3));
  }
  return false;
}

}  // namespace

TEST_CASE("a photograph broken at random is refused, or cleaned to what stays as it is") {
  const std::uint32_t seed = Catch::getSeed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string kinds[] = {test::small_jpeg(), test::camera_jpeg()};
  int taken = 0;
  for (int i = 0; i < kPictures; ++i) {
    const std::string bytes = broken(kinds[random() % 2], random);
    const auto clean = photos::clean_jpeg(bytes);
    if (!clean) continue;
    ++taken;
    const auto again = photos::clean_jpeg(clean->bytes);
    const bool same = again && again->bytes == clean->bytes;
    if (!same || !only_what_a_picture_needs(clean->bytes) ||
        clean->bytes.size() > bytes.size() + 40 || clean->width < 1 ||
        clean->width > photos::kSideMax)
      FAIL_CHECK(base::to_base64(bytes));
  }
  CHECK(taken > kPictures / 20);
  CHECK(taken < kPictures);
}

TEST_CASE("the page's hash is the library's, for every length round a block") {
  std::mt19937 random(Catch::getSeed());
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    CHECK(base::sha256(bytes) == storage::sha256(bytes));
    CHECK(base::from_base64(base::to_base64(bytes)) == bytes);
    bytes += static_cast<char>(random());
  }
}
