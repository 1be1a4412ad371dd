import type { VaultDeps } from '../VaultDeps';

const name = 'vault.replica';

const newId = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The id of this browser profile among those that share entries: 8 random bytes in hex. It says nothing of anyone.
 * Where the storage is out of order, a change is stamped by a profile that makes no other.
 */
export async function replicaId({ local, random }: Pick<VaultDeps, 'local' | 'random'>) {
  const fresh = newId(random(8));
  try {
    const stored = (await local.get(name))[name];
    if (typeof stored === 'string' && /^[0-9a-f]{16}$/.test(stored)) return stored;
    await local.set({ [name]: fresh });
  } catch {
    // The change itself matters more than who made it.
  }
  return fresh;
}
