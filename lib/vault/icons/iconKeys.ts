import { fromBase64url, toBase64url, type Random } from '../../crypto';
import { trustedCast } from '../format/trustedCast';

/**
 * The keys of pictures. The shared record holds them, so every rotation of the vault key seals them again, and no
 * picture must be sealed again. A key is used only for pictures added in its epoch. Thus an old vault key, with an
 * old copy of the disk, opens no picture that was added later.
 */
export interface IconKeys {
  /** Derives the keys of the database from the names of pictures. */
  readonly names: Uint8Array;
  /** The key of each epoch in which pictures were added, the newest last. */
  readonly keys: ReadonlyMap<number, Uint8Array>;
}

interface StoredKeys {
  readonly names: string;
  readonly keys: readonly (readonly [epoch: number, key: string])[];
}

/** The shared record, of which only this field concerns pictures. The vault authenticates the record. */
type SharedFields = { readonly icons?: StoredKeys } | null;

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();

/** Returns the keys of pictures in the shared record, or null if no picture was ever added. */
export function readIconKeys(record: unknown): IconKeys | null {
  const icons = trustedCast<SharedFields>(record)?.icons;
  if (!icons) return null;
  const keys = icons.keys.map(([epoch, key]) => [epoch, bytesOf(key)] as const);
  return { names: bytesOf(icons.names), keys: new Map(keys) };
}

/** Returns the keys with one for this epoch. */
export const withKeyOf = (epoch: number, known: IconKeys | null, random: Random): IconKeys => ({
  names: known?.names ?? random(32),
  keys: known?.keys.has(epoch) ? known.keys : new Map(known?.keys).set(epoch, random(32)),
});

/** Returns the shared record with these keys. */
export const withIconKeys = (record: unknown, { names, keys }: IconKeys): unknown => ({
  ...trustedCast<SharedFields>(record),
  icons: {
    names: toBase64url(names),
    keys: [...keys].map(([epoch, key]) => [epoch, toBase64url(key)]),
  } satisfies StoredKeys,
});

/** Returns the record that sync writes, with the keys of pictures in the record that it replaces. */
export function keepIconKeys(next: unknown, before: unknown): unknown {
  const keys = readIconKeys(before);
  return keys ? withIconKeys(next, keys) : next;
}
