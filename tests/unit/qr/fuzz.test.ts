import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { readQrCodes } from '../../../lib/qr';
import { pictureSize } from '../../../lib/qr/pictureSize';
import { blank, drawQr, paste } from './drawQr';

vi.setConfig({ testTimeout: 60_000 });

const uri = 'otpauth://totp/Example:alice@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example';

/**
 * Maximum CPU time in milliseconds: the reader's three time limits, and a reserve. A busy machine doesn't
 * increase CPU time.
 */
const maxCpuTime = 8000;

/** Returns the CPU time of an action in milliseconds. */
async function cpuTime(act: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('reading damaged pictures', () => {
  test('finds no code in noise and stops within the time limit', async () => {
    const noise = fc.record({
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 300 }),
      seed: fc.integer(),
      coarse: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(noise, async ({ width, height, seed, coarse }) => {
        const picture = blank(width, height);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const cell = Math.imul(
              Math.floor(x / coarse) * 7919 + Math.floor(y / coarse),
              seed | 1,
            );
            picture.data.fill(cell & 4096 ? 255 : 0, (y * width + x) * 4, (y * width + x) * 4 + 3);
          }
        const used = await cpuTime(async () =>
          expect((await readQrCodes(picture)).codes).toEqual([]),
        );
        expect(used).toBeLessThan(maxCpuTime);
      }),
      { numRuns: 15 },
    );
  });

  test('never misreads a code with missing parts', async () => {
    const code = drawQr(uri, { level: 'H' });
    const hole = fc.record({
      left: fc.integer({ min: 0, max: code.width - 40 }),
      top: fc.integer({ min: 0, max: code.height - 40 }),
      side: fc.integer({ min: 4, max: 120 }),
      value: fc.constantFrom(0, 128, 255),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(hole, { minLength: 1, maxLength: 4 }), async (holes) => {
        const torn = holes.reduce((onto, { left, top, side, value }) => {
          const width = Math.min(side, code.width - left);
          const height = Math.min(side, code.height - top);
          return paste(onto, blank(width, height, value), left, top);
        }, code);
        for (const { text } of (await readQrCodes(torn)).codes) expect(text).toBe(uri);
      }),
      { numRuns: 15 },
    );
  });

  test('stops within the time limit on a page full of finder patterns', async () => {
    const { data } = drawQr('1', { scale: 3, quiet: 0 });
    const page = blank(1200, 900);
    for (let top = 4; top < 870; top += 31)
      for (let left = 4; left < 1170; left += 31)
        for (let y = 0; y < 21; y++)
          page.data.set(data.subarray(y * 252, y * 252 + 84), ((top + y) * 1200 + left) * 4);
    const used = await cpuTime(async () => void (await readQrCodes(page)));
    expect(used).toBeLessThan(maxCpuTime);
  });
});

describe('reading image dimensions', () => {
  test('never throws on arbitrary bytes', () => {
    const heads = [
      '89504e470d0a1a0a',
      '474946383961',
      '424d',
      '52494646000000005745425056503858',
      'ffd8ff',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 400 }), (head, rest) => {
        const size = pictureSize(Uint8Array.from([...Buffer.from(head, 'hex'), ...rest]));
        expect(size === null || size.width >= 0).toBe(true);
      }),
    );
  });

  test('stops at a JPEG that contains only padding', () => {
    const padding = new Uint8Array(512 * 1024).fill(0xff);
    padding.set([0xff, 0xd8]);
    expect(pictureSize(padding)).toBeNull();
  });
});
