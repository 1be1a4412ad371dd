import { fromBase64url } from '../crypto';
import { isFields } from './isFields';
import type { SyncMemory } from './SyncMemory';
import { textIn } from './textIn';

/** The data that a device needs to join a sync set, as JSON. */
export type SetKey = Pick<SyncMemory, 'set' | 'epoch' | 'key'>;

/** Returns the sync set's key from a parsed value, or null if the value is incomplete or invalid. */
export function readSetKey(value: unknown): SetKey | null {
  if (!isFields(value)) return null;
  const set = textIn(value, 'set');
  const key = textIn(value, 'key');
  const epoch = Number(value['epoch']);
  const isWhole = /^[0-9a-f]{8}$/.test(set) && fromBase64url(key)?.length === 32 && epoch >= 1;
  return isWhole ? { set, epoch, key } : null;
}
