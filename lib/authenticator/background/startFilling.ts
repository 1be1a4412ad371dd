import { browser } from 'wxt/browser';
import { type FillTarget, optionalApi, siteOfTab } from '../../platform';

/** Name of the keyboard command and of the menu item that fill a code. */
const fillCommand = 'fill-code';

type Tab = Parameters<typeof siteOfTab>[0];

/** What the browser reports about the field whose context menu was opened. */
interface MenuClick {
  readonly frameId?: number | undefined;
  readonly frameUrl?: string | undefined;
}

/**
 * Returns the field whose context menu was opened, or null on the browser's own pages. The field may be in the
 * page, in a same-origin frame or in a cross-origin frame.
 */
function pointedField({ frameId, frameUrl }: MenuClick, tab: Tab): FillTarget | null {
  const site = siteOfTab(tab);
  if (!site) return null;
  if (!frameId || !frameUrl || !tab?.url || !URL.canParse(frameUrl))
    return { ...site, isPointed: true };
  const { origin } = new URL(frameUrl);
  if (origin === new URL(tab.url).origin) return { ...site, frame: frameId, isPointed: true };
  const inside = siteOfTab({ id: site.tab, url: frameUrl });
  return inside && { ...inside, frame: frameId, origin, isPointed: true };
}

/**
 * Calls `fill` on the keyboard command and on the context menu item of fields. Passes the site, to which this
 * user gesture grants access, or null on the browser's own pages. Listeners are added synchronously, so that
 * these events wake the background.
 */
export function startFilling(
  fill: (target: FillTarget | null) => Promise<void>,
  menuTitle: string,
): void {
  // `fill` has already notified the user of the failure.
  const run = (target: FillTarget | null) => void fill(target).catch(() => undefined);
  optionalApi('commands')?.onCommand.addListener((name, tab) => {
    if (name === fillCommand) run(siteOfTab(tab));
  });
  optionalApi('contextMenus')?.onClicked.addListener((click, tab) => {
    if (click.menuItemId === fillCommand) run(pointedField(click, tab));
  });
  browser.runtime.onInstalled.addListener(() => {
    optionalApi('contextMenus')?.create({
      id: fillCommand,
      title: menuTitle,
      contexts: ['editable'],
    });
  });
}
