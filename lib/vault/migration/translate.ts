import type { Random } from '../../crypto';
import type { Unlocked } from '../keys/createSession';
import { decodeHead, encodeHead, type Head } from '../format/Head';
import { deriveKeys } from '../format/keys';
import { sealRecord } from '../format/record';
import { sameBytes } from '../storage/sameBytes';
import type { Snapshot } from '../storage/Store';
import type { RecordReader } from './recordReader';

const byId = ([a]: readonly [string, number], [b]: readonly [string, number]) => (a < b ? -1 : 1);

const canonicalHead = ({ vault, epoch, revision, slots, versions, ended }: Head) =>
  JSON.stringify([vault, epoch, revision, slots, [...versions].toSorted(byId), [...ended]]);

/**
 * Converts a head to the current format. Throws if anything differs afterwards, because a lost slot or record
 * would lose the vault.
 */
export function translateHead(head: Head, { key, vault, epoch }: Unlocked): string {
  const text = encodeHead(head, deriveKeys(key, vault, epoch));
  const back = decodeHead(text);
  if (!back?.verifyWithVaultKey(key) || canonicalHead(back) !== canonicalHead(head))
    throw new Error('The head says something else in our own format');
  return text;
}

/**
 * Returns a function that converts records to the current format and keeps their versions. Records that don't
 * open are copied unchanged, for rescue. Equal records of two stores are converted to equal bytes.
 */
export function recordTranslator({ key, vault, epoch }: Unlocked, random: Random) {
  const keys = deriveKeys(key, vault, epoch);
  const done = new Map<string, { from: Uint8Array; to: Uint8Array }>();
  return (records: Snapshot['records'], older: RecordReader): Snapshot['records'] => {
    const translate = ([id, from]: readonly [string, Uint8Array]) => {
      const before = done.get(id);
      if (before && sameBytes(before.from, from)) return [id, before.to] as const;
      const said = older(id, from);
      const to = said
        ? sealRecord(keys, { id, version: said.version }, said.content, random)
        : from;
      done.set(id, { from, to });
      return [id, to] as const;
    };
    return new Map([...records].map(translate));
  };
}
