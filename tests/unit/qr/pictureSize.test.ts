import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../../lib/qr/pictureSize';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const heads: Record<string, Uint8Array> = {
  PNG: new Uint8Array(PNG.sync.write(new PNG({ width: 1201, height: 302 }))),
  GIF: bytes('474946383961 b104 2e01 000000'),
  BMP: bytes('424d 00000000 0000 0000 36000000 28000000 b1040000 d2feffff 0100 1800'),
  'WebP, extended': bytes('52494646 00000000 57454250 56503858 0a000000 00000000 b00400 2d0100'),
  'WebP, lossless': bytes('52494646 00000000 57454250 5650384c 00000000 2f b0444b00'),
  'WebP, lossy': bytes('52494646 00000000 57454250 56503820 00000000 000000 9d012a b104 2e01'),
  'JPEG with a comment before its frame': bytes('ffd8 fffe 0004 6869 ffff c2 0011 08 012e 04b1'),
};

describe('image dimensions', () => {
  test.each(Object.entries(heads))('are read from the header of a %s file', (_, head) => {
    expect(pictureSize(head)).toEqual({ width: 1201, height: 302 });
  });

  test.each(Object.entries(heads))('are null or positive for a truncated %s file', (_, head) => {
    for (let length = 0; length < Math.min(head.length, 40); length++) {
      const size = pictureSize(head.subarray(0, length));
      expect(size === null || size.width > 0).toBe(true);
    }
  });

  test("are null if the file isn't an image", () => {
    expect(pictureSize(new TextEncoder().encode('otpauth://totp/x?secret=AAAA'))).toBeNull();
    expect(pictureSize(new Uint8Array())).toBeNull();
  });
});
