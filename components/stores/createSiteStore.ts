import { computed, effect, signal } from '@preact/signals';
import {
  candidatesFor,
  fillAccount,
  type FillAttempt,
  linkedFrames,
  type PageAccess,
  type SiteRules,
} from '../../lib/authenticator/fill';
import type { KeptSiteNotes, SiteNote, UsedCodes } from '../../lib/authenticator/state';
import type { Clock } from '../../lib/clock';
import type { ActiveSite } from '../../lib/platform';
import type { EntrySummary, Vault } from '../../lib/vault';
import type { AccountsStore } from './createAccountsStore';

/** The functions of lib/sites, which load once there is an active site and at least one account. */
export interface SiteMatcher extends SiteRules {
  readonly linkFor: (host: string, links: readonly string[]) => string | null;
  readonly isSibling: (host: string, links: readonly string[]) => boolean;
}

export interface SiteDeps {
  readonly accounts: AccountsStore;
  readonly vault: Pick<Vault, 'get' | 'update'>;
  /** The clock, corrected by the user's setting. */
  readonly clock: Clock;
  readonly page: PageAccess;
  readonly used: UsedCodes;
  /** Returns the active site, or null. */
  readonly site: () => Promise<ActiveSite | null>;
  /**
   * Subscribes to changes of the active page. Absent in the popup, which closes when the page changes. Returns an
   * unsubscribe function.
   */
  readonly follow?: (changed: () => void) => () => void;
  readonly matcher: () => Promise<SiteMatcher>;
  /** Asks the user for access to an origin. Must be called directly in a click handler. */
  readonly askAccess: (origin: string) => Promise<boolean>;
  /** Pairs of a site and an account that the user declined to link. */
  readonly declined: KeptSiteNotes;
  /** Sites on which accounts were scanned. */
  readonly scanned: KeptSiteNotes;
}

export type SiteStore = ReturnType<typeof createSiteStore>;

const isSame = (a: ActiveSite | null, b: ActiveSite | null): boolean =>
  a?.tab === b?.tab && a?.host === b?.host && a?.secure === b?.secure;

/**
 * Whether a linked host is this host or one of its parents. Used only to sort the list, because the rules of
 * lib/sites decide about filling.
 */
const isHostOf = (host: string) => (linked: string) =>
  host === linked || host.endsWith(`.${linked}`);

/** Holds the active site: the accounts that are linked to it, and the filling of their codes. */
export function createSiteStore(deps: SiteDeps) {
  const { accounts, vault, page } = deps;
  const current = signal<ActiveSite | null>(null);
  const looked = signal(false);
  const matching = signal<SiteMatcher | null>(null);
  const declined = signal<readonly SiteNote[]>([]);
  const scanned = signal<readonly SiteNote[]>([]);

  let round = 0;

  // Ignores a result if a newer request was started.
  const look = async () => {
    const mine = ++round;
    const found = await deps.site();
    if (mine === round && !isSame(found, current.value)) current.value = found;
    looked.value = true;
  };
  void look();
  const stopFollowing = deps.follow?.(() => void look());
  const read = async () => {
    const [refused, seen, loaded] = await Promise.all([
      deps.declined.read().catch(() => []),
      deps.scanned.read().catch(() => []),
      deps.matcher(),
    ]);
    // The user may have declined or scanned an account while the stored notes were read.
    declined.value = [...refused, ...declined.value];
    scanned.value = [...seen, ...scanned.value];
    matching.value = loaded;
    return loaded;
  };
  let loading: Promise<SiteMatcher> | null = null;
  // Loads once. After a failure, the next call loads again.
  const load = () =>
    (loading ??= read().catch((error: unknown) => {
      loading = null;
      throw error;
    }));
  const stopLoading = effect(() => {
    if (current.value && accounts.all.value?.length) void load();
  });
  const candidates = computed(() => {
    const [here, rules, all] = [current.value, matching.value, accounts.all.value];
    if (!here || !all) return { linked: [], possible: [] };
    // Until the rules are loaded, simple matches come first, so that the list doesn't jump.
    if (!rules)
      return { linked: all.filter(({ hosts }) => hosts.some(isHostOf(here.host))), possible: [] };
    return candidatesFor(here.host, all, {
      rules,
      declined: declined.value,
      scanned: scanned.value,
    });
  });
  const stopMatching = effect(() => {
    accounts.ofSite.value = new Set(candidates.value.linked.map(({ id }) => id));
  });
  const bind = async (id: string) => {
    const here = current.value;
    if (!here) return;
    await vault.update(id, ({ hosts }) => ({ hosts: [...new Set([...hosts, here.host])] }));
    await accounts.reload();
  };

  return {
    site: computed(() => current.value),
    /** Whether the active tab has no site that the extension can see. */
    unseen: computed(() => looked.value && current.value === null),
    /**
     * An account that isn't linked to this host but may belong to it, or null. Either the account was scanned
     * here, or its issuer is known for this host, or it has a link to another host of the same site. The user is
     * asked about one account at a time.
     */
    suggested: computed((): EntrySummary | null => {
      const [here, rules] = [current.value, matching.value];
      if (!here || !rules) return null;
      const { linked, possible } = candidates.value;
      if (possible[0]) return possible[0];
      const isDeclined = (id: string) =>
        declined.value.some(
          (one) => one.id === id && rules.linkFor(here.host, [one.host]) !== null,
        );
      const fits = ({ id, issuer, hosts }: EntrySummary) =>
        rules.linkFor(here.host, hosts) === null &&
        !isDeclined(id) &&
        (rules.isSuggested(here.host, issuer) ||
          (linked.length === 0 && rules.isSibling(here.host, hosts)));
      return accounts.all.value?.find(fits) ?? null;
    }),
    /** Records that an account doesn't belong to the active site, and stops suggesting it for this site. */
    async decline(id: string) {
      if (!current.value) return;
      const no = { id, host: current.value.host };
      declined.value = [...declined.value, no];
      await deps.declined.keep(no);
    },
    /** Records that an account was scanned on this host, and asks whether the account belongs to the host. */
    async noteScanned(note: SiteNote) {
      scanned.value = [...scanned.value, note];
      await deps.scanned.keep(note);
    },
    /** Links the active site to an account. Must be called only with the user's consent. */
    bind,
    /** Whether filling an account needs no question. Unlike `ofSite`, waits for the rules of lib/sites. */
    async isLinked({ id }: Pick<EntrySummary, 'id'>): Promise<boolean> {
      const [here, all] = [current.value, accounts.all.value];
      if (!here || !all) return false;
      const { linkedTo } = await load();
      return linkedTo(here.host, all).some((linked) => linked.id === id);
    },
    /**
     * Fills an account's code into the page. The caller has verified that the user wants the code on this host.
     * With `again`, fills even if the code of this time step was already filled.
     */
    async fill(entry: EntrySummary, again = false): Promise<FillAttempt> {
      const target = current.value;
      if (!target) return { result: 'forbidden' };
      const { linkFor } = await load();
      const attempt = await fillAccount({ ...deps, linkFor }, { target, entry, again });
      await accounts.reload();
      return attempt;
    },
    /** Fills a backup code into the page. The caller has verified that the user wants the code on this host. */
    async fillBackup(code: string): Promise<FillAttempt> {
      const here = current.value;
      return { result: here ? await page.fillPage(here, code, 'backup') : 'forbidden' };
    },
    /** Returns the origin of the first frame on the page to whose host the account is linked, or null. */
    async frameFor(entry: EntrySummary): Promise<string | null> {
      const here = current.value;
      if (!here || entry.hosts.length === 0) return null;
      const { linkFor } = await load();
      return (await linkedFrames({ page, linkFor }, here, entry))[0] ?? null;
    },
    /** Asks for access to the origin of a frame. Must be called directly in a click handler. */
    allowFrame: deps.askAccess,
    stop() {
      stopFollowing?.();
      stopLoading();
      stopMatching();
    },
  };
}
