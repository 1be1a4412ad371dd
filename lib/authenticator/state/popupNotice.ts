import { browser } from 'wxt/browser';

const slot = 'popup/notice';

/** How long the toolbar's button is marked, in milliseconds. */
const markedFor = 10_000;

interface Notice {
  readonly words: string;
  /** Tells it from one that was left since. */
  readonly id: string;
  /** Not to be lost before it was seen: a code is in it. */
  readonly keep: boolean;
}

const isNotice = (value: unknown): value is Notice =>
  typeof value === 'object' &&
  value !== null &&
  'words' in value &&
  'id' in value &&
  'keep' in value;

async function waiting(): Promise<Notice | null> {
  const held = (await browser.storage.session.get(slot))[slot];
  return isNotice(held) ? held : null;
}

/** An empty title is that of the manifest, the extension's name. */
async function mark(badge: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge }),
    browser.action.setTitle({ title }),
  ]);
}

/**
 * Opens the popup with these words in it. A browser may refuse to open it; then the toolbar's button is marked
 * and has the words as its title, for some seconds or, where they must not be lost (`keep`), until the popup is
 * opened or the vault locks. In memory only (`storage.session`).
 */
export async function queuePopupNotice(words: string, keep: boolean): Promise<void> {
  const id = crypto.randomUUID();
  await browser.storage.session.set({ [slot]: { words, id, keep } });
  try {
    await browser.action.openPopup();
  } catch {
    // The title can be seen by whoever looks on: what is kept is shown in the popup alone.
    await mark('!', keep ? '' : words);
    const end = async () => {
      if ((await waiting())?.id === id) await takePopupNotice();
    };
    if (!keep) setTimeout(() => void end(), markedFor);
  }
}

/** What the popup is to say, once; null for nothing. */
export async function takePopupNotice(): Promise<string | null> {
  const notice = await waiting();
  if (!notice) return null;
  await browser.storage.session.remove(slot);
  await mark('', '');
  return notice.words;
}

/** What a lock forgets: the words with a code in them. */
export async function discardPopupNotice(): Promise<void> {
  if ((await waiting())?.keep) await takePopupNotice();
}
