import { fromUtf8, utf8 } from '../../crypto';

/** The head of an earlier version, archived when one of the current format replaced it. */
export interface ArchivedHead {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly head: string;
}

/** The key under which a store keeps it among the records. */
export const archivedHeadKey = (version: number): string => `kept.${version}`;

export const encodeArchivedHead = ({ at, head }: ArchivedHead): Uint8Array => utf8(`${at} ${head}`);

/** The inverse of `encodeArchivedHead`. An unparsable value is treated as an expired head. */
export function decodeArchivedHead(bytes: Uint8Array): ArchivedHead {
  const [, at = '0', head = ''] = /^(\d+) (.*)$/s.exec(fromUtf8(bytes) ?? '') ?? [];
  return { at: Number(at), head };
}
