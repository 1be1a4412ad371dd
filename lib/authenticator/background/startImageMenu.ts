import { browser, type Browser } from 'wxt/browser';
import { cropPicture } from '../../platform';
import { offerScan } from '../state';
import { openPage } from '../../platform';
import { pageImage } from '../../platform';

const imageItem = 'scan/image';

type Click = Pick<Browser.contextMenus.OnClickData, 'menuItemId' | 'srcUrl' | 'frameId'>;

/** The pictures to look at: the image itself, or else the part of the window where it is. */
async function picturesOf({ srcUrl = '', frameId = 0 }: Click, tab: Browser.tabs.Tab) {
  if (srcUrl.startsWith('data:image/') && !srcUrl.startsWith('data:image/svg')) return [srcUrl];
  const image =
    tab.id === undefined ? null : await pageImage(tab.id, frameId, srcUrl).catch(() => null);
  if (image?.picture) return [image.picture];
  const seen = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  // Within a frame nobody knows where on the window it stands: then all of the window is looked at.
  return [image && frameId === 0 ? await cropPicture(seen, image.region) : seen];
}

async function onClick(click: Click, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (click.menuItemId !== imageItem || !tab) return;
  try {
    await offerScan({ pictures: await picturesOf(click, tab) });
  } catch {
    // The browser lets no extension look there; the page has the other ways.
    await openPage('/manage.html', '#/add');
  }
}

/**
 * Puts "add from this QR code" into the menu of images. Links have none: no browser tells an extension's menu
 * otpauth links from others, and on every link it would be in the way. Call it at every start of the background.
 */
export function startImageMenu(title: string): void {
  browser.contextMenus.onClicked.addListener((click, tab) => void onClick(click, tab));
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: imageItem, title, contexts: ['image'] });
  });
}
