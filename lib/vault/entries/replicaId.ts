import { toHex } from '../../crypto';
import type { VaultDeps } from '../VaultDeps';

const name = 'vault.replica';

/**
 * Returns this browser profile's id for sync. It consists of 8 random bytes in hex and identifies no person. If
 * the storage fails, returns a new id at every call.
 */
export async function replicaId({ local, random }: Pick<VaultDeps, 'local' | 'random'>) {
  const fresh = toHex(random(8));
  try {
    const stored = (await local.get(name))[name];
    if (typeof stored === 'string' && /^[0-9a-f]{16}$/.test(stored)) return stored;
    await local.set({ [name]: fresh });
  } catch {
    // A failing storage must not prevent the change that needs the id.
  }
  return fresh;
}

export const renewReplicaId = ({ local, random }: Pick<VaultDeps, 'local' | 'random'>) =>
  local.set({ [name]: toHex(random(8)) });
