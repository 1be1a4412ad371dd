import { describe, expect, test } from 'vitest';
import { drawPicture } from '../../lib/authenticator/icons';
import { svg } from '../support/packFile';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Returns an image of one color as a file. */
async function imageOf(width: number, height: number, type: string) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) context.fillStyle = '#00f';
  context?.fillRect(0, 0, width, height);
  return new Uint8Array(await (await canvas.convertToBlob({ type })).arrayBuffer());
}

/** Decodes a stored picture. Returns its size and its color at a point, or null where it is transparent. */
async function decoded(picture: Uint8Array<ArrayBuffer>) {
  const bitmap = await createImageBitmap(new Blob([picture]));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const at = (x: number, y: number) => {
    const [red = 0, green = 0, blue = 0, alpha = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
    return alpha < 20 ? null : [red, green, blue].map((value) => Math.round(value / 255)).join('');
  };
  return { size: [bitmap.width, bitmap.height], at };
}

const signature = (picture: Uint8Array) => new TextDecoder('latin1').decode(picture.slice(0, 12));

describe('an image file', () => {
  test.each(['image/png', 'image/jpeg', 'image/webp'])(
    'of type %s becomes a small WebP',
    async (type) => {
      const picture = await drawPicture(await imageOf(400, 200, type));
      expect(signature(picture)).toMatch(/^RIFF.{4}WEBP/s);
      expect(picture.length).toBeLessThan(24 * 1024);
      const { size, at } = await decoded(picture);
      expect(size).toEqual([96, 96]);
      expect([at(48, 48), at(2, 48), at(48, 10), at(48, 85)]).toEqual(['001', '001', null, null]);
    },
  );

  test('that is a GIF is drawn', async () => {
    const gif = Uint8Array.from(
      atob('R0lGODlhAQABAIAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='),
      (c) => c.charCodeAt(0),
    );
    expect((await decoded(await drawPicture(gif))).at(48, 48)).toBe('100');
  });

  test.each([
    ['without a size', svg('<rect width="24" height="24" fill="#f00"/>')],
    [
      'with a size and no view box',
      '<svg xmlns="http://www.w3.org/2000/svg" width="10px" height="10"><rect width="10" height="10" fill="#f00"/></svg>',
    ],
    [
      'with a document type',
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg('<rect width="24" height="24" fill="#f00"/>')}`,
    ],
  ])('that is an SVG %s fills the square', async (_, text) => {
    const { size, at } = await decoded(await drawPicture(utf8(text)));
    expect(size).toEqual([96, 96]);
    expect([at(2, 2), at(93, 93)]).toEqual(['100', '100']);
  });

  test('keeps the largest photo below the limit of stored pictures', async () => {
    const canvas = new OffscreenCanvas(500, 500);
    const context = canvas.getContext('2d');
    const pixels = context?.createImageData(500, 500);
    let seed = 1;
    for (let i = 0; i < (pixels?.data.length ?? 0); i++) {
      seed = (seed * 48271) % 2147483647;
      if (pixels) pixels.data[i] = i % 4 === 3 ? 255 : seed % 256;
    }
    if (pixels) context?.putImageData(pixels, 0, 0);
    const noise = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    expect((await drawPicture(noise)).length).toBeLessThan(24 * 1024);
  });
});

/** Returns the header of a PNG of 30,000 by 30,000 pixels. */
const hugePng = () => {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 30_000);
  view.setUint32(20, 30_000);
  return bytes;
};

describe('a hostile image', () => {
  test('that is an SVG runs no script, loads nothing and leaves only pixels', async () => {
    const asked: string[] = [];
    const observer = new PerformanceObserver((list) =>
      asked.push(...list.getEntries().map(({ name }) => name)),
    );
    observer.observe({ type: 'resource' });
    const target = `${location.origin}/hostile`;
    const picture = await drawPicture(
      utf8(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 24 24" onload="globalThis.hostile = 1">
        <?xml-stylesheet href="${target}-sheet"?>
        <style>@import url(${target}-style); rect { fill: url(${target}-fill) #0f0 }</style>
        <script>globalThis.hostile = 1; parent.hostile = 1;</script>
        <script href="${target}-script"/>
        <image href="${target}-image" width="24" height="24"/>
        <image x:href="${target}-xlink" width="24" height="24"/>
        <use href="${target}-use#a"/>
        <foreignObject width="24" height="24"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${target}-frame" onload="top.hostile = 1"/></foreignObject>
        <rect width="24" height="24" style="fill: #0f0"/>
      </svg>`),
    ).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    observer.disconnect();
    expect('hostile' in globalThis).toBe(false);
    expect(asked.filter((name) => name.includes('hostile'))).toEqual([]);
    // The browser may also refuse to return the pixels of such an SVG.
    if (picture instanceof Uint8Array) expect(signature(picture)).toMatch(/^RIFF/);
    else expect(picture).toMatchObject({ code: 'icons/not-a-picture' });
  });

  test.each([
    ['a text', utf8('hello'), 'icons/not-a-picture'],
    ['an HTML page', utf8('<!doctype html><svg></svg>'), 'icons/not-a-picture'],
    ['a broken SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"><rect'), 'icons/not-a-picture'],
    ['an SVG outside of its namespace', utf8('<svg><rect/></svg>'), 'icons/not-a-picture'],
    [
      'an SVG with entities',
      utf8(
        `<!DOCTYPE svg [<!ENTITY a "><svg "><!ENTITY b "#f00">]>${svg('<rect width="24" height="24" fill="&b;"/>')}`,
      ),
      'icons/not-a-picture',
    ],
    ['a damaged PNG', utf8('\u0089PNG'), 'icons/not-a-picture'],
    ['a PNG of 900 million pixels', hugePng(), 'icons/picture-too-large'],
    ['a file of more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'icons/picture-too-large'],
  ])('that is %s is refused', async (_, bytes, code) => {
    await expect(drawPicture(bytes)).rejects.toMatchObject({ code });
  });
});
