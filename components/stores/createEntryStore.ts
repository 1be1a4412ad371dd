import { computed, signal } from '@preact/signals';
import type { Clock } from '../../lib/clock';
import type { BackupCode, Entry, EntryPatch, Vault } from '../../lib/vault';

export interface EntryDeps {
  readonly vault: Pick<Vault, 'get' | 'update' | 'subscribe'>;
  readonly clock: Clock;
  readonly id: string;
}

export type EntryStore = ReturnType<typeof createEntryStore>;

/** Holds one entry while its page is open. */
export function createEntryStore({ vault, clock, id }: EntryDeps) {
  const entry = signal<Entry | null | 'missing'>(null);
  let round = 0;

  const reload = async () => {
    const mine = ++round;
    const found = await vault.get(id).catch((): 'missing' => 'missing');
    if (mine === round) entry.value = found;
  };
  const stop = vault.subscribe(() => void reload());
  void reload();

  const change = async (patch: (entry: Entry) => EntryPatch) => {
    await vault.update(id, patch);
    await reload();
  };
  const changeCodes = (patch: (codes: readonly BackupCode[]) => readonly BackupCode[]) =>
    change(({ backupCodes }) => ({ backupCodes: patch(backupCodes) }));

  return {
    entry: computed(() => entry.value),
    change,
    /** Marks a backup code as used now, or as unused. */
    markCode: (code: string, used: boolean) =>
      changeCodes((codes) =>
        codes.map((one) => (one.code === code ? { code, usedAt: used ? clock() : null } : one)),
      ),
    /** Appends backup codes that the entry doesn't have yet. Returns their number and the undo. */
    async addCodes(codes: readonly string[]) {
      let fresh = new Set<string>();
      await changeCodes((held) => {
        fresh = new Set(codes).difference(new Set(held.map(({ code }) => code)));
        return [...held, ...Array.from(fresh, (code) => ({ code, usedAt: null }))];
      });
      return {
        added: fresh.size,
        undo: () => changeCodes((held) => held.filter(({ code }) => !fresh.has(code))),
      };
    },
    /** Replaces all backup codes with a new set. Returns the undo. */
    async replaceCodes(codes: readonly string[]): Promise<() => Promise<void>> {
      let before: readonly BackupCode[] = [];
      await changeCodes((held) => {
        before = held;
        return codes.map((code) => ({ code, usedAt: null }));
      });
      return () => changeCodes(() => before);
    },
    /** Drops the secret and ends the subscription. */
    close() {
      stop();
      round++;
      entry.value = null;
    },
  };
}
