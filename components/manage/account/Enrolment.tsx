import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { Button, Card, Dialog, PasswordField, QrCode, t, useAction } from '../../ui';
import { useAccount } from './AccountContext';
import css from './Account.module.css';

/** How long the QR code stays, in milliseconds. */
const shownFor = 60_000;

/** The QR code that sets this account up in another app, after the passphrase (if any) was typed anew. */
export function Enrolment({ entry }: { readonly entry: Entry }) {
  const { hasPassphrase, checkPassphrase, enrolment } = useAccount();
  const asking = useSignal(false);
  const passphrase = useSignal('');
  const { busy, failure, clear, run } = useAction();
  const matrix = useSignal<readonly (readonly boolean[])[] | null>(null);

  useEffect(() => {
    if (!matrix.value) return undefined;
    const timer = setTimeout(() => (matrix.value = null), shownFor);
    return () => clearTimeout(timer);
  }, [matrix.value]);

  const close = () => {
    asking.value = false;
    passphrase.value = '';
    clear();
  };
  async function ask(): Promise<void> {
    if (await hasPassphrase()) asking.value = true;
    else matrix.value = await enrolment(entry);
  }
  async function show(event: Event): Promise<void> {
    event.preventDefault();
    await run(async () => {
      await checkPassphrase(passphrase.value);
      matrix.value = await enrolment(entry);
      close();
    });
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
      <Dialog open={asking.value} title={t('manage.account.qr')} onClose={close}>
        <form class={css['form']} onSubmit={(event) => void show(event)} noValidate>
          <p>{t('manage.account.qrAsk')}</p>
          <PasswordField
            label={t('gate.passphrase')}
            autocomplete="current-password"
            autofocus
            value={passphrase.value}
            onInput={(value) => {
              passphrase.value = value;
              clear();
            }}
            error={failure}
          />
          <Button type="submit" variant="primary" busy={busy}>
            {t('manage.account.showQr')}
          </Button>
        </form>
      </Dialog>
    </Card>
  );
}
