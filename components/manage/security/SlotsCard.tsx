import { useSignal } from '@preact/signals';
import type { SlotSummary } from '../../../lib/vault';
import type { SecurityView } from '../../stores/createSecurityStore';
import { Banner, Button, Card, dateTime, Icon, type IconName, t, useToast } from '../../ui';
import { goTo } from '../goTo';
import { AddPasskeyDialog } from './AddPasskeyDialog';
import { AskPassphrase } from '../AskPassphrase';
import { ChangePassphraseDialog } from './ChangePassphraseDialog';
import { RecoveryKeyDialog } from './RecoveryKeyDialog';
import css from './Security.module.css';
import { useSecurity } from './SecurityContext';
import { useHashPath } from '../useHashPath';

type Open = 'passphrase' | 'recovery' | 'passkey' | 'rotate' | SlotSummary;

const looks: Record<SlotSummary['type'], { icon: IconName; label: () => string }> = {
  passphrase: { icon: 'lock', label: () => t('security.slots.passphrase') },
  passkey: { icon: 'key', label: () => t('security.slots.passkey') },
  recovery: { icon: 'print', label: () => t('security.slots.recovery') },
  device: { icon: 'alert', label: () => t('security.slots.device') },
};

const nameOf = ({ type, label }: SlotSummary) => label || looks[type].label();

/** The methods to open the vault, with buttons to change them. */
export function SlotsCard({ view }: { readonly view: SecurityView }) {
  const store = useSecurity();
  const toast = useToast();
  const open = useSignal<Open | null>(null);
  const close = () => (open.value = null);
  const has = (type: SlotSummary['type']) =>
    view.slots.some((slot) => slot.type === type && !slot.pending);
  const slot = typeof open.value === 'object' ? open.value : null;
  useHashPath('#/security/recovery-key', () => {
    goTo('#/security');
    if (has('passphrase') && !has('recovery')) open.value = 'recovery';
  });
  const told = (text: string) => {
    close();
    toast({ text });
  };
  return (
    <Card
      title={t('security.slots.title')}
      hint={has('device') ? undefined : t('security.slots.hint')}
    >
      {has('device') && (
        <Banner tone="warning">
          {t('security.slots.deviceWords')}
          {store.policy.value.requirePassphrase && ` ${t('security.slots.required')}`}
        </Banner>
      )}
      {has('passphrase') && !has('recovery') && (
        <Banner tone="warning">{t('security.slots.noRecovery')}</Banner>
      )}
      <ul class={css['rows']}>
        {view.slots.map((one) => (
          <li key={one.id} class={css['row']}>
            <Icon name={looks[one.type].icon} />
            <div class={css['words']}>
              <strong>{nameOf(one)}</strong>
              <p>{t('security.slots.since', [dateTime(one.createdAt)])}</p>
              {one.pending && <p>{t('security.slots.pending')}</p>}
              {one.renew && <p>{t('security.slots.renew')}</p>}
            </div>
            {(one.type === 'passkey' || one.type === 'recovery') && (
              <Button
                variant="quiet"
                aria-label={t('security.slots.removeOne', [nameOf(one)])}
                onClick={() => (open.value = one)}
              >
                {t('security.slots.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div class={css['buttons']}>
        <Button onClick={() => (open.value = 'passphrase')}>
          {has('device') ? t('security.slots.set') : t('security.slots.change')}
        </Button>
        {has('passphrase') && (
          <>
            <Button onClick={() => (open.value = 'recovery')}>
              {has('recovery') ? t('security.slots.newRecovery') : t('security.slots.makeRecovery')}
            </Button>
            <Button disabled={view.obstacle !== null} onClick={() => (open.value = 'passkey')}>
              {t('security.slots.addPasskey')}
            </Button>
            <Button onClick={() => (open.value = 'rotate')}>{t('security.slots.rotate')}</Button>
          </>
        )}
      </div>
      {view.obstacle && (
        <p>{t(`security.slots.obstacle.${view.obstacle === 'no-webauthn' ? 'none' : 'pages'}`)}</p>
      )}
      {open.value === 'passphrase' && (
        <ChangePassphraseDialog
          first={has('device')}
          onClose={close}
          onDone={() => told(t('security.slots.changed'))}
        />
      )}
      {open.value === 'recovery' && <RecoveryKeyDialog onClose={close} />}
      {open.value === 'passkey' && (
        <AddPasskeyDialog onClose={close} onDone={() => told(t('security.slots.passkeyAdded'))} />
      )}
      {open.value === 'rotate' && (
        <AskPassphrase
          title={t('security.slots.rotate')}
          text={t('security.slots.rotateWords')}
          submit={t('security.slots.rotateNow')}
          onClose={close}
          run={(passphrase) => store.rotate(passphrase)}
          onDone={() => told(t('security.slots.rotated'))}
        />
      )}
      {slot && (
        <AskPassphrase
          title={t('security.slots.removeOne', [nameOf(slot)])}
          text={t('security.slots.removeWords')}
          submit={t('security.slots.remove')}
          danger
          onClose={close}
          run={(passphrase) => store.removeSlot(slot.id, passphrase)}
          onDone={() => told(t('security.slots.removed'))}
        />
      )}
    </Card>
  );
}
