import { browser } from 'wxt/browser';
import type { ActiveSite } from '../../platform';
import { siteOfTab } from '../../platform';

/** The name of the keyboard command and of the menu item that fill. */
export const fillCommand = 'fill-code';

/**
 * The background's part of filling: the keyboard command and the menu item on fields call `fill` with the site
 * in front, to which the gesture gives access, or null on a page of the browser's own. Listeners are added at
 * once, so that these events wake it.
 */
export function startFilling(
  fill: (site: ActiveSite | null) => Promise<void>,
  menuTitle: string,
): void {
  const onGesture = (name: string | number, tab: Parameters<typeof siteOfTab>[0]) => {
    // What can be said was said by `fill`.
    if (name === fillCommand) fill(siteOfTab(tab)).catch(() => undefined);
  };
  browser.commands.onCommand.addListener(onGesture);
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => onGesture(menuItemId, tab));
  browser.runtime.onInstalled.addListener(() => {
    browser.contextMenus.create({ id: fillCommand, title: menuTitle, contexts: ['editable'] });
  });
}
