import { fromUtf8, utf8 } from '../../crypto';

/** The head of an earlier format version, kept when a head of the current format replaced it. */
export interface ArchivedHead {
  /** When the head was replaced, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly head: string;
}

/** Returns the key of a store's record that holds the archived head of this version. */
export const archivedHeadKey = (version: number): string => `kept.${version}`;

export const encodeArchivedHead = ({ at, head }: ArchivedHead): Uint8Array => utf8(`${at} ${head}`);

/**
 * Decodes the result of `encodeArchivedHead`. An unreadable value gets time 0, so that its retention has expired.
 */
export function decodeArchivedHead(bytes: Uint8Array): ArchivedHead {
  const [, at = '0', head = ''] = /^(\d+) (.*)$/s.exec(fromUtf8(bytes) ?? '') ?? [];
  return { at: Number(at), head };
}
