import { browser, type Browser } from 'wxt/browser';
import type { Region } from '../../messages';
import { cropPicture, openPage, optionalApi, pageImage, siteOfTab } from '../../platform';
import { offerScan } from '../state';

const imageItem = 'scan/image';

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'srcUrl' | 'frameId'>;

/**
 * Returns the image from the page or its data: URL, with a screenshot as the fallback. If the image can't be
 * read, returns only the screenshot. For an image in a frame, the screenshot shows the whole window, because the
 * image's position is unknown.
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
    // A frame may belong to another site than the page, so no host is stored.
    const host = click.frameId ? '' : (siteOfTab(tab)?.host ?? '');
    await offerScan({ ...(await picturesOf(click, tab)), host });
  } catch {
    // Extensions can't capture this page. The Add page offers other ways to add an account.
    await openPage('/manage.html', '#/add');
  }
}

/**
 * Adds "Add account from this QR code" to the context menu of images. Links have no such item, because browsers
 * can't limit the item to otpauth links. Must be called at every start of the background.
 */
export function startImageMenu(title: string): void {
  optionalApi('contextMenus')?.onClicked.addListener((click, tab) => void onClick(click, tab));
  browser.runtime.onInstalled.addListener(() => {
    optionalApi('contextMenus')?.create({ id: imageItem, title, contexts: ['image'] });
  });
}
