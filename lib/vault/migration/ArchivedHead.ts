import { fromUtf8, utf8 } from '../../crypto';

/** An earlier version's head, put aside when the one of our own format took its place. */
export interface ArchivedHead {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly head: string;
}

/** The name among the records under which a store keeps it. */
export const archivedHeadKey = (version: number): string => `kept.${version}`;

export const encodeArchivedHead = ({ at, head }: ArchivedHead): Uint8Array => utf8(`${at} ${head}`);

/** The inverse of `encodeArchivedHead`; of anything else, a head of long ago that is none. */
export function decodeArchivedHead(bytes: Uint8Array): ArchivedHead {
  const [, at = '0', head = ''] = /^(\d+) (.*)$/s.exec(fromUtf8(bytes) ?? '') ?? [];
  return { at: Number(at), head };
}
