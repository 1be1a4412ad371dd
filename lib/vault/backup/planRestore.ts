import { toBase64url } from '../../crypto';
import type { Entry } from '../entries/Entry';
import { entryToJson } from '../format/entryBytes';
import type { RestoreItem, RestorePreview } from './Backups';

/** Fields that don't count as a difference between two entries, such as position, dates and use. */
const ignoredFields = new Set([
  'id',
  'position',
  'createdAt',
  'updatedAt',
  'usedAt',
  'useCount',
  'sync',
]);

const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Returns the fields that must be equal for two entries to count as the same. */
const comparableFields = (entry: Entry): string => {
  const fields = Object.entries(entryToJson(entry)).filter(([name]) => !ignoredFields.has(name));
  return JSON.stringify(Object.fromEntries(fields), inOrder);
};

/** Serializes an entry without its sync stamps, with its fields in a fixed order. */
export const serializeEntry = (entry: Entry): string =>
  JSON.stringify({ ...entryToJson(entry), sync: undefined }, inOrder);

const accountOf = ({ issuer, account, otp }: Entry) =>
  JSON.stringify([issuer, account, toBase64url(otp.secret)]);

/**
 * Returns a function that finds the vault's entry for an entry of a backup, by id or by issuer, account and
 * secret.
 */
export function entryMatcher(now: readonly Entry[]): (entry: Entry) => Entry | undefined {
  const byId = new Map(now.map((entry) => [entry.id, entry]));
  const byAccount = new Map(now.map((entry) => [accountOf(entry), entry]));
  return (entry) => byId.get(entry.id) ?? byAccount.get(accountOf(entry));
}

/** Compares an entry of a backup with the vault's own entry, if there is one. */
export function stateOf(entry: Entry, own: Entry | undefined): RestoreItem['state'] {
  if (!own) return 'new';
  return comparableFields(own) === comparableFields(entry) ? 'same' : 'changed';
}

/** Compares every entry of a backup with the entries of the vault. */
export function planRestore(
  createdAt: number,
  entries: readonly Entry[],
  now: readonly Entry[],
): Omit<RestorePreview, 'openedBy' | 'unreadable'> {
  const own = entryMatcher(now);
  const found = new Set<string>();
  const items = entries.map((entry): RestoreItem => {
    const mine = own(entry);
    if (mine) found.add(mine.id);
    return { entry, state: stateOf(entry, mine) };
  });
  const missing = now.filter(({ id, deletedAt }) => !found.has(id) && deletedAt === null).length;
  return { createdAt, items, missing };
}
