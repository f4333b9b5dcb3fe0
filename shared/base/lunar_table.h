// Written by deploy/data/make_lunar.mjs, which names the sources.
#pragma once

#include <cstdint>

namespace shanzhi::base {

inline constexpr int kLunarFirstYear = 1990, kLunarLastYear = 2056;  // civil years, whole
/// Days from 1970 of the first day of lunar year kLunarFirstYear - 1.
inline constexpr std::int32_t kLunarStart = 6976;
/// Bits 0 to 12: whether a month has 30 days; from bit 13: the leap month's number, 0 for none.
inline constexpr std::uint32_t kLunarYears[] = {
    0xea9,  0xbe92, 0xe92,  0xd26,   0x6a56,  0xa57,   0x114d6, 0x35a,  0x6d5,  0xb6c9,
    0x749,  0x693,  0x952b, 0x52b,   0xa5b,   0x555a,  0x56a,   0xfb55, 0xba4,  0xb49,
    0xba93, 0xa95,  0x52d,  0x8aad,  0xab5,   0x135aa, 0x5d2,   0xda5,  0xdd4a, 0xd4a,
    0xc95,  0x952e, 0x556,  0xab5,   0x55b2,  0x6d2,   0xcea5,  0x725,  0x64b,  0xac97,
    0xcab,  0x55a,  0x6ad6, 0xb69,   0x17752, 0xb52,   0xb25,   0xda4b, 0xa4b,  0x4ab,
    0xa55b, 0x5ad,  0xb6a,  0x5b52,  0xd92,   0xfd25,  0xd25,   0xa55,  0xb4ad, 0x4b6,
    0x5b5,  0x6daa, 0xec9,  0x11e92, 0xe92,   0xd26,   0xca56,  0xa57,
};

/// Minutes from 1970 in Beijing time of the term in 2000; thousandths of a minute by which the time from
/// one to the next is longer than 365.2422 days.
struct SolarTermLine {
  std::int32_t minutes;
  std::int16_t drift;
};
inline constexpr SolarTermLine kSolarTermLines[] = {
    {15785813, 827},  {15807016, 806},  {15828273, 737},  {15849626, 613},  {15871114, 456},
    {15892768, 257},  {15914604, 48},   {15936632, -176}, {15958844, -382}, {15981222, -569},
    {16003734, -711}, {16026339, -810}, {16048989, -846}, {16071632, -826}, {16094217, -744},
    {16116696, -613}, {16139031, -438}, {16161194, -233}, {16183169, -16},  {16204954, 202},
    {16226559, 403},  {16248007, 577},  {16269330, 711},  {16290567, 800},
};
/// Where the day is another than the line's.
struct SolarTermMiss {
  std::int16_t year;
  std::int8_t term, days;
};
inline constexpr SolarTermMiss kSolarTermMisses[] = {
    {2051, 5, -1}, {2048, 11, -1}, {2016, 12, 1}, {2040, 18, 1}, {2020, 22, 1},
};

}  // namespace shanzhi::base
