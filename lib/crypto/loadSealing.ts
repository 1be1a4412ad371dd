import type { PublicKeySealing } from './PublicKeySealing';

/** Loads public-key encryption at first use, because showing codes doesn't need it. */
export const loadSealing = async (): Promise<PublicKeySealing> => (await import('./hpke')).hpke;
