import { browser, type Browser } from 'wxt/browser';
import type { Region } from '../../messages';
import { cropPicture, openPage, optionalApi, pageImage, siteOfTab } from '../../platform';
import { offerScan } from '../state';

const imageItem = 'scan/image';

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'srcUrl' | 'frameId'>;

/**
 * The image as the page decoded it, or its data: URL; and the screenshot, in case these can't be read. In a
 * frame the position of the image in the window is unknown, so the screenshot is of the whole window.
 */
async function picturesOf(
  { srcUrl = '', frameId = 0 }: Click,
  tab: Browser.tabs.Tab,
): Promise<{ readonly pictures: readonly string[]; readonly fallbacks: readonly string[] }> {
  const image =
    tab.id === undefined ? null : await pageImage(tab.id, frameId, srcUrl).catch(() => null);
  const own = image?.picture ?? (/^data:image\//i.test(srcUrl) ? srcUrl : null);
  const seen = captureWindow(tab.windowId, frameId === 0 ? image?.region : undefined);
  if (own === null) return { pictures: [await seen], fallbacks: [] };
  const screenshot = await seen.catch(() => null);
  return { pictures: [own], fallbacks: screenshot === null ? [] : [screenshot] };
}

async function captureWindow(windowId: number, region?: Region): Promise<string> {
  const seen = await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  return region ? cropPicture(seen, region) : seen;
}

async function onClick(click: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (click.menuItemId !== imageItem || !tab) return;
  try {
    // A frame may belong to a different site than its page, so the scan remembers no host.
    const host = click.frameId ? '' : (siteOfTab(tab)?.host ?? '');
    await offerScan({ ...(await picturesOf(click, tab)), host });
  } catch {
    // Extensions can't capture this page; the Add page offers the other ways.
    await openPage('/manage.html', '#/add');
  }
}

/**
 * Adds "Add account from this QR code" to the context menu of images. Links don't get one: no browser can limit an
 * extension's item to otpauth links. Call it at every start of the background.
 */
export function startImageMenu(title: string): void {
  optionalApi('contextMenus')?.onClicked.addListener((click, tab) => void onClick(click, tab));
  browser.runtime.onInstalled.addListener(() => {
    optionalApi('contextMenus')?.create({ id: imageItem, title, contexts: ['image'] });
  });
}
