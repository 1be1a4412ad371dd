/**
 * Returns the random id of this browser profile. Generates the id at its first use. Each simulated browser has
 * its own id, by name.
 */
export function readClientId(storage: Storage, name: string): string {
  const slot = `companion/client/${name}`;
  const found = storage.getItem(slot);
  if (found !== null) return found;
  const made = crypto.randomUUID();
  storage.setItem(slot, made);
  return made;
}
