import { afterEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pageImage } from '../../lib/platform';

type Injection = { readonly func: (address: string) => unknown; readonly args: [string] };

/** Runs an injected function in this page. */
Object.assign(fakeBrowser, {
  scripting: {
    executeScript: async ({ func, args }: Injection) => [{ result: await func(...args) }],
  },
});

const svg = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${color}"/></svg>`)}`;

async function show(attributes: Readonly<Record<string, string>>): Promise<HTMLImageElement> {
  const image = document.body.appendChild(document.createElement('img'));
  for (const [name, value] of Object.entries(attributes)) image.setAttribute(name, value);
  await image.decode();
  return image;
}

/** Returns the color of the middle of a picture. */
async function colorOf(picture: string | null | undefined): Promise<readonly number[]> {
  const bitmap = await createImageBitmap(await (await fetch(picture ?? '')).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  const middle = context?.getImageData(bitmap.width >> 1, bitmap.height >> 1, 1, 1);
  return [...(middle?.data ?? [])];
}

const red = [255, 0, 0, 255];

afterEach(() => document.body.replaceChildren());

test('finds an image that shows its `srcset`, both by the shown address and by its `src`', async () => {
  const image = await show({ src: svg('blue'), srcset: `${svg('red')} 1x` });
  expect(image.currentSrc).toBe(svg('red'));
  for (const address of [image.currentSrc, image.src])
    expect(await colorOf((await pageImage(1, 0, address))?.picture)).toEqual(red);
});

test('finds the image with the given address among several', async () => {
  await show({ src: svg('blue') });
  const image = await show({ src: svg('red') });
  const seen = await pageImage(1, 0, image.src);
  expect(await colorOf(seen?.picture)).toEqual(red);
  expect(seen?.region).toMatchObject({ width: 8, height: 8, windowWidth: innerWidth });
});

test('draws an image of a blob: address', async () => {
  const file = await (await fetch(svg('red'))).blob();
  const image = await show({ src: URL.createObjectURL(file) });
  expect(await colorOf((await pageImage(1, 0, image.src))?.picture)).toEqual(red);
});

test('returns null for an address that no image has', async () => {
  await show({ src: svg('blue') });
  expect(await pageImage(1, 0, svg('red'))).toBeNull();
});
