import type { Passkeys } from '../../vault';

const passkeys = async (): Promise<Passkeys> =>
  (await import('./webauthnPasskeys')).webauthnPasskeys;

/** Passkeys through WebAuthn, with code that loads at the first use. */
export const lazyPasskeys: Passkeys = {
  obstacle: async () => (await passkeys()).obstacle(),
  create: async (label, salt) => (await passkeys()).create(label, salt),
  evaluate: async (candidates) => (await passkeys()).evaluate(candidates),
};
