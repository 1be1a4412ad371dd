import { browser } from 'wxt/browser';
import { isNumber, isObjectOf, isText } from '../guards';
import { storedValue } from '../storedValue';

/** Sends notices to the pages of all windows, including private windows. */
export interface NoticeChannel {
  /** Notifies all other contexts. */
  post(text: string): void;
  /** Listens to notices of other contexts. Returns an unsubscribe function. */
  subscribe(listener: (text: string) => void): () => void;
}

const isNotice = isObjectOf({ from: isText, count: isNumber, text: isText });

/**
 * Creates a channel over `storage.session`. Changes of `storage.session` reach both private and normal windows,
 * but messages of a BroadcastChannel don't. Of two notices in quick succession, only the later may arrive.
 */
export function noticeChannel(key: string): NoticeChannel {
  const from = crypto.randomUUID();
  const value = storedValue('session', key, isNotice);
  let count = 0;
  return {
    post(text) {
      count += 1;
      // A lost notice isn't critical, because pages also detect a lock by the removed key.
      value.write({ from, count, text }).catch(() => undefined);
    },
    subscribe(listener) {
      const onChanged = ({ [key]: change }: Record<string, { newValue?: unknown }>) => {
        const notice = change?.newValue;
        if (isNotice(notice) && notice.from !== from) listener(notice.text);
      };
      browser.storage.session.onChanged.addListener(onChanged);
      return () => browser.storage.session.onChanged.removeListener(onChanged);
    },
  };
}
