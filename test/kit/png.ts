// Reads a PNG back into its pixels and counts those that differ: for tests of pictures.

import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly data: Uint8Array;
}

const CHANNELS = 4;

/** Which earlier byte PNG's fourth filter adds: that of left, above and above left which is nearest to their sum. */
function nearest(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Pixels of a PNG of eight bits with alpha, as the rasteriser writes it. */
export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes[24] !== 8 || bytes[25] !== 6) throw new Error('not a PNG of eight bits with alpha');
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * CHANNELS;
  const data = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x < CHANNELS ? 0 : (data[y * row + x - CHANNELS] ?? 0);
      const up = y === 0 ? 0 : (data[(y - 1) * row + x] ?? 0);
      const corner = x < CHANNELS || y === 0 ? 0 : (data[(y - 1) * row + x - CHANNELS] ?? 0);
      const added = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter ?? 0] ?? 0;
      data[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + added;
    }
  }
  return { width, height, data };
}

/** How many pixels differ by more than an eye sees. */
export function differing(one: Pixels, other: Pixels, seen = 24): number {
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (let at = 0; at < one.data.length; at += CHANNELS) {
    let most = 0;
    for (let channel = at; channel < at + CHANNELS; channel++)
      most = Math.max(most, Math.abs((one.data[channel] ?? 0) - (other.data[channel] ?? 0)));
    if (most > seen) count++;
  }
  return count;
}
