import { hpke } from './hpke';
import type { PublicKeySealing } from './PublicKeySealing';

/**
 * Returns public-key encryption for a service worker, which has no import(). The folder's index doesn't export
 * this function, so that pages don't load its code.
 */
export const serviceWorkerSealing = (): Promise<PublicKeySealing> => Promise.resolve(hpke);
