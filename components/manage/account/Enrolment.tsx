import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { Button, Card, CopyButton, QrCode, t } from '../../ui';
import { AskPassphrase } from '../AskPassphrase';
import { useManage } from '../ManageContext';
import { useHashPath } from '../useHashPath';
import { type Enrollment, useAccount } from './AccountContext';
import css from './Account.module.css';

/** How long the QR code stays visible, in milliseconds. */
const shownFor = 60_000;

/**
 * Shows the QR code and the secret key that set up this account on another device. If the vault has a passphrase,
 * asks for the passphrase first.
 */
export function Enrolment({ entry }: { readonly entry: Entry }) {
  const { hasPassphrase, verifyPassphrase, enrolment } = useAccount();
  const asking = useSignal(false);
  const { copy } = useManage();
  const shown = useSignal<Enrollment | null>(null);
  const area = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!shown.value) return undefined;
    area.current?.scrollIntoView({ block: 'nearest' });
    const timer = setTimeout(() => (shown.value = null), shownFor);
    return () => clearTimeout(timer);
  }, [shown.value]);

  // The button that had the focus is gone once the code is shown or hidden.
  const buttons = useRef<HTMLDivElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    const isLost = !isFirst.current && document.activeElement === document.body;
    if (isLost) buttons.current?.querySelector('button')?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [shown.value, asking.value]);

  const close = () => (asking.value = false);
  async function ask(): Promise<void> {
    if (await hasPassphrase()) asking.value = true;
    else shown.value = await enrolment(entry);
  }
  // The popup links to the QR code. The page's address forgets that, so that unlocking again doesn't ask again.
  const place = `#/account/${entry.id}` as const;
  useHashPath(`${place}/qr`, () => {
    history.replaceState(history.state, '', place);
    void ask();
  });

  return (
    <Card title={t('manage.account.qr')} hint={t('manage.account.qrHint')}>
      {shown.value ? (
        <div class={css['qr']} ref={area}>
          <QrCode
            matrix={shown.value.matrix}
            label={t('manage.account.qrLabel', [entry.issuer || entry.account])}
            size={240}
          />
          <dl class={css['key']}>
            <dt>{t('manage.add.key')}</dt>
            <dd dir="ltr">{shown.value.key.replaceAll(/.{4}(?=.)/g, '$& ')}</dd>
          </dl>
          <div ref={buttons} class={css['buttons']}>
            <CopyButton
              label={t('manage.account.copyKey')}
              text={() => shown.peek()?.key ?? ''}
              copy={copy}
            />
            <Button icon="eyeOff" onClick={() => (shown.value = null)}>
              {t('manage.account.hideQr')}
            </Button>
          </div>
        </div>
      ) : (
        <div ref={buttons}>
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
            await verifyPassphrase(passphrase);
            shown.value = await enrolment(entry);
          }}
          onDone={close}
          onClose={close}
        />
      )}
    </Card>
  );
}
