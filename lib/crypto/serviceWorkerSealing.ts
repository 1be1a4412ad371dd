import { hpke } from './hpke';
import type { PublicKeySealing } from './PublicKeySealing';

/**
 * Seals to public keys in a service worker, which may not import() anything later. A file of its own and not in
 * the folder's door, so that no page carries its weight.
 */
export const serviceWorkerSealing = (): Promise<PublicKeySealing> => Promise.resolve(hpke);
