import { decodeHead, encodeHead, type Head, type ReadHead } from './Head';
import type { EpochKeys } from './keys';

/** Parses and encodes heads, and caches the last head. */
export interface HeadReader {
  /** Returns the head, or null if these keys didn't make it. */
  read(text: string | null, keys: EpochKeys): ReadHead | null;
  write(head: Head, keys: EpochKeys): string;
}

/**
 * Creates a head reader. A page mostly reads the text that it read or wrote last. With a thousand records,
 * parsing that text again would take as long as the rest of a change. The cache holds no key.
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
