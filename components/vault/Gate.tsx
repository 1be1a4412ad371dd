import { useSignal, type ReadonlySignal } from '@preact/signals';
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
  /**
   * Renders the content of an open vault. The content is a function, so that nothing rendered is kept after a
   * lock.
   */
  readonly children: () => ComponentChildren;
  /** Methods besides the passphrase to open a locked vault. */
  readonly unlockMethods?:
    Omit<UnlockOptionsProps, 'leastLength' | 'recovering' | 'onForgotten'> | undefined;
  /** Content that replaces the form that creates a vault, on pages with more space. */
  readonly newcomer?: ComponentChildren;
  /** Opens the page that restores a backup. */
  readonly onRestore?: (() => void) | undefined;
  /** Options for a vault that doesn't open, or a button that leads to them. */
  readonly wayOut?: ComponentChildren;
  /** Shows these options to a user who forgot the passphrase of a vault without a recovery key. */
  readonly onForgotten?: (() => void) | undefined;
}

/** Renders its children while the vault is open. Otherwise offers to unlock or create the vault. */
export function Gate({
  store,
  policy,
  children,
  unlockMethods,
  newcomer,
  onRestore,
  wayOut,
  onForgotten,
}: GateProps) {
  const recovering = useSignal(false);
  // The forms to create and to unlock a vault load separately, because only new users create a vault, and only a
  // locked vault needs unlocking.
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
          <UnlockOptions
            {...unlockMethods}
            recovering={recovering}
            onForgotten={onForgotten}
            leastLength={policy.value.passphraseMinLength}
          />
        );
      }),
    [unlockMethods, policy],
  );
  const stopped = (notice: ComponentChildren) => (
    <main class={css['frame']}>
      <div class={css['end']}>
        {notice}
        {wayOut}
      </div>
    </main>
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
        <Unlock recovering={recovering} unlock={(passphrase) => store.unlock(passphrase)}>
          {loadOptions && <Lazy load={loadOptions} />}
          {wayOut}
        </Unlock>
      );
    case 'too-new':
      return stopped(
        <Banner tone="warning" title={t('gate.tooNew')}>
          {t('errors.vault.tooNew')}
        </Banner>,
      );
    case 'damaged':
      return stopped(
        <Banner tone="danger" title={t('gate.damaged.title')}>
          {t('gate.damaged.words')}
        </Banner>,
      );
    default:
      // An administrator may require a passphrase after the vault was created. The accounts stay, but the user
      // must set a passphrase first.
      return store.isFree.value && policy.value.requirePassphrase ? (
        <Lazy load={loadRequired} label={t('gate.opening')} />
      ) : (
        <>{children()}</>
      );
  }
}
