import { createAccountsStore } from '../../components/stores/createAccountsStore';
import { createCodes } from '../../components/stores/createCodes';
import { createPreferencesStore } from '../../components/stores/createPreferencesStore';
import { createTicker } from '../../components/stores/createTicker';
import { createVaultStore } from '../../components/stores/createVaultStore';
import type { Pictures } from '../../components/stores/createPictures';
import { systemClock } from '../../lib/clock';
import { copyText } from '../../lib/platform';
import {
  alarms,
  stored,
  lastSettings,
  watchSettings,
  writePreferences,
} from '../../lib/authenticator/state';
import { browserVault } from '../../lib/platform/vault';
import { vaultSettings } from './vaultSettings';

export type Authenticator = Awaited<ReturnType<typeof buildAuthenticator>>;

/** Builds what every page of the authenticator needs: the page's vault and its stores. */
export async function buildAuthenticator() {
  const vault = browserVault(vaultSettings);
  // The popup has no time for sequential reads, so settings, state and list are requested together.
  const ahead = vault.list().catch(() => null);
  const vaultStore = createVaultStore({ vault, clock: systemClock });
  const preferences = createPreferencesStore({
    settings: await lastSettings(),
    write: writePreferences,
    watch: watchSettings,
  });
  const clock = () => systemClock() + preferences.values.value.clockOffset;
  const ticker = createTicker({
    clock,
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const codes = createCodes({ vault, clock, second: ticker.second });
  const accounts = createAccountsStore({
    vault,
    clock: systemClock,
    state: vaultStore.state,
    preferences: preferences.values,
    ahead,
    prepare: (first) => codes.prepare(first),
  });
  const copy = (text: string) =>
    copyText(text, {
      clearAfter: preferences.values.value.clearClipboardAfter,
      pending: stored.pendingClear,
      alarm: alarms.clearClipboard,
    });
  const unlockMethods = {
    list: async () => new Set((await vault.slots.list()).map(({ type }) => type)),
    byPasskey: () => vault.slots.unlockByPasskey(),
    withoutPassphrase: () => vault.slots.unlockWithoutPassphrase(),
    recover: (key: string, next: string) => vault.slots.recover(key, next),
  };
  let loaded: Promise<Pictures> | null = null;
  /** Loads the pictures of accounts, after the codes are shown. */
  const pictures = () =>
    (loaded ??= import('../../components/stores/createPictures').then(({ createPictures }) =>
      createPictures({ vault }),
    ));
  return {
    vault,
    vaultStore,
    preferences,
    clock,
    ticker,
    accounts,
    codes,
    copy,
    unlockMethods,
    pictures,
  };
}

/** Updates codes while the page is visible, and reports user activity to the vault. */
export function followPage({
  ticker,
  vaultStore,
}: Pick<Authenticator, 'ticker' | 'vaultStore'>): void {
  const follow = () => (document.hidden ? ticker.stop() : ticker.start());
  document.addEventListener('visibilitychange', follow);
  follow();
  for (const use of ['pointerdown', 'keydown'])
    document.addEventListener(use, () => vaultStore.touch(), { passive: true });
}
