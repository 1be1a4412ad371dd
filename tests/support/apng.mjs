import { crc32 } from 'node:zlib';
import { PNG } from 'pngjs';

const bytesPerPixel = 4;
const signatureLength = 8;
/** The bytes of a chunk around its data: length, type and checksum. */
const chunkFrame = 12;

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/**
 * Splits a PNG file into its chunks.
 * @param {Buffer} png
 * @returns {{ type: string, data: Buffer }[]}
 */
export const chunksOf = (png) => {
  const chunks = [];
  for (let at = signatureLength; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + chunkFrame;
  }
  return chunks;
};

const dataOf = (png, wanted) =>
  Buffer.concat(chunksOf(png).flatMap(({ type, data }) => (type === wanted ? [data] : [])));

/** Returns the smallest rectangle with all differences between two images of one size, or null if they are equal. */
const changed = (before, after) => {
  const { width, height } = after;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * bytesPerPixel;
      if (before.data.readUInt32BE(at) === after.data.readUInt32BE(at)) continue;
      left = Math.min(left, x);
      top = Math.min(top, y);
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
};

/** Encodes a rectangle of an image as an opaque PNG. */
const encode = (image, { left, top, width, height }) => {
  const part = new PNG({ width, height });
  PNG.bitblt(image, part, left, top, width, height, 0, 0);
  return PNG.sync.write(part, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 });
};

/** Returns the frames as rectangles that differ from the frame before. Equal frames become one frame. */
const rectanglesOf = (frames) => {
  const parts = [];
  let before = null;
  for (const { png, milliseconds } of frames) {
    const image = PNG.sync.read(png);
    const whole = { left: 0, top: 0, width: image.width, height: image.height };
    const area = before ? changed(before, image) : whole;
    if (area) parts.push({ area, png: encode(image, area), milliseconds });
    else parts.at(-1).milliseconds += milliseconds;
    before = image;
  }
  return parts;
};

/**
 * Encodes opaque images of one size as an animated PNG that repeats forever (PNG specification, third edition, 11.3.6).
 * A viewer that can't play it shows the first image.
 * @param {readonly { png: Buffer, milliseconds: number }[]} frames
 * @returns {Buffer}
 */
export const animatedPng = (frames) => {
  const parts = rectanglesOf(frames);
  let sequence = 0;
  const numbered = (data) => {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(sequence++);
    return Buffer.concat([number, data]);
  };
  const control = Buffer.alloc(8);
  control.writeUInt32BE(parts.length);
  const chunks = parts.flatMap(({ area, png, milliseconds }, at) => {
    // The last two bytes say to leave the frame as it is, and to overwrite what is below.
    const frame = Buffer.alloc(22);
    for (const [index, value] of [area.width, area.height, area.left, area.top].entries())
      frame.writeUInt32BE(value, index * 4);
    frame.writeUInt16BE(milliseconds, 16);
    frame.writeUInt16BE(1000, 18);
    const pixels = dataOf(png, 'IDAT');
    return [
      chunk('fcTL', numbered(frame)),
      at === 0 ? chunk('IDAT', pixels) : chunk('fdAT', numbered(pixels)),
    ];
  });
  const [first] = parts;
  return Buffer.concat([
    first.png.subarray(0, signatureLength),
    chunk('IHDR', dataOf(first.png, 'IHDR')),
    chunk('acTL', control),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
