import { syncStored } from '../state';
import type { SyncContext } from '../sync';

/**
 * Gives a stored value its full type. The value's guard checks only some fields, which is enough because only
 * this extension writes the value.
 */
const typed = <T>(value: {
  read(): Promise<unknown>;
  write(value: never): Promise<void>;
  remove(): Promise<void>;
}) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this extension writes the value
  value as unknown as {
    read(): Promise<T | null>;
    write(value: T): Promise<void>;
    remove(): Promise<void>;
  };

type Read<K extends 'status' | 'pairing' | 'joining'> = NonNullable<
  Awaited<ReturnType<SyncContext[K]['read']>>
>;

/** The state of sync that must survive a restart of the background. */
export const syncStores = {
  status: typed<Read<'status'>>(syncStored.status),
  pairing: typed<Read<'pairing'>>(syncStored.pairing),
  joining: typed<Read<'joining'>>(syncStored.joining),
};
