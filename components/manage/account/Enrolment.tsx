import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { Button, Card, QrCode, t } from '../../ui';
import { AskPassphrase } from '../AskPassphrase';
import { useAccount } from './AccountContext';
import css from './Account.module.css';

/** How long the QR code stays, in milliseconds. */
const shownFor = 60_000;

/** The QR code that sets this account up in another app, after the passphrase (if any) was typed anew. */
export function Enrolment({ entry }: { readonly entry: Entry }) {
  const { hasPassphrase, checkPassphrase, enrolment } = useAccount();
  const asking = useSignal(false);
  const matrix = useSignal<readonly (readonly boolean[])[] | null>(null);

  useEffect(() => {
    if (!matrix.value) return undefined;
    const timer = setTimeout(() => (matrix.value = null), shownFor);
    return () => clearTimeout(timer);
  }, [matrix.value]);

  const close = () => (asking.value = false);
  async function ask(): Promise<void> {
    if (await hasPassphrase()) asking.value = true;
    else matrix.value = await enrolment(entry);
  }

  return (
    <Card title={t('manage.account.qr')} hint={t('manage.account.qrHint')}>
      {matrix.value ? (
        <div class={css['qr']}>
          <QrCode
            matrix={matrix.value}
            label={t('manage.account.qrLabel', [entry.issuer || entry.account])}
            size={240}
          />
          <Button icon="eyeOff" onClick={() => (matrix.value = null)}>
            {t('manage.account.hideQr')}
          </Button>
        </div>
      ) : (
        <div>
          <Button icon="qr" onClick={() => void ask()}>
            {t('manage.account.showQr')}
          </Button>
        </div>
      )}
      {asking.value && (
        <AskPassphrase
          title={t('manage.account.qr')}
          text={t('manage.account.qrAsk')}
          submit={t('manage.account.showQr')}
          run={async (passphrase) => {
            await checkPassphrase(passphrase);
            matrix.value = await enrolment(entry);
          }}
          onDone={close}
          onClose={close}
        />
      )}
    </Card>
  );
}
