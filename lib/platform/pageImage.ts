import { browser } from 'wxt/browser';
import type { Region } from '../messages';

interface SeenImage {
  /** The image as a data: URL; absent if the page's CORS rules don't let it be read. */
  readonly picture: string | null;
  /** Its position in its frame. */
  readonly region: Region;
}

/**
 * Runs in the page, so it can't reference anything else in this file. Draws the image that the page has
 * loaded; nothing is fetched.
 */
const imageHere = async (address: string): Promise<SeenImage | null> => {
  // The browser reports a data: URL with line breaks in it escaped, the page without.
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
    // An integer scale keeps the modules of a small image sharp.
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

/** Returns the image with that address on a page, in its natural size, or null if it isn't found. */
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
