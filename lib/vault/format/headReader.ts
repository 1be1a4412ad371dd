import { decodeHead, encodeHead, type Head, type ReadHead } from './Head';
import type { EpochKeys } from './keys';

/** Reads and writes the heads of one vault key, and caches the last one. */
export interface HeadReader {
  /** Returns null if these keys didn't make the text. Throws `vault/too-new`. */
  read(text: string | null, keys: EpochKeys): ReadHead | null;
  write(head: Head, keys: EpochKeys): string;
}

/**
 * Most texts that a page reads are the last one that it read or wrote. With a thousand records,
 * parsing that again would take as long as the rest of a change. No key is cached.
 */
export function headReader(): HeadReader {
  let last: { readonly text: string; readonly head: ReadHead } | null = null;
  return {
    read(text, keys) {
      if (text === null) return null;
      if (last?.text === text && last.head.vault === keys.vault && last.head.epoch === keys.epoch)
        return last.head;
      const head = decodeHead(text);
      if (!head?.verifyMac(keys)) return null;
      last = { text, head };
      return head;
    },
    write(head, keys) {
      const text = encodeHead(head, keys);
      last = { text, head: { ...head, newer: false } };
      return text;
    },
  };
}
