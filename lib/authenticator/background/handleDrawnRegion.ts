import { browser } from 'wxt/browser';
import { cropPicture } from '../../platform';
import { offerScan, stored } from '../state';
import { consumeRegionRequest } from '../../platform';
import type { Region } from '../../messages';

/**
 * Cuts what the user drew out of the picture of its window, and opens the page that looks at it. Does nothing
 * for a tab in which no rectangle was asked for: a page can't make the extension look at it.
 */
export async function handleDrawnRegion(
  region: Region,
  tab: { readonly id?: number | undefined; readonly windowId?: number | undefined },
): Promise<void> {
  if (
    tab.id === undefined ||
    tab.windowId === undefined ||
    !(await consumeRegionRequest(stored.regionTab, tab.id))
  )
    return;
  const picture = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  await offerScan({ pictures: [await cropPicture(picture, region)] });
}
