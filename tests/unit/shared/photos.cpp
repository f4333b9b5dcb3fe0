// What of a photograph is kept, and what is refused.
#include "shared/photos/clean_jpeg.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/base/base64.h"
#include "shared/base/sha256.h"
#include "tests/support/small_jpeg.h"

namespace shanzhi::tests {
namespace {

using base::ErrorCode;
using photos::clean_jpeg;
using test::camera_jpeg;
using test::small_jpeg;

std::optional<ErrorCode> refusal(const std::string& bytes) {
  const auto clean = clean_jpeg(bytes);
  if (clean) return std::nullopt;
  CHECK(clean.error().field == "/photo");
  return clean.error().code;
}

/// The picture's frame with another height and width.
std::string sized(int height, int width) {
  std::string jpeg = small_jpeg();
  const std::size_t frame = jpeg.find("\xFF\xC0") + 5;
  jpeg[frame] = static_cast<char>(height >> 8);
  jpeg[frame + 1] = static_cast<char>(height & 0xFF);
  jpeg[frame + 2] = static_cast<char>(width >> 8);
  jpeg[frame + 3] = static_cast<char>(width & 0xFF);
  return jpeg;
}

}  // namespace

TEST_CASE("nothing that a camera writes beside the picture is left of a photograph") {
  const auto clean = clean_jpeg(camera_jpeg());
  REQUIRE(clean);
  CHECK(camera_jpeg().find(test::kPlanted) != std::string::npos);
  CHECK(clean->bytes.find(test::kPlanted) == std::string::npos);
  CHECK(clean->bytes.find("Exif") == std::string::npos);
  CHECK(clean->width == 24);
  CHECK(clean->height == 16);
  // A bare header in the place of the camera's; the picture itself to the last byte.
  CHECK(clean->bytes.size() == small_jpeg().size() + 18);
  CHECK(clean->bytes.substr(20) == small_jpeg().substr(2));
}

TEST_CASE("what is clean stays as it is, so that page and server call it by the same hash") {
  CHECK(clean_jpeg(small_jpeg()).value().bytes == small_jpeg());
  const auto once = clean_jpeg(camera_jpeg());
  REQUIRE(once);
  CHECK(clean_jpeg(once->bytes).value().bytes == once->bytes);
}

TEST_CASE("how colours are meant is kept, and nothing else of that header") {
  CHECK_FALSE(  // the byte for colours is none of the three
      clean_jpeg(test::with_segment(small_jpeg(), 0xEE, std::string("Adobe\0dVVFF9", 12))));
  const auto known = clean_jpeg(
      test::with_segment(small_jpeg(), 0xEE, std::string("Adobe\0\x65\x80\x41\0\x42\1 34.85", 18)));
  REQUIRE(known);
  CHECK(known->bytes.substr(2, 16) == std::string("\xFF\xEE\0\x0E"
                                                  "Adobe\0\x64\0\0\0\0\1",
                                                  16));
}

TEST_CASE("what is no JPEG is refused by its content, whatever it is called") {
  for (const std::string bytes :
       {std::string(), std::string("\xFF\xD8"), std::string("\x89PNG\r\n\x1A\n............"),
        std::string("RIFF....WEBPVP8 "), std::string("<svg onload=alert(1)>"),
        std::string("GIF89a.......")})
    CHECK(refusal(bytes) == ErrorCode::unsupported_media);
  CHECK(refusal(small_jpeg().replace(small_jpeg().find("\xFF\xC0"), 2, "\xFF\xC3")) ==
        ErrorCode::unsupported_media);
}

TEST_CASE("a photograph cut off anywhere is refused") {
  const std::string jpeg = small_jpeg();
  for (std::size_t size = 4; size < jpeg.size(); ++size)
    CHECK(refusal(jpeg.substr(0, size)) == ErrorCode::malformed);
}

TEST_CASE("a photograph larger than anybody can open is refused with the limit") {
  CHECK_FALSE(refusal(sized(16, photos::kSideMax)));
  CHECK(refusal(sized(16, photos::kSideMax + 1)) == ErrorCode::out_of_range);
  CHECK(refusal(sized(65535, 65535)) == ErrorCode::out_of_range);
  CHECK(clean_jpeg(sized(65535, 16)).error().shown == "4096");
  CHECK(refusal(sized(0, 16)) == ErrorCode::malformed);
}

TEST_CASE("a photograph of a thousand scans, or of tables without end, is refused") {
  const std::string jpeg = small_jpeg();
  const std::size_t scan = jpeg.find("\xFF\xDA");
  const std::string one = jpeg.substr(scan, jpeg.size() - scan - 2);
  std::string many = jpeg.substr(0, scan);
  for (int i = 0; i < 1000; ++i) many += one;
  CHECK(refusal(many + "\xFF\xD9") == ErrorCode::malformed);
  std::string tables = jpeg;
  for (int i = 0; i < 1200; ++i)
    tables = test::with_segment(tables, 0xDB, std::string(1, '\0') + std::string(64, '\1'));
  CHECK(refusal(tables) == ErrorCode::malformed);
}

TEST_CASE("a hash has one text, and bytes come back from theirs") {
  CHECK(base::to_hex(base::sha256("abc")) ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(base::to_hex(base::sha256("")) ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(base::parse_hash256(base::to_hex(base::sha256("abc"))) == base::sha256("abc"));
  CHECK_FALSE(base::parse_hash256(std::string(64, 'A')));
  CHECK_FALSE(base::parse_hash256("ba78"));
  CHECK(base::to_base64("ab") == "YWI=");
  CHECK(base::from_base64("YWI=") == "ab");
  CHECK(base::from_base64(base::to_base64(small_jpeg())) == small_jpeg());
}

}  // namespace shanzhi::tests
