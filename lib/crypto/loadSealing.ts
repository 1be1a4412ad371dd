import type { PublicKeySealing } from './PublicKeySealing';

/** Loads the code at first use: no page needs it to show codes. */
export const loadSealing = async (): Promise<PublicKeySealing> => (await import('./hpke')).hpke;
