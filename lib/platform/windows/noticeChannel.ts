import { browser } from 'wxt/browser';
import { isNumber, isObjectOf, isText } from '../guards';
import { storedValue } from '../storedValue';

/** Notices that reach every page of every window, private ones included. */
export interface NoticeChannel {
  /** Notifies all other contexts. */
  post(text: string): void;
  /** Listens to notices of other contexts. Returns an unsubscribe function. */
  subscribe(listener: (text: string) => void): () => void;
}

const isNotice = isObjectOf({ from: isText, count: isNumber, text: isText });

/**
 * A channel over `storage.session`, whose changes pass between private and normal windows, which a
 * BroadcastChannel doesn't. Of two notices in quick succession, only the later one may arrive.
 */
export function noticeChannel(key: string): NoticeChannel {
  const from = crypto.randomUUID();
  const value = storedValue('session', key, isNotice);
  let count = 0;
  return {
    post(text) {
      count += 1;
      // A failed notice isn't critical: pages also detect a lock by the removed key.
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
