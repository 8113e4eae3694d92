/**
 * Makes a screenshot small: the same picture with a palette of at most 256
 * colours, a third of the bytes. Reads what Chromium writes: 8 bits a channel,
 * not interlaced.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3, or 4 with transparency, which a screenshot does not use. */
  readonly channels: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;

export function smallPng(png: Buffer): Buffer {
  const picture = decode(png);
  const { palette, indexOf } = paletteOf(picture);
  const { width, height, channels, pixels } = picture;
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // The first byte of each row is its filter: none.
      rows[y * (width + 1) + 1 + x] = indexOf[binAt(pixels, (y * width + x) * channels)] ?? 0;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Five bits a channel: fine enough to keep shades apart that eyes do. */
function binAt(pixels: Uint8Array, at: number): number {
  const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
  return ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
}

/** Pixels that fell into one bin: how many, and the sums of their channels. */
interface Bin {
  readonly bin: number;
  count: number;
  readonly sums: [number, number, number];
}

/** Median cut: the most spread box is parted at its middle pixel until there are enough. */
function paletteOf({ pixels, channels }: Picture): { palette: number[][]; indexOf: Uint8Array } {
  const bins = new Map<number, Bin>();
  for (let at = 0; at < pixels.length; at += channels) {
    const bin = binAt(pixels, at);
    const into = bins.get(bin) ?? { bin, count: 0, sums: [0, 0, 0] };
    if (into.count === 0) bins.set(bin, into);
    into.count += 1;
    for (const channel of [0, 1, 2] as const) into.sums[channel] += pixels[at + channel] ?? 0;
  }
  const boxes = [[...bins.values()]];
  while (boxes.length < MOST) {
    const worst = boxes
      .map((box, index) => ({ box, index, spread: spreadOf(box) }))
      .filter(({ box }) => box.length > 1)
      .toSorted((a, b) => b.spread.weight - a.spread.weight)[0];
    if (!worst) break;
    boxes.splice(worst.index, 1, ...part(worst.box, worst.spread.channel));
  }
  const indexOf = new Uint8Array(1 << 15);
  const palette = boxes.map((box, index) => {
    for (const { bin } of box) indexOf[bin] = index;
    const count = countOf(box);
    return [0, 1, 2].map((channel) =>
      Math.round(box.reduce((sum, bin) => sum + (bin.sums[channel] ?? 0), 0) / count),
    );
  });
  return { palette, indexOf };
}

function spreadOf(box: readonly Bin[]): { channel: number; weight: number } {
  const ranges = [0, 1, 2].map((channel) => {
    const levels = box.map((bin) => levelOf(bin, channel));
    return { channel, range: Math.max(...levels) - Math.min(...levels) };
  });
  const widest = ranges.reduce((a, b) => (b.range > a.range ? b : a));
  return { channel: widest.channel, weight: widest.range * Math.sqrt(countOf(box)) };
}

function part(box: readonly Bin[], channel: number): [Bin[], Bin[]] {
  const sorted = box.toSorted((a, b) => levelOf(a, channel) - levelOf(b, channel));
  const half = countOf(box) / 2;
  let seen = 0;
  let at = sorted.findIndex((bin) => {
    seen += bin.count;
    return seen >= half;
  });
  at = Math.min(Math.max(at + 1, 1), sorted.length - 1);
  return [sorted.slice(0, at), sorted.slice(at)];
}

function levelOf({ sums, count }: Bin, channel: number): number {
  return (sums[channel] ?? 0) / count;
}

function countOf(box: readonly Bin[]): number {
  return box.reduce((sum, { count }) => sum + count, 0);
}

function decode(png: Buffer): Picture {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('This is no PNG.');
  const data: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9] ?? 0] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0)
        throw new Error('Only plain pictures of 8 bits a channel can be read.');
    } else if (type === 'IDAT') data.push(body);
    at += length + 12;
  }
  return {
    width,
    height,
    channels,
    pixels: unfilter(inflateSync(Buffer.concat(data)), width, channels),
  };
}

/** Undoes the filter of each row, as the PNG specification numbers them. */
function unfilter(raw: Buffer, width: number, channels: number): Uint8Array {
  const stride = width * channels;
  const height = raw.length / (stride + 1);
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? (out[y * stride + x - channels] ?? 0) : 0;
      const up = y > 0 ? (out[(y - 1) * stride + x] ?? 0) : 0;
      const corner = y > 0 && x >= channels ? (out[(y - 1) * stride + x - channels] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  if (a === undefined || b === undefined || c === undefined) return 0;
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
