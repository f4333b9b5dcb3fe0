// Writes shared/base/lunar_table.h: the months of the lunar calendar and the days of the 24 solar terms,
// by the rules of GB/T 33661-2017 (Beijing time), for the years in which no new moon or term lies so near
// to midnight that its day could be another one. Lunar dates are those of lunar-javascript 1.7.7 (MIT);
// terms are the apparent longitudes of the sun by VSOP87 in astronomia 4.2.0 (MIT), and must be on the
// same days in both. Also writes tests/golden/lunar_months.txt, the same months by the ICU in Node.js,
// for the test to compare with.
// Run:  npm install --prefix DIR lunar-javascript@1.7.7 astronomia@4.2.0
//       node deploy/data/make_lunar.mjs DIR shared/base/lunar_table.h tests/golden/lunar_months.txt
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, target, reference] = process.argv.slice(2);
const root = resolve(folder);
const require = createRequire(join(root, 'package.json'));
const { Solar } = require('lunar-javascript');
const sky = require('astronomia');
const { default: planets } = await import(
  pathToFileURL(join(root, 'node_modules/astronomia/data/index.js')));

const FIRST = 1990, LAST = 2056;
const DAY_S = 86400, NEAR_MIDNIGHT_S = 30;
const TERMS = ['小寒', '大寒', '立春', '雨水', '惊蛰', '春分', '清明', '谷雨', '立夏', '小满', '芒种', '夏至',
  '小暑', '大暑', '立秋', '处暑', '白露', '秋分', '寒露', '霜降', '立冬', '小雪', '大雪', '冬至'];
const earth = new sky.planetposition.Planet(planets.earth);

/** Seconds since 1970 on a clock in Beijing. */
function beijing(jde) {
  const dynamical = sky.deltat.deltaT(2000 + (jde - 2451545) / 365.25);
  return (jde - 2440587.5) * DAY_S - dynamical + 8 * 3600;
}
function termAt(year, term) {
  const wanted = (285 + 15 * term) % 360;
  let jde = sky.julian.CalendarGregorianToJD(year, 1, 5.5) + term * 15.2184;
  for (let i = 0; i < 6; i++) {
    const longitude = sky.solar.apparentVSOP87(earth, jde).lon * 180 / Math.PI;
    jde += (((wanted - longitude + 540) % 360) - 180) / 0.98565;
  }
  return beijing(jde);
}
function farFromMidnight(seconds, what) {
  const past = ((seconds % DAY_S) + DAY_S) % DAY_S;
  if (Math.min(past, DAY_S - past) < NEAR_MIDNIGHT_S) throw new Error(`${what} is too near midnight`);
  return Math.floor(seconds / DAY_S);
}
const lunarOn = (days) => {
  const date = new Date(days * DAY_S * 1000);
  return Solar.fromYmd(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()).getLunar();
};

for (let year = FIRST - 0.2; year < LAST + 1; year += 1 / 12.5)
  farFromMidnight(beijing(sky.moonphase.newMoon(year)), `the new moon of ${year}`);

// A lunar year: bits 0–12 whether a month has 30 days, bits 13–16 the number of the leap month.
const first = Date.UTC(FIRST, 0, 1) / 1000 / DAY_S, end = Date.UTC(LAST + 1, 0, 1) / 1000 / DAY_S;
const years = new Map();
let start = first;
while (!(lunarOn(start).getMonth() === 1 && lunarOn(start).getDay() === 1)) start--;
for (let day = start, month = -1; day < end || lunarOn(day).getMonth() !== 1 || lunarOn(day).getDay() !== 1; day++) {
  const date = lunarOn(day);
  if (date.getDay() === 1) month = date.getMonth() === 1 ? 0 : month + 1;
  const bits = years.get(date.getYear()) ?? 0;
  const long = date.getDay() === 30 ? 1 << month : 0;
  const leap = date.getMonth() < 0 ? -date.getMonth() << 13 : 0;
  years.set(date.getYear(), bits | long | leap);
}

// A term: minutes from 1970 in the year 2000, what a year is longer than 365.2422 days in thousandths of
// a minute, and the years in which the straight line misses the day.
const YEAR_MINUTES = 525948.768;
const lines = [], misses = [];
for (let term = 0; term < 24; term++) {
  const points = [];
  for (let year = FIRST; year <= LAST; year++) {
    const at = termAt(year, term), day = farFromMidnight(at, `${TERMS[term]} of ${year}`);
    if (lunarOn(day).getJieQi() !== TERMS[term]) throw new Error(`${TERMS[term]} of ${year} differs`);
    points.push([year - 2000, at / 60 - (year - 2000) * YEAR_MINUTES, day]);
  }
  const n = points.length, mean = (at) => points.reduce((sum, p) => sum + at(p), 0) / n;
  const x = mean((p) => p[0]), y = mean((p) => p[1]);
  const slope = mean((p) => (p[0] - x) * (p[1] - y)) / mean((p) => (p[0] - x) ** 2);
  const base = Math.round(y - slope * x), drift = Math.round(slope * 1000);
  lines.push([base, drift]);
  for (const [since, , day] of points) {
    const thousandths = base * 1000 + since * (YEAR_MINUTES * 1000 + drift);
    const line = Math.floor(thousandths / 1440000);
    if (line !== day) misses.push([since + 2000, term, day - line]);
  }
}

const rows = (items, each, width) => {
  let text = '', row = '   ';
  for (const item of items) {
    const piece = ` ${each(item)},`;
    if (row.length + piece.length > width) text += `${row}\n`, row = '   ';
    row += piece;
  }
  return `${text}${row}\n`;
};
writeFileSync(target, `// Written by deploy/data/make_lunar.mjs, which names the sources.
#pragma once

#include <cstdint>

namespace shanzhi::base {

inline constexpr int kLunarFirstYear = ${FIRST}, kLunarLastYear = ${LAST};  // civil years, whole
/// Days from 1970 of the first day of lunar year kLunarFirstYear - 1.
inline constexpr std::int32_t kLunarStart = ${start};
/// Bits 0 to 12: whether a month has 30 days; from bit 13: the leap month's number, 0 for none.
inline constexpr std::uint32_t kLunarYears[] = {
${rows([...years.values()], (bits) => `0x${bits.toString(16)}`, 100)}};

/// Minutes from 1970 in Beijing time of the term in 2000; thousandths of a minute by which the time from
/// one to the next is longer than 365.2422 days.
struct SolarTermLine {
  std::int32_t minutes;
  std::int16_t drift;
};
inline constexpr SolarTermLine kSolarTermLines[] = {
${rows(lines, ([base, drift]) => `{${base}, ${drift}}`, 100)}};
/// Where the day is another than the line's.
struct SolarTermMiss {
  std::int16_t year;
  std::int8_t term, days;
};
inline constexpr SolarTermMiss kSolarTermMisses[] = {
${rows(misses, (miss) => `{${miss.join(', ')}}`, 100)}};

}  // namespace shanzhi::base
`);

const icu = new Intl.DateTimeFormat('zh-u-ca-chinese',
  { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const icuOn = (days) => Object.fromEntries(
  icu.formatToParts(new Date(days * DAY_S * 1000)).map((part) => [part.type, part.value]));
let text = `# First days of the months of the Chinese calendar by Intl.DateTimeFormat("zh-u-ca-chinese") of
# Node.js ${process.version}, ICU ${process.versions.icu}: civil date, lunar year, month (闰 for a leap month).
`;
for (let day = first; day < end; day++) {
  const { relatedYear, month, day: number } = icuOn(day);
  if (number === '1')
    text += `${new Date(day * DAY_S * 1000).toISOString().slice(0, 10)} ${relatedYear} ${month}\n`;
}
writeFileSync(reference, text);
console.log(`${years.size} lunar years, ${misses.length} misses of ${24 * (LAST - FIRST + 1)}`);
