import { browser } from 'wxt/browser';

export interface Sender {
  readonly id?: string;
  readonly url?: string;
}

/**
 * Returns the path of the extension page that sent a message. Returns null if a web page or a content script sent
 * it.
 */
export function ownPath(sender: Sender | undefined): string | null {
  if (sender?.id !== browser.runtime.id || !sender.url || !URL.canParse(sender.url)) return null;
  const page = new URL(sender.url);
  const own = new URL(browser.runtime.getURL('/'));
  return page.protocol === own.protocol && page.host === own.host ? page.pathname : null;
}

/** Whether a page of this extension sent a message or opened a port. False for web pages and content scripts. */
export const isOwnPage = (sender: Sender | undefined): boolean => ownPath(sender) !== null;
