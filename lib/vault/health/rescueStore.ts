import { toBase64url } from '../../crypto';
import type { Snapshot } from '../storage/Store';
import type { RescueStore } from './Health';

/** The raw content of a store as text. */
export const rescueStore = ({ head, records }: Snapshot): RescueStore => ({
  head,
  records: Object.fromEntries([...records].map(([id, bytes]) => [id, toBase64url(bytes)])),
});
