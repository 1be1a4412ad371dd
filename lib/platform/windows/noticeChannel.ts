import { browser } from 'wxt/browser';
import { isNumber, isObjectOf, isText } from '../guards';
import { storedValue } from '../storedValue';

/** Notices that reach every page of every window, private ones included. */
export interface NoticeChannel {
  /** Tells all contexts but this one. */
  post(text: string): void;
  /** Hears what other contexts post. Returns an unsubscribe function. */
  subscribe(listener: (text: string) => void): () => void;
}

const isNotice = isObjectOf({ from: isText, count: isNumber, text: isText });

/**
 * A channel over `storage.session`: its changes cross from private windows to normal ones and back, which no
 * BroadcastChannel does. Two notices in quick succession may arrive as the later one alone.
 */
export function noticeChannel(key: string): NoticeChannel {
  const from = crypto.randomUUID();
  const value = storedValue('session', key, isNotice);
  let count = 0;
  return {
    post(text) {
      count += 1;
      // Pages notice a lock by the key that is gone too.
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
