import { hpke } from './hpke';
import type { PublicKeySealing } from './PublicKeySealing';

/**
 * Public key encryption in a service worker, which can't import() code later. Not exported from the folder's
 * index, so that pages don't load it.
 */
export const serviceWorkerSealing = (): Promise<PublicKeySealing> => Promise.resolve(hpke);
