import type { ComponentChildren } from 'preact';
import { Banner, Spinner, t } from '../ui';
import type { VaultStore } from '../stores/createVaultStore';
import { CreateVault } from './CreateVault';
import css from './Gate.module.css';
import { Unlock } from './Unlock';

export interface GateProps {
  readonly store: VaultStore;
  /** The least number of characters of a new passphrase. */
  readonly minLength: number;
  /** What is shown once the vault is open. */
  readonly children: ComponentChildren;
  /** Other ways to unlock. */
  readonly otherWays?: ComponentChildren;
  /** What helps with a damaged vault; words alone unless given. */
  readonly repair?: ComponentChildren;
}

/** Lets its children through when the vault is unlocked, and otherwise shows the way there. */
export function Gate({ store, minLength, children, otherWays, repair }: GateProps) {
  switch (store.state.value) {
    case 'opening':
      return (
        <div class={css['frame']}>
          <Spinner label={t('gate.opening')} />
        </div>
      );
    case 'none':
      return (
        <CreateVault create={(passphrase) => store.create(passphrase)} minLength={minLength} />
      );
    case 'locked':
      return <Unlock unlock={(passphrase) => store.unlock(passphrase)}>{otherWays}</Unlock>;
    case 'damaged':
      return (
        <main class={css['frame']}>
          <Banner tone="danger" title={t('gate.damaged.title')} actions={repair}>
            {t('gate.damaged.words')}
          </Banner>
        </main>
      );
    default:
      return <>{children}</>;
  }
}
