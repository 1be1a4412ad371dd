import type { Kdf } from './Kdf';

/** Argon2id in the caller's own thread, for places that have no Worker. Its code is fetched at first use. */
export const inProcessKdf: Kdf = async (passphrase, salt, costs) =>
  (await import('./argon2')).argon2id(passphrase, salt, costs);
