import { useSignal } from '@preact/signals';
import type { SecurityView } from '../stores';
import { Banner, Button, dateTime, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { DisableDialog } from './DisableDialog';
import { EnableDialog } from './EnableDialog';
import { NewBackupCodesDialog } from './NewBackupCodesDialog';
import { Section } from './Section';
import { SetUpDialog } from './SetUpDialog';
import { StatusBadge } from './StatusBadge';
import css from './TwoFactorSection.module.css';

/**
 * The open dialog, and the version of the account's security state that the dialog shows. The service refuses a
 * change that is based on an older version.
 */
type Open = {
  readonly dialog: 'enable' | 'disable' | 'codes' | 'replace';
  readonly version: number;
};

/** The section about 2FA, with an explanation, the status, and buttons to turn 2FA on or off. */
export function TwoFactorSection({ security }: { readonly security: SecurityView }) {
  const { twoFactor } = useCompanion();
  const open = useSignal<Open | null>(null);
  const close = () => (open.value = null);
  const show = (dialog: Open['dialog']) => (open.value = { dialog, version: security.version });
  const isOpen = (dialog: Open['dialog']) => open.value?.dialog === dialog;
  const version = open.value?.version ?? 0;
  const { method, passwordShort, enforcedBy, twoFactor: factor } = security;
  const { state, since } = factor;
  const required = enforcedBy.length > 0;
  return (
    <Section
      title={t('companion.twoFactor.title')}
      about={
        <>
          <p>{t('companion.twoFactor.text')}</p>
          <p>{t('companion.twoFactor.apps')}</p>
        </>
      }
    >
      <dl class={css['facts']}>
        <dt>{t('companion.twoFactor.status')}</dt>
        <dd>
          <StatusBadge state={state} />{' '}
          {state === 'on' && since !== null && (
            <span class={css['since']}>{t('companion.twoFactor.since', [dateTime(since)])}</span>
          )}
        </dd>
        {state === 'on' && (
          <>
            <dt>{t('companion.twoFactor.backupCodes')}</dt>
            <dd>{plural('companion.twoFactor.left', factor.backupCodesLeft ?? 0)}</dd>
          </>
        )}
      </dl>
      {required && (
        <p>
          {state === 'on'
            ? t('companion.refusals.enforced', [enforcedBy.join(', ')])
            : t('companion.twoFactor.required', [enforcedBy.join(', ')])}
        </p>
      )}
      {state === 'on' && factor.mailed && (
        <Banner tone="info">{t('companion.enrol.replace')}</Banner>
      )}
      <div class={css['actions']}>
        {state === 'on' ? (
          <>
            <Button onClick={() => show('replace')}>{t('companion.twoFactor.replace')}</Button>
            <Button onClick={() => show('codes')}>{t('companion.twoFactor.generate')}</Button>
            <Button disabled={required} onClick={() => show('disable')}>
              {t('companion.twoFactor.disable')}
            </Button>
          </>
        ) : (
          <Button onClick={() => show('enable')}>{t('companion.twoFactor.enable')}</Button>
        )}
      </div>
      {state !== 'on' && state !== 'off' && (
        <p class={css['since']}>{t('companion.twoFactor.replaceMailed')}</p>
      )}
      {isOpen('enable') && <EnableDialog onClose={close} />}
      {isOpen('replace') && <EnableDialog replace onClose={close} />}
      {isOpen('disable') && (
        <DisableDialog
          onClose={close}
          version={version}
          google={method === 'google'}
          passwordShort={passwordShort}
        />
      )}
      {isOpen('codes') && <NewBackupCodesDialog onClose={close} version={version} />}
      {twoFactor.setUp.value && <SetUpDialog setUp={twoFactor.setUp.value} />}
    </Section>
  );
}
