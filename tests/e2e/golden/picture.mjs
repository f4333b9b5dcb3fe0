// Small pictures: shrunk, with a palette of 256 colours, compared with the tolerance of an eye.
import { deflateSync } from 'node:zlib';

import { PNG } from 'pngjs';

export function read(bytes) {
  const { width, height, data } = PNG.sync.read(bytes);
  return { width, height, data };
}

/** Every `by` × `by` pixels become their mean. */
export function shrink(from, by) {
  if (by === 1) return from;
  const width = Math.floor(from.width / by), height = Math.floor(from.height / by), data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let dy = 0; dy < by; dy++) for (let dx = 0; dx < by; dx++) sum += from.data[((y * by + dy) * from.width + x * by + dx) * 4 + c];
        data[(y * width + x) * 4 + c] = Math.round(sum / (by * by));
      }
    }
  }
  return { width, height, data };
}

const kAlike = 24; // squared steps, weighted

/** The colours that occur most, in steps of 4, no two alike, and for every pixel the nearest of them. */
function quantised({ width, height, data }) {
  const counts = new Map(), key = (i) => (data[i] >> 2) << 12 | (data[i + 1] >> 2) << 6 | data[i + 2] >> 2;
  for (let i = 0; i < data.length; i += 4) counts.set(key(i), (counts.get(key(i)) ?? 0) + 1);
  const parts = [], nearest = new Map();
  const far = ([r, g, b], k) => (r - (k >> 12)) ** 2 * 2 + (g - (k >> 6 & 63)) ** 2 * 4 + (b - (k & 63)) ** 2;
  for (const [k] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (parts.length === 256) break;
    if (parts.length > 24 && parts.some((part) => far(part, k) < kAlike)) continue; // leaves room for the rare accent
    nearest.set(k, parts.length);
    parts.push([k >> 12, k >> 6 & 63, k & 63]);
  }
  const find = (k) => {
    let best = 0, least = Infinity;
    for (let i = 0; i < parts.length; i++) {
      const d = far(parts[i], k);
      if (d < least) { least = d; best = i; }
    }
    return best;
  };
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const k = key(i * 4);
    if (!nearest.has(k)) nearest.set(k, find(k));
    pixels[i] = nearest.get(k);
  }
  return { palette: parts.map((p) => p.map((v) => v << 2 | v >> 4)), pixels };
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
  return c >>> 0;
});
function chunk(type, body) {
  const out = Buffer.alloc(body.length + 12);
  out.writeUInt32BE(body.length, 0);
  out.write(type, 4, 'latin1');
  body.copy(out, 8);
  let c = 0xffffffff;
  for (let i = 4; i < body.length + 8; i++) c = crcTable[(c ^ out[i]) & 255] ^ c >>> 8;
  out.writeUInt32BE((c ^ 0xffffffff) >>> 0, body.length + 8);
  return out;
}

/** A PNG with a palette: a fifth of the bytes of a full one. */
export function write(picture) {
  const { palette, pixels } = quantised(picture), { width, height } = picture;
  const head = Buffer.alloc(13), lines = Buffer.alloc((width + 1) * height);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  for (let y = 0; y < height; y++) lines.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

const kVisible = 40; // of 255 and weighted as the eye does: less is not seen beside the palette's own rounding

const kWeights = [0.3, 0.59, 0.11];

/** Whether that pixel of `one` lies outside of what `other` has there and around it: the rows of a glyph are rounded
 *  up, down or between from start to start, which no eye sees. */
function unlike(one, other, x, y) {
  const at = (y * one.width + x) * 4, left = Math.max(x - 1, 0), right = Math.min(x + 1, one.width - 1);
  const top = Math.max(y - 1, 0), bottom = Math.min(y + 1, one.height - 1);
  let far = 0;
  for (let c = 0; c < 3; c++) {
    let least = 255, most = 0;
    for (let v = top; v <= bottom; v++) {
      for (let u = left; u <= right; u++) {
        const value = other.data[(v * one.width + u) * 4 + c];
        if (value < least) least = value;
        if (value > most) most = value;
      }
    }
    const is = one.data[at + c], beyond = Math.max(least - is, is - most, 0);
    far += kWeights[c] * beyond * beyond;
  }
  return far > kVisible ** 2;
}

/** The share of pixels that an eye would see as different, and a picture of where. */
export function compare(was, is) {
  if (was.width !== is.width || was.height !== is.height)
    return { share: 1, words: `${was.width}×${was.height} has become ${is.width}×${is.height}`, picture: is };
  const data = new Uint8Array(is.data.length);
  let different = 0;
  for (let i = 0; i < data.length; i += 4) {
    const x = i / 4 % is.width, y = Math.floor(i / 4 / is.width), far = unlike(is, was, x, y) || unlike(was, is, x, y);
    if (far) different++;
    const grey = 160 + (is.data[i] * 0.3 + is.data[i + 1] * 0.59 + is.data[i + 2] * 0.11) * 0.35;
    data.set(far ? [220, 30, 30, 255] : [grey, grey, grey, 255], i);
  }
  const share = different / (data.length / 4);
  return { share, words: `${different} pixels, ${(share * 100).toFixed(2)} %`, picture: { width: is.width, height: is.height, data } };
}

/** Several pictures of one size side by side, in full colour. */
export function beside(pictures) {
  const height = Math.max(...pictures.map((p) => p.height)), width = pictures.reduce((sum, p) => sum + p.width, 0), png = new PNG({ width, height });
  let left = 0;
  for (const p of pictures) {
    for (let y = 0; y < p.height; y++) png.data.set(p.data.subarray(y * p.width * 4, (y + 1) * p.width * 4), (y * width + left) * 4);
    left += p.width;
  }
  return PNG.sync.write(png);
}
