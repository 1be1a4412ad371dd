import { browser } from 'wxt/browser';
import type { Region } from '../messages';

interface SeenImage {
  /** The image as a data: URL, or null if the page's CORS rules forbid reading it. */
  readonly picture: string | null;
  /** The position of the image in its frame. */
  readonly region: Region;
}

/**
 * Draws an image that the page has loaded, without a network request. Runs in the page, so this function can't
 * use anything else in this file.
 */
const imageHere = async (address: string): Promise<SeenImage | null> => {
  // The browser escapes the line breaks in a data: URL that it reports. The page's own URL has them as they are.
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- injected alone
  const joined = (url: string) => (/^data:/i.test(url) ? url.replaceAll(/%0[ad]|\s/gi, '') : url);
  const wanted = joined(address);
  const image = [...document.images].find(
    ({ currentSrc, src }) => joined(currentSrc) === wanted || joined(src) === wanted,
  );
  if (!image) return null;
  const { left, top, width, height } = image.getBoundingClientRect();
  const region = {
    left,
    top,
    width,
    height,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
  };
  try {
    // A small image is enlarged by an integer factor, so that the modules of its QR code stay sharp.
    const scale = Math.ceil(512 / Math.max(image.naturalWidth, 1));
    const canvas = document.createElement('canvas');
    canvas.width = Math.min(Math.max(image.naturalWidth, 1) * scale, 8192);
    canvas.height = Math.min(Math.max(image.naturalHeight, 1) * scale, 8192);
    const context = canvas.getContext('2d');
    if (context) context.imageSmoothingEnabled = false;
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { picture: canvas.toDataURL('image/png'), region };
  } catch {
    return { picture: null, region };
  }
};

/**
 * Returns the image with this address on a page, and its position. Returns null if the page has no image with
 * this address.
 */
export async function pageImage(
  tabId: number,
  frameId: number,
  address: string,
): Promise<SeenImage | null> {
  const [frame] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    func: imageHere,
    args: [address],
  });
  return frame?.result ?? null;
}
