import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { Banner, Lazy, Spinner, t } from '../ui';
import type { Policy } from '../../lib/authenticator/state';
import type { VaultStore } from '../stores/createVaultStore';
import css from './Gate.module.css';
import { Unlock } from './Unlock';
import type { UnlockOptionsProps } from './UnlockOptions';

export interface GateProps {
  readonly store: VaultStore;
  readonly policy: ReadonlySignal<Pick<Policy, 'passphraseMinLength' | 'requirePassphrase'>>;
  /** Draws what is shown while the vault is open. A function, so that nothing drawn is kept after a lock. */
  readonly children: () => ComponentChildren;
  /** What opens a locked vault beside the passphrase. */
  readonly unlockMethods?: Omit<UnlockOptionsProps, 'leastLength'> | undefined;
  /** Shown instead of creating a vault, on pages with more room. */
  readonly newcomer?: ComponentChildren;
  /** Leads to restoring a backup instead of creating a vault. */
  readonly onRestore?: (() => void) | undefined;
  /** The ways on from a vault that doesn't open, or what leads to them. */
  readonly wayOut?: ComponentChildren;
}

/** Renders its children if the vault is unlocked, and otherwise how to unlock or create it. */
export function Gate({
  store,
  policy,
  children,
  unlockMethods,
  newcomer,
  onRestore,
  wayOut,
}: GateProps) {
  // Loaded separately: the first is for new users only, the second for a locked vault only.
  const loadCreate = useMemo(
    () => async () => {
      const { CreateVault } = await import('./CreateVault');
      return () => (
        <CreateVault
          store={store}
          leastLength={policy.value.passphraseMinLength}
          required={policy.value.requirePassphrase}
          onRestore={onRestore}
        />
      );
    },
    [store, policy],
  );
  const loadRequired = useMemo(
    () => async () => {
      const { RequirePassphrase } = await import('./RequirePassphrase');
      return () => (
        <RequirePassphrase store={store} leastLength={policy.value.passphraseMinLength} />
      );
    },
    [store, policy],
  );
  const loadOptions = useMemo(
    () =>
      unlockMethods &&
      (async () => {
        const { UnlockOptions } = await import('./UnlockOptions');
        return () => (
          <UnlockOptions {...unlockMethods} leastLength={policy.value.passphraseMinLength} />
        );
      }),
    [unlockMethods, policy],
  );
  switch (store.state.value) {
    case 'opening':
      return (
        <div class={css['frame']}>
          <Spinner label={t('gate.opening')} />
        </div>
      );
    case 'none':
      return newcomer ?? <Lazy load={loadCreate} label={t('gate.opening')} />;
    case 'locked':
      return (
        <Unlock unlock={(passphrase) => store.unlock(passphrase)}>
          {loadOptions && <Lazy load={loadOptions} />}
          {wayOut}
        </Unlock>
      );
    case 'too-new':
      return (
        <main class={css['frame']}>
          <Banner tone="warning" title={t('gate.tooNew')} actions={wayOut}>
            {t('errors.vault.tooNew')}
          </Banner>
        </main>
      );
    case 'damaged':
      return (
        <main class={css['frame']}>
          <Banner tone="danger" title={t('gate.damaged.title')} actions={wayOut}>
            {t('gate.damaged.words')}
          </Banner>
        </main>
      );
    default:
      // The administrator set the rule after the vault was created: its accounts stay, but a
      // passphrase must be set first.
      return store.isFree.value && policy.value.requirePassphrase ? (
        <Lazy load={loadRequired} label={t('gate.opening')} />
      ) : (
        <>{children()}</>
      );
  }
}
