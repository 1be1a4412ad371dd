import { browser } from 'wxt/browser';
import { cropPicture, consumeRegionRequest, siteOfTab } from '../../platform';
import { offerScan, stored } from '../state';
import type { Region } from '../../messages';

/**
 * Captures the window, crops the image to the drawn rectangle and opens the Add page with the cropped image.
 * Ignores tabs in which no rectangle was requested, so that a page can't trigger a capture.
 */
export async function handleDrawnRegion(
  region: Region,
  tab: {
    readonly id?: number | undefined;
    readonly windowId?: number | undefined;
    readonly url?: string | undefined;
  },
): Promise<void> {
  if (
    tab.id === undefined ||
    tab.windowId === undefined ||
    !(await consumeRegionRequest(stored.regionTab, tab.id))
  )
    return;
  const picture = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
  const pictures = [await cropPicture(picture, region)];
  await offerScan({ pictures, host: siteOfTab(tab)?.host ?? '' });
}
