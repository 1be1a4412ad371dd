import { browser } from 'wxt/browser';

/**
 * Whether a page of this extension sent a message or opened a port, rather than a script inside a web
 * page.
 */
export const isOwnPage = (sender: { id?: string; url?: string } | undefined): boolean =>
  sender?.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/')) === true;
