import { describe, expect, test } from 'vitest';
import { pictureFile } from '../../lib/platform/pictureFile';
import { blobOfDataUrl } from '../../lib/qr/blobOfDataUrl';
import { decodeAnimation } from '../../lib/qr/decodeAnimation';
import { decodeBlob, pixelsOf } from '../../lib/qr/decodePicture';
import type { Picture } from '../../lib/qr';
import { readSource } from '../../lib/qr/readSource';
import { readWithJsqr } from '../../lib/qr/readWithJsqr';
import labels from '../vectors/scanning/labels.json';

const textsOf = (file: string) => labels.find((label) => label.file === file)?.texts ?? [];
const load = async (file: string) =>
  (await fetch(new URL(`../vectors/scanning/${file}`, import.meta.url))).blob();

/** Reads the code of a picture that was drawn on a ground of this gray, as the reader does. */
function textOn(ground: number, { width, height, data }: Picture): string | undefined {
  const opaque = data.map((value, i) => {
    const alpha = (data[i | 3] ?? 255) / 255;
    return (i & 3) === 3 ? 255 : value * alpha + ground * (1 - alpha);
  });
  return readWithJsqr({ width, height, data: opaque })?.text;
}

const read = async (blob: Blob, ground = 255) => textOn(ground, pixelsOf(await decodeBlob(blob)));

describe('decoding images that need a browser', () => {
  test('decodes the available part of a truncated JPEG', async () => {
    const file = 'truncated-1.jpg';
    expect([await read(await load(file))]).toEqual(textsOf(file));
  });

  test.each(['animated-second-frame-1.gif', 'animated-two-codes-1.gif'])(
    'decodes every frame of %s',
    async (file) => {
      const animation = await decodeAnimation(await load(file));
      const texts = new Set<string>();
      for (let i = 0; i < (animation?.frameCount ?? 0); i++) {
        const frame = await animation?.frame(i);
        const text = frame && textOn(255, pixelsOf(frame));
        if (text) texts.add(text);
      }
      animation?.close();
      expect([...texts].toSorted()).toEqual(textsOf(file).toSorted());
    },
  );

  test.each(['animated-second-frame-1.gif', 'animated-two-codes-1.gif', 'many-codes-1.png'])(
    'reads every code of %s in quick mode',
    async (file) => {
      const { codes } = await readSource(await load(file), { effort: 'quick' });
      expect(codes.map(({ text }) => text).toSorted()).toEqual(textsOf(file).toSorted());
    },
  );

  test("doesn't treat a still image as an animation", async () => {
    expect(await decodeAnimation(await load('many-codes-1.png'))).toBeNull();
  });

  test('renders an SVG that is named .png', async () => {
    const file = 'wrong-ending-1.png';
    const drawn = await pictureFile(new File([await load(file)], file, { type: 'image/png' }));
    expect(drawn.type).toBe('image/png');
    expect([await read(drawn)]).toEqual(textsOf(file));
  });

  test('keeps the transparency of an SVG without a background', async () => {
    const file = 'light-on-transparent-svg-1.svg';
    expect([await read(await pictureFile(await load(file)), 0)]).toEqual(textsOf(file));
  });

  test('keeps a PNG that is named .svg unchanged', async () => {
    const png = new File([await load('many-codes-1.png')], 'a.svg', { type: 'image/svg+xml' });
    expect(await pictureFile(png)).toBe(png);
  });

  test.each([
    'data-url-charset-1.html',
    'data-url-percent-encoded-1.html',
    'data-url-wrapped-lines-rfc2045-1.html',
  ])('decodes the data: URL of %s', async (file) => {
    const page = new DOMParser().parseFromString(await (await load(file)).text(), 'text/html');
    const address = page.querySelector('img')?.getAttribute('src') ?? '';
    expect([await read(blobOfDataUrl(address))]).toEqual(textsOf(file));
  });

  test.each([
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'scan/foreign-image'],
    ['TIFF', 'II*\0\x08\0\0\0', 'scan/foreign-image'],
    ['PDF', '%PDF-1.7\n', 'scan/document'],
  ])("reports an unsupported file's format: %s", async (format, head, code) => {
    const bytes = Uint8Array.from(head, (character) => character.charCodeAt(0));
    await expect(decodeBlob(new Blob([bytes]))).rejects.toMatchObject({ code, facts: { format } });
  });

  test('reports any other file as not an image', async () => {
    await expect(decodeBlob(new Blob(['{"a":1}']))).rejects.toMatchObject({
      code: 'scan/bad-image',
    });
  });
});
