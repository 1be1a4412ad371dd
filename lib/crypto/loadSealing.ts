import type { PublicKeySealing } from './PublicKeySealing';

/** Fetches the code at first use: no page needs it to show its codes. */
export const loadSealing = async (): Promise<PublicKeySealing> => (await import('./hpke')).hpke;
