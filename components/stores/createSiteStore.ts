import { computed, effect, signal } from '@preact/signals';
import type { ActiveSite, FillOutcome } from '../../lib/platform';
import type { DeclinedSite } from '../../lib/authenticator/state';
import type { EntrySummary, Vault } from '../../lib/vault';
import type { AccountsStore } from './createAccountsStore';
import type { Codes } from './createCodes';
import { fillCodeOf, isFilled, type PageField } from '../../lib/authenticator/fill';

/** The part of lib/sites that says what belongs where. */
export interface SiteJudge {
  readonly belongsTo: (host: string, bound: readonly string[]) => boolean;
  readonly isSuggested: (host: string, issuer: string) => boolean;
}

export interface SiteDeps extends PageField {
  readonly accounts: AccountsStore;
  readonly codes: Codes;
  readonly vault: Pick<Vault, 'update'>;
  /** The site in front, or null. */
  readonly site: () => Promise<ActiveSite | null>;
  /** Calls back when another page may be in front, where this can happen. Answers its own end. */
  readonly follow?: (changed: () => void) => () => void;
  /** Fetched when there is a site and an account. */
  readonly judge: () => Promise<SiteJudge>;
  /** What a person said belongs to no site, which holds longer than a popup is open. */
  readonly declined: {
    readonly read: () => Promise<readonly DeclinedSite[]>;
    readonly keep: (declined: DeclinedSite) => Promise<void>;
  };
}

export type SiteStore = ReturnType<typeof createSiteStore>;

/** The site in front of the popup: which accounts are bound to it, and filling their codes in. */
export function createSiteStore(deps: SiteDeps) {
  const { accounts, codes, vault, judge, fillPage } = deps;
  const current = signal<ActiveSite | null>(null);
  const looked = signal(false);
  const judging = signal<SiteJudge | null>(null);
  const declined = signal<readonly DeclinedSite[]>([]);

  let round = 0;

  // A slow answer must not overwrite a newer one.
  const look = async () => {
    const mine = ++round;
    const found = await deps.site();
    const held = current.value;
    const same =
      found?.tab === held?.tab && found?.host === held?.host && found?.secure === held?.secure;
    if (mine === round && !same) current.value = found;
    looked.value = true;
  };
  void look();
  const stopFollowing = deps.follow?.(() => void look());
  const load = async () => {
    const held = deps.declined.read().catch(() => []);
    const loaded = await judge();
    declined.value = await held;
    judging.value = loaded;
  };
  const stopLoading = effect(() => {
    if (!current.value || !accounts.all.value?.length || judging.peek()) return;
    void load();
  });
  const stopMatching = effect(() => {
    const [here, by, all] = [current.value, judging.value, accounts.all.value];
    accounts.ofSite.value = new Set(
      here && by
        ? all?.filter(({ hosts }) => by.belongsTo(here.host, hosts)).map(({ id }) => id)
        : [],
    );
  });

  return {
    site: computed(() => current.value),
    /** No site was seen, though it was looked for. */
    unseen: computed(() => looked.value && current.value === null),
    /** An account that is not bound, but whose issuer is known for this site: the user is asked, of one at a time. */
    suggested: computed((): EntrySummary | null => {
      const [here, by] = [current.value, judging.value];
      if (!here || !by) return null;
      const isDeclined = (id: string) =>
        declined.value.some((one) => one.id === id && by.belongsTo(here.host, [one.host]));
      const fits = ({ id, issuer }: EntrySummary) =>
        !accounts.ofSite.value.has(id) && !isDeclined(id) && by.isSuggested(here.host, issuer);
      return accounts.all.value?.find(fits) ?? null;
    }),
    /** The account does not belong to the site in front: it is not suggested there again. */
    async decline(id: string) {
      if (!current.value) return;
      const no = { id, host: current.value.host };
      declined.value = [...declined.value, no];
      await deps.declined.keep(no);
    },
    /** Binds the site in front to an account, at the user's word. */
    async bind(id: string) {
      const here = current.value;
      if (!here) return;
      await vault.update(id, ({ hosts }) => ({ hosts: [...new Set([...hosts, here.host])] }));
      await accounts.reload();
    },
    /**
     * Fills an account's code into the page. The caller has made sure that the user wants it on this host, and
     * shows the code that `onSpent` is given: the page didn't get it, and there is no other way to it.
     */
    async fill(entry: EntrySummary, onSpent: (code: string) => void): Promise<FillOutcome> {
      const here = current.value;
      if (!here) return 'forbidden';
      const take = () => codes.take(entry);
      const { outcome, spent } = await fillCodeOf({ ...deps, take }, here, entry);
      if (spent !== null) onSpent(spent);
      if (isFilled(outcome)) await accounts.countUse(entry.id);
      return outcome;
    },
    /** Fills a backup code into the page; as with `fill`, the caller has made sure that the user wants it here. */
    async fillBackup(code: string): Promise<FillOutcome> {
      const here = current.value;
      return here ? fillPage(here, code, 'backup') : 'forbidden';
    },
    stop() {
      stopFollowing?.();
      stopLoading();
      stopMatching();
    },
  };
}
