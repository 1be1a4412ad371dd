import { browser } from 'wxt/browser';
import { stored } from './stored';

/** How long the toolbar button shows the badge, in milliseconds. */
const markedFor = 10_000;

/** Sets the toolbar button's badge and title. An empty title restores the extension's name. */
async function mark(badge: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setTitle({ title }),
  ]);
}

/**
 * Opens the popup with the given notice. If the browser refuses to open the popup, the toolbar button shows a
 * badge and the notice as its title for ten seconds.
 */
export async function queuePopupNotice(words: string): Promise<void> {
  const id = crypto.randomUUID();
  await stored.popupNotice.write({ words, id });
  try {
    await browser.action.openPopup();
  } catch {
    await mark('!', words);
    const expire = async () => {
      // Keeps a newer notice, which has a different id.
      if ((await stored.popupNotice.read())?.id === id) await takePopupNotice();
    };
    setTimeout(() => void expire(), markedFor);
  }
}

/** Returns the popup's notice and removes it. Returns null if there is none. */
export async function takePopupNotice(): Promise<string | null> {
  const notice = await stored.popupNotice.read();
  if (!notice) return null;
  await stored.popupNotice.remove();
  await mark('', '');
  return notice.words;
}
