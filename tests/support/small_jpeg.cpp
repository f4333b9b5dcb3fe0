// A browser's canvas drew it: a blue square on red, quality 50.
#include "tests/support/small_jpeg.h"

namespace shanzhi::test {
namespace {

constexpr std::string_view kHex =
    "ffd8ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e40"
    "4457453738506d51575f626768673e4d71797064785c656763ffdb0043011112121815182f1a1a2f634238426363"
    "63636363636363636363636363636363636363636363636363636363636363636363636363636363636363636363"
    "6363ffc00011080010001803012200021101031101ffc4001500010100000000000000000000000000000005ffc4"
    "001510010100000000000000000000000000000011ffc400160101010100000000000000000000000000040305ff"
    "c4001c1100010305000000000000000000000000001321c10304143181ffda000c03010002110311003f009e5089"
    "d049d4935eef2190eea40038d3ffd9";

int digit(char c) {
  return c <= '9' ? c - '0' : c - 'a' + 10;
}

}  // namespace

std::string small_jpeg(int which) {
  std::string bytes;
  for (std::size_t i = 0; i < kHex.size(); i += 2)
    bytes += static_cast<char>(digit(kHex[i]) << 4 | digit(kHex[i + 1]));
  // The last coefficients of the first quantizer: the picture stays one.
  constexpr std::size_t kQuantizer = 2 + 4 + 1 + 60;
  bytes[kQuantizer] = static_cast<char>(1 + (which & 127));
  bytes[kQuantizer + 1] = static_cast<char>(1 + (which >> 7 & 127));
  return bytes;
}

std::string with_segment(const std::string& jpeg, int marker, const std::string& payload) {
  const std::size_t length = payload.size() + 2;
  std::string out = jpeg.substr(0, 2);
  out += '\xFF';
  out += static_cast<char>(marker);
  out += static_cast<char>(length >> 8);
  out += static_cast<char>(length & 0xFF);
  return out + payload + jpeg.substr(2);
}

std::string camera_jpeg(int which) {
  std::string jpeg = small_jpeg(which);
  jpeg = with_segment(jpeg, 0xFE, "comment 34.8511N");
  jpeg = with_segment(jpeg, 0xED, std::string("Photoshop 3.0\0IPTC 34.8511N", 27));
  jpeg = with_segment(jpeg, 0xE2, "MPF 34.8511N");
  jpeg = with_segment(jpeg, 0xE1, "http://ns.adobe.com/xap/1.0/ <exif:GPSLatitude>34.8511N");
  jpeg = with_segment(jpeg, 0xE1, std::string("Exif\0\0MM\0*", 10) + "GPS 34.8511N" + small_jpeg());
  jpeg = with_segment(jpeg, 0xE0, std::string("JFIF\0\1\1\0\0\1\0\1\2\2", 14) + "34.8511N....");
  return jpeg + small_jpeg() + "after the end 34.8511N";
}

}  // namespace shanzhi::test
