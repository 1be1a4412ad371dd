import { signal } from '@preact/signals';
import { createAccountsStore } from '../../components/stores/createAccountsStore';
import { createCodes } from '../../components/stores/createCodes';
import { createPreferencesStore } from '../../components/stores/createPreferencesStore';
import { createSiteStore } from '../../components/stores/createSiteStore';
import { createTicker } from '../../components/stores/createTicker';
import { createVaultStore } from '../../components/stores/createVaultStore';
import { createEntryStore } from '../../components/stores/createEntryStore';
import { type ActiveSite, type FillOutcome } from '../../lib/platform';
import {
  defaultPreferences,
  noPolicy,
  type Policy,
  type Preferences,
  type Settings,
} from '../../lib/authenticator/state';
import { vaultWorld } from './vaultWorld';

export const passphrase = 'correct horse battery';

export interface PopupOptions {
  /** The start of the clock, in Unix milliseconds. The clock stands still until `tick`. */
  readonly now?: number;
  readonly preferences?: Partial<Preferences>;
  readonly policy?: Partial<Policy>;
  readonly site?: ActiveSite;
  /** Resolves when the site rules are loaded. They are loaded at once if undefined. */
  readonly rules?: Promise<void>;
  /** The backup codes on the active site's page. */
  readonly onPage?: readonly string[];
  /** The results of finding a field on the page and of filling it. By default a field is found and filled. */
  readonly page?: { readonly seek?: FillOutcome; readonly fill?: FillOutcome };
  /** The notice with which the popup opens. */
  readonly notice?: string;
  /** Whether the popup is shown as a side panel. */
  readonly beside?: boolean;
  /** The origins of the page's frames of other hosts. `allowed` lists the origins that may be accessed. */
  readonly frames?: readonly string[];
  readonly allowed?: readonly string[];
  /** How far the site's clock is ahead, in milliseconds. */
  readonly offset?: number;
}

/** Returns the authenticator's stores for a real vault, with a clock and a page that the test controls. */
export async function popupWorld(options: PopupOptions = {}) {
  let now = options.now ?? 1_700_000_000_000;
  const copied: string[] = [];
  const filled: { host: string; code: string }[] = [];
  const opened: string[] = [];
  const wakes = new Set<() => void>();
  const watchers = new Set<(settings: Settings) => void>();
  const world = await vaultWorld();
  const vault = world.openPage();
  const settings = signal<Settings>({
    values: { ...defaultPreferences, ...options.preferences },
    policy: { ...noPolicy, ...options.policy },
  });
  const preferences = createPreferencesStore({
    settings: settings.value,
    write: (patch) => {
      settings.value = { ...settings.value, values: { ...settings.value.values, ...patch } };
      for (const watcher of watchers) watcher(settings.value);
      return Promise.resolve();
    },
    watch: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
  });
  const clock = () => now;
  const ticker = createTicker({
    clock,
    after: (_, call) => {
      wakes.add(call);
      return () => wakes.delete(call);
    },
  });
  ticker.start();
  const vaultStore = createVaultStore({ vault, clock });
  const codes = createCodes({ vault, clock, second: ticker.second });
  const accounts = createAccountsStore({
    vault,
    clock,
    state: vaultStore.state,
    preferences: preferences.values,
    prepare: (first) => codes.prepare(first),
  });
  let inFront = options.site ?? null;
  const followers = new Set<() => void>();
  const used = new Map<string, number>();
  const allowed = new Set(options.allowed);
  const site = createSiteStore({
    accounts,
    vault,
    site: () => Promise.resolve(inFront),
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
    clock,
    matcher: async () => {
      await options.rules;
      return import('../../lib/sites');
    },
    declined: { read: () => Promise.resolve([]), keep: () => Promise.resolve() },
    scanned: { read: () => Promise.resolve([]), keep: () => Promise.resolve() },
    used: {
      has: (id, step) => Promise.resolve(used.get(id) === step),
      keep: (id, step) => Promise.resolve(void used.set(id, step)),
    },
    askAccess: (origin) => {
      allowed.add(origin);
      return Promise.resolve(true);
    },
    page: {
      fillPage: ({ host }, code): Promise<FillOutcome> => {
        filled.push({ host, code });
        return Promise.resolve(options.page?.fill ?? 'field');
      },
      seekField: () => Promise.resolve(options.page?.seek ?? 'field'),
      foreignFrames: () => Promise.resolve(options.frames ?? []),
      findFrame: ({ tab }, host) => Promise.resolve({ tab, host, secure: true, frame: 3 }),
      hasAccess: (origin) => Promise.resolve(allowed.has(origin)),
    },
  });
  return {
    vault,
    copied,
    filled,
    opened,
    /** Lets this many milliseconds pass and fires due timers. */
    tick: (milliseconds: number) => {
      now += milliseconds;
      const due = Array.from(wakes);
      wakes.clear();
      for (const wake of due) wake();
    },
    /** Activates another page, as can happen beside a side panel. */
    goTo: (next: ActiveSite) => {
      inFront = next;
      for (const follower of followers) follower();
    },
    parts: {
      vault,
      vaultStore,
      accounts,
      codes,
      preferences,
      site,
      copy: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
      open: (place: `#/${string}`) => void opened.push(place),
      notice: signal(options.notice ?? null),
      beside: options.beside ?? false,
      leave: () => undefined,
      openWindow: () => void opened.push('window'),
      backupCodes: () =>
        Promise.resolve({
          open: (id: string) => createEntryStore({ vault, clock, id }),
          grab: () => Promise.resolve((options.onPage ?? []).map((code) => ({ code, line: code }))),
        }),
      measureSiteClockOffset: () => Promise.resolve(options.offset ?? null),
    },
  };
}

export type PopupWorld = Awaited<ReturnType<typeof popupWorld>>;
