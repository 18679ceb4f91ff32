// A screenshot made small for the repository: a PNG with a palette of at most 256 colours instead of three bytes a pixel. Screens
// have few colours, so nothing is seen of it. Reads what Chromium writes: 8 bits a channel, not interlaced (PNG, third edition).

import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 0xRRGGBB. */
  readonly colours: Uint32Array;
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

export function withPalette(png: Uint8Array): Buffer {
  const { width, height, colours } = decoded(Buffer.from(png));
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
  const index = new Map(palette.map((colour, i) => [colour, i]));
  for (const colour of counts.keys()) if (!index.has(colour)) index.set(colour, nearest(palette, colour));
  const lines = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < colours.length; i++) lines[Math.floor(i / width) + i + 1] = index.get(colours[i]!)!;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, indexed.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(lines, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function nearest(palette: readonly number[], colour: number): number {
  const far = (other: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
  let best = 0;
  for (const [i, other] of palette.entries()) if (far(other) < far(palette[best]!)) best = i;
  return best;
}

function decoded(png: Buffer): Pixels {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const [width, height, bits, type, , , interlaced] = [
    png.readUInt32BE(16),
    png.readUInt32BE(20),
    ...png.subarray(24, 29),
  ];
  const channels = type === 6 ? 4 : 3;
  if (bits !== 8 || (type !== 2 && type !== 6) || interlaced) throw new Error('Not a PNG as Chromium writes it');
  const bytes = unfiltered(inflateSync(Buffer.concat(parts)), width! * channels, channels);
  const colours = new Uint32Array(width! * height!);
  for (let i = 0; i < colours.length; i++) colours[i] = bytes.readUIntBE(i * channels, 3);
  return { width: width!, height: height!, colours };
}

/** Section 9: each line begins with how its bytes were taken from those to the left and above. */
function unfiltered(lines: Buffer, length: number, channels: number): Buffer {
  const out = Buffer.alloc((lines.length / (length + 1)) * length);
  for (let line = 0; line * (length + 1) < lines.length; line++) {
    const filter = lines[line * (length + 1)]!;
    for (let i = 0; i < length; i++) {
      const at = line * length + i;
      const left = i >= channels ? out[at - channels]! : 0;
      const up = line > 0 ? out[at - length]! : 0;
      const corner = line > 0 && i >= channels ? out[at - length - channels]! : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      out[at] = lines[line * (length + 1) + 1 + i]! + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [l, u, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (l <= u && l <= c) return left;
  return u <= c ? up : corner;
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
