import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Clock } from '../../lib/clock';
import type { Preferences } from '../../lib/authenticator/state';
import type { Entry, EntryPatch, EntrySummary, Vault, VaultState } from '../../lib/vault';
import { recordUse } from '../../lib/authenticator/fill';
import {
  byPosition,
  orderEntries,
  positionBetween,
  searchEntries,
  tagsOf,
  withTag,
} from '../../lib/authenticator/accounts';

export interface AccountsDeps {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly state: ReadonlySignal<VaultState | 'opening'>;
  readonly preferences: ReadonlySignal<Preferences>;
  /**
   * The account list, requested before the state of the vault is known. Resolves with null if the vault isn't
   * open.
   */
  readonly ahead?: Promise<readonly EntrySummary[] | null>;
  /**
   * Called with the first accounts before the list appears. The list is shown after the returned promise
   * resolves.
   */
  readonly prepare?: (first: readonly EntrySummary[]) => Promise<void>;
}

/** Maximum number of accounts on the first screen, in the popup's comfortable rows. */
const firstScreen = 8;

export type AccountsStore = ReturnType<typeof createAccountsStore>;

/** Holds the accounts as lists show them, sorted and searched, with the actions for one account. */
export function createAccountsStore({
  vault,
  clock,
  state,
  preferences,
  prepare,
  ...once
}: AccountsDeps) {
  const all = signal<readonly EntrySummary[] | null>(null);
  const query = signal('');
  const tag = signal('');
  const ofSite = signal<ReadonlySet<string>>(new Set());
  const inOrder = (entries: readonly EntrySummary[]) =>
    orderEntries(entries, preferences.value.order, ofSite.value);
  let round = 0;
  // No other reference may keep the list alive, because its names must be gone after a lock.
  let { ahead } = once;
  once = {};

  const list = async () => {
    const first = await ahead;
    ahead = undefined;
    return first ?? (await vault.list().catch(() => null));
  };

  const sorted = computed(() => inOrder(all.value ?? []));
  const tags = computed(() => tagsOf(all.value ?? []));
  const shown = computed(() => searchEntries(withTag(sorted.value, tag.value), query.value));

  // Ignores stale results and results that arrive after a lock.
  const reload = async () => {
    const mine = ++round;
    const entries = state.value === 'unlocked' ? await list() : null;
    if (entries && all.value === null) await prepare?.(inOrder(entries).slice(0, firstScreen));
    if (mine !== round) return;
    all.value = entries;
    // A computed signal keeps its last value until the next read. Reading these signals after a lock drops the
    // names in them.
    if (entries === null) void [tags.peek(), shown.peek()];
  };
  const stopState = effect(() => {
    if (state.value !== 'unlocked') query.value = tag.value = '';
    void reload();
  });
  const stopVault = vault.subscribe(() => {
    // The list was requested before this change, so it is out of date.
    ahead = undefined;
    void reload();
  });

  const change = async (id: string, patch: EntryPatch) => {
    await vault.update(id, () => patch);
    await reload();
  };

  return {
    /** All accounts, or null while the vault is locked or not read yet. */
    all: computed(() => all.value),
    query,
    /** The selected tag. Only accounts with this tag are shown. If the tag is empty, all accounts are shown. */
    tag,
    /** All tags in use, sorted by name. */
    tags,
    /** The ids of the accounts that are linked to the active site. */
    ofSite,
    /** The displayed accounts, in order. */
    shown,
    reload,
    change,
    /** Changes several accounts, one after another. */
    async changeAll(ids: readonly string[], patch: (entry: Entry) => EntryPatch) {
      for (const id of ids) await vault.update(id, patch);
      await reload();
    },
    pin: (entry: EntrySummary) => change(entry.id, { pinned: !entry.pinned }),
    /** Moves accounts to the trash. Returns the undo. */
    async remove(ids: readonly string[]) {
      await vault.remove(ids);
      await reload();
      return async () => {
        await vault.restore(ids);
        await reload();
      };
    },
    /** Records the use of an account, for the order "most used". */
    countUse: (id: string) => recordUse(vault, clock, id),
    /**
     * Moves an account directly before or after another account, in the manual order. Pinned accounts stay above
     * the others, so no account can move between pinned and other accounts.
     */
    async move(id: string, side: 'before' | 'after', other: string) {
      const now = (all.value ?? []).toSorted(byPosition);
      const [moved, anchor] = [id, other].map((one) => now.find((entry) => entry.id === one));
      if (!moved || !anchor || moved === anchor || moved.pinned !== anchor.pinned) return;
      const others = now.filter((entry) => entry !== moved);
      const at = others.indexOf(anchor) + (side === 'after' ? 1 : 0);
      const position = positionBetween(others[at - 1]?.position, others[at]?.position);
      if (position !== null) return change(id, { position });
      await vault.reorder(others.toSpliced(at, 0, moved).map((entry) => entry.id));
      await reload();
    },
    stop() {
      stopState();
      stopVault();
    },
  };
}
