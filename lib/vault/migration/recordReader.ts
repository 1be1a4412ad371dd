import type { Unlocked } from '../keys/createSession';
import { entryFromBytes } from '../format/entryBytes';
import { deriveKeys } from '../format/keys';
import { openRecord, recordHeader } from '../format/record';
import { upgradeFrom } from './formatUpgrades';
import type { FormatUpgrade } from './FormatUpgrade';

/** A record's version, and its content in the current format. */
interface DecodedRecord {
  readonly version: number;
  readonly content: Uint8Array;
}

/** Decrypts a record. Returns null if the bytes aren't a record of this vault and id. */
export type RecordReader = (id: string, bytes: Uint8Array) => DecodedRecord | null;

type Readers = Pick<FormatUpgrade, 'deriveKeys' | 'recordHeader' | 'openRecord'>;

const readerBy = (readers: Readers, { key, vault, epoch }: Unlocked): RecordReader => {
  const keys = readers.deriveKeys(key, vault, epoch);
  return (id, bytes) => {
    const header = readers.recordHeader(bytes);
    const content = header && readers.openRecord(keys, id, bytes);
    return header && content ? { version: header.version, content } : null;
  };
};

/** Creates a reader of records in the current format. */
export const currentRecordReader = (unlocked: Unlocked): RecordReader =>
  readerBy({ deriveKeys, recordHeader, openRecord }, unlocked);

/**
 * Creates a reader that converts records of an earlier format. The reader throws if a record opens but can't be
 * converted.
 */
export function upgradingRecordReader(
  step: FormatUpgrade,
  known: readonly FormatUpgrade[],
  unlocked: Unlocked,
): RecordReader {
  const read = readerBy(step, unlocked);
  return (id, bytes) => {
    const said = read(id, bytes);
    if (!said) return null;
    const content = upgradeFrom(step.from, said.content, known);
    if (!entryFromBytes(id, content)) throw new Error('A record says nothing in our own format');
    return { ...said, content };
  };
}
