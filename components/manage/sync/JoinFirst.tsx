import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { VaultStore } from '../../stores/createVaultStore';
import { Button, t, useToast } from '../../ui';
import { GateFrame } from '../../vault/GateFrame';
import { NewPassphraseForm } from '../../vault/NewPassphraseForm';
import { JoinSteps } from './JoinSteps';
import { SyncContext, type SyncTools } from './SyncTools';

export interface JoinFirstProps {
  readonly tools: SyncTools;
  readonly store: Pick<VaultStore, 'create'>;
  /** Minimum length of the passphrase in characters. */
  readonly leastLength: number;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/**
 * The first run on a second device: enter the code, compare the digits, set a passphrase, and get the accounts.
 */
export function JoinFirst({ tools, store, leastLength, onBack, onDone }: JoinFirstProps) {
  const isReady = useSignal(false);
  const toast = useToast();
  const { service } = tools.store;

  useEffect(() => {
    // If the page was reloaded, the sync key may have arrived already.
    void service.pollJoin().then(
      ({ state }) => (isReady.value = state === 'ready'),
      () => undefined,
    );
  }, []);

  async function create(passphrase: string): Promise<void> {
    await store.create(passphrase);
    onDone();
    try {
      await service.finishJoin();
      toast({ text: t('sync.join.done') });
    } catch {
      // If the first round fails, the page "Sync" shows the reason, and the background retries.
    }
  }

  return (
    <SyncContext.Provider value={tools}>
      {isReady.value ? (
        <GateFrame title={t('sync.join.passphrase')} hint={t('sync.join.passphraseHint')}>
          <NewPassphraseForm
            leastLength={leastLength}
            submit={t('sync.join.finish')}
            onSubmit={create}
          />
        </GateFrame>
      ) : (
        <GateFrame title={t('sync.door.title')} hint={t('sync.door.text')}>
          <JoinSteps onReady={() => (isReady.value = true)} />
          <Button
            variant="quiet"
            wide
            onClick={() => {
              void service.cancelJoin().catch(() => undefined);
              onBack();
            }}
          >
            {t('welcome.back')}
          </Button>
        </GateFrame>
      )}
    </SyncContext.Provider>
  );
}
