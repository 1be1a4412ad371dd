import { browser } from 'wxt/browser';
import { stored } from './stored';

/** How long the badge stays on the toolbar button, in milliseconds. */
const markedFor = 10_000;

/** An empty title resets it to the manifest's, the extension's name. */
async function mark(badge: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setTitle({ title }),
  ]);
}

/**
 * Opens the popup with this notice. If the browser refuses to open it, shows a badge on the toolbar button and
 * the notice as its title for ten seconds.
 */
export async function queuePopupNotice(words: string): Promise<void> {
  const id = crypto.randomUUID();
  await stored.popupNotice.write({ words, id });
  try {
    await browser.action.openPopup();
  } catch {
    await mark('!', words);
    const expire = async () => {
      // A newer notice has another id and isn't removed.
      if ((await stored.popupNotice.read())?.id === id) await takePopupNotice();
    };
    setTimeout(() => void expire(), markedFor);
  }
}

/** Returns the popup's notice once, or null. */
export async function takePopupNotice(): Promise<string | null> {
  const notice = await stored.popupNotice.read();
  if (!notice) return null;
  await stored.popupNotice.remove();
  await mark('', '');
  return notice.words;
}
