import { useSignal } from '@preact/signals';
import { Button, Card, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ConfirmDialog } from '../ConfirmDialog';
import { AddressBanner } from './AddressBanner';
import { NameForm } from './NameForm';
import css from './Profile.module.css';

/** The action to confirm: leaving the workspace with this id, or deleting the account. */
type Leaving = { readonly id: string; readonly name: string } | 'account' | null;

/** The person's profile. The sign-in method is shown, but can't be changed. */
export function Profile() {
  const { account, profile } = useCompanion();
  const me = account.me.value;
  const leaving = useSignal<Leaving>(null);
  const asked = leaving.value;
  const close = () => (leaving.value = null);
  if (!me) return null;
  return (
    <div class={css['profile']}>
      {!me.emailVerified && <AddressBanner email={me.email} />}
      <Card>
        <NameForm key={me.id} me={me} />
        <dl class={css['facts']}>
          <dt>{t('companion.profile.email')}</dt>
          <dd>{me.email}</dd>
          <dt>{t('companion.profile.method')}</dt>
          <dd>
            {me.method === 'google'
              ? t('companion.profile.methodGoogle')
              : t('companion.profile.methodPassword')}
            <p class={css['hint']}>{t('companion.profile.methodFixed')}</p>
          </dd>
        </dl>
      </Card>
      <Card title={t('companion.profile.workspaces')}>
        <ul class={css['list']}>
          {me.workspaces.map(({ id, name }) => (
            <li key={id} class={css['row']}>
              <bdi>{name}</bdi>
              <Button
                variant="quiet"
                aria-label={t('companion.profile.leaveNamed', [name])}
                onClick={() => (leaving.value = { id, name })}
              >
                {t('companion.profile.leave')}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('companion.profile.deleteTitle')} hint={t('companion.profile.deleteHint')}>
        <div>
          <Button variant="danger" onClick={() => (leaving.value = 'account')}>
            {t('companion.profile.delete')}
          </Button>
        </div>
      </Card>
      {asked === 'account' && (
        <ConfirmDialog
          danger
          title={t('companion.profile.deleteAsk')}
          confirm={t('companion.profile.delete')}
          act={profile.deleteAccount}
          onClose={close}
        >
          {t('companion.profile.deleteHint')}
        </ConfirmDialog>
      )}
      {asked !== null && asked !== 'account' && (
        <ConfirmDialog
          danger
          title={t('companion.profile.leaveAsk', [asked.name])}
          confirm={t('companion.profile.leave')}
          act={() => profile.leaveWorkspace(asked.id)}
          done={t('companion.profile.left', [asked.name])}
          onClose={close}
        >
          {t('companion.profile.leaveText')}
        </ConfirmDialog>
      )}
    </div>
  );
}
