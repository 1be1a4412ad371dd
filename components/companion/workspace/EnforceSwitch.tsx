import { useSignal } from '@preact/signals';
import type { Enforcement, WorkspaceRef } from '../stores';
import { number, plural, Switch, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ConfirmDialog } from '../ConfirmDialog';
import { ReminderDialog } from './ReminderDialog';

/** The question that the dialog asks, and the state of enforcement when the switch was clicked. */
interface Asking {
  readonly what: 'reminder' | 'enforce' | 'stop';
  readonly rule: Enforcement;
}

/**
 * The switch for enforcement. A click asks for confirmation, and the switch moves only after the service has
 * changed the setting.
 */
export function EnforceSwitch({ workspace }: { readonly workspace: WorkspaceRef }) {
  const stores = useCompanion();
  const rule = stores.workspace.enforcement.value;
  const asking = useSignal<Asking | null>(null);
  if (!rule) return null;
  const asked = asking.value;
  const close = () => (asking.value = null);
  // Reads the newest state before asking, because 2FA may have just been enabled in another tab.
  const slide = async (on: boolean) => {
    await stores.workspace.load();
    const now = stores.workspace.enforcement.value ?? rule;
    const yes = now.ownTwoFactorOn ? 'enforce' : 'reminder';
    asking.value = { what: on ? yes : 'stop', rule: now };
  };
  return (
    <>
      <Switch
        key={asked?.what}
        label={t('companion.authentication.enforce')}
        hint={t('companion.authentication.enforceText', [workspace.name])}
        checked={rule.enforced}
        onChange={(on) => void slide(on)}
      />
      {rule.progress && (
        <output>
          {t('companion.authentication.progress', [
            number(rule.progress.done),
            number(rule.progress.total),
          ])}
        </output>
      )}
      {asked?.what === 'reminder' && <ReminderDialog onClose={close} />}
      {asked?.what === 'enforce' && (
        <ConfirmDialog
          title={t('companion.authentication.confirmTitle')}
          confirm={t('companion.authentication.confirm')}
          act={() => stores.workspace.setEnforcement(true, asked.rule.version)}
          done={t('companion.authentication.on')}
          onClose={close}
        >
          <p>{whoIsMailed(asked.rule)}</p>
          {asked.rule.withoutTwoFactor > asked.rule.toMail && (
            <p>{t('companion.authentication.confirmElsewhere')}</p>
          )}
          <p>{t('companion.authentication.confirmText')}</p>
        </ConfirmDialog>
      )}
      {asked?.what === 'stop' && (
        <ConfirmDialog
          title={t('companion.authentication.offTitle')}
          confirm={t('companion.authentication.offConfirm')}
          act={() => stores.workspace.setEnforcement(false, asked.rule.version)}
          done={t('companion.authentication.off')}
          onClose={close}
        >
          {t('companion.authentication.offText')}
        </ConfirmDialog>
      )}
    </>
  );
}

const whoIsMailed = ({ members, toMail, withoutTwoFactor }: Enforcement): string =>
  withoutTwoFactor === 0
    ? t('companion.authentication.confirmNone', [number(members)])
    : plural('companion.authentication.confirmMail', toMail, number(members));
