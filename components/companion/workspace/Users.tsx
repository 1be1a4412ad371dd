import { useSignal } from '@preact/signals';
import type { Member, WorkspaceRef } from '../stores';
import { Button, Card, dateTime, Menu, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { StatusBadge } from '../security/StatusBadge';
import { AddPersonDialog } from './AddPersonDialog';
import { ConfirmDialog } from '../ConfirmDialog';
import { TableFrame } from './TableFrame';
import css from './workspace.module.css';

type Asking = { readonly what: 'secret' | 'remove' | 'disable'; readonly member: Member } | null;

/** Whether a new secret takes the place of one that worked: then all that it opened ends. */
const hasFactor = ({ twoFactor }: Member): boolean => twoFactor === 'on' || twoFactor === 'reset';

/** Everyone in the workspace, how they sign in and whether their second factor is on. */
export function Users({ workspace }: { readonly workspace: WorkspaceRef }) {
  const stores = useCompanion();
  const members = stores.workspace.members.value?.members ?? [];
  const invited = stores.workspace.members.value?.invited ?? [];
  const asking = useSignal<Asking>(null);
  const adding = useSignal(false);
  const asked = asking.value;
  const close = () => (asking.value = null);
  return (
    <div class={css['page']}>
      <div class={css['row']}>
        <p>{plural('companion.users.intro', members.length, workspace.name)}</p>
        <Button icon="plus" onClick={() => (adding.value = true)}>
          {t('companion.users.add')}
        </Button>
      </div>
      <TableFrame label={t('companion.users.title')}>
        <thead>
          <tr>
            <th scope="col">{t('companion.users.name')}</th>
            <th scope="col">{t('companion.users.method')}</th>
            <th scope="col">{t('companion.users.twoFactor')}</th>
            <th scope="col">{t('companion.users.groups')}</th>
            <th scope="col">{t('companion.users.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              ask={(what) => (asking.value = { what, member })}
            />
          ))}
        </tbody>
      </TableFrame>
      {invited.length > 0 && (
        <Card title={t('companion.users.invited')}>
          <ul>
            {invited.map(({ email, expiresAt }) => (
              <li key={email} class={css['row']}>
                <span>{email}</span>
                <span class={css['quiet']}>
                  {t('companion.users.invitedUntil', [dateTime(expiresAt)])}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {adding.value && (
        <AddPersonDialog onClose={() => (adding.value = false)} workspace={workspace} />
      )}
      {asked?.what === 'secret' && (
        <ConfirmDialog
          title={t('companion.users.emailTitle', [asked.member.name])}
          confirm={t('companion.users.emailConfirm')}
          act={() => stores.workspace.emailNewSecret(asked.member.id)}
          done={t('companion.users.emailed', [asked.member.email])}
          onClose={close}
        >
          {hasFactor(asked.member)
            ? t('companion.users.emailText', [asked.member.email])
            : t('companion.users.emailTextInvited', [asked.member.email])}
        </ConfirmDialog>
      )}
      {asked?.what === 'remove' && (
        <ConfirmDialog
          danger
          title={t('companion.users.removeTitle', [asked.member.name])}
          confirm={t('companion.users.remove')}
          act={() => stores.workspace.removeMember(asked.member.id)}
          done={t('companion.users.removed', [asked.member.name])}
          onClose={close}
        >
          {t('companion.users.removeText', [workspace.name])}
        </ConfirmDialog>
      )}
      {asked?.what === 'disable' && (
        <ConfirmDialog
          danger={!asked.member.disabled}
          title={
            asked.member.disabled
              ? t('companion.users.enableTitle', [asked.member.name])
              : t('companion.users.disableTitle', [asked.member.name])
          }
          confirm={
            asked.member.disabled ? t('companion.users.enable') : t('companion.users.disable')
          }
          act={() => stores.workspace.setDisabled(asked.member.id, !asked.member.disabled)}
          done={
            asked.member.disabled
              ? t('companion.users.enabled', [asked.member.name])
              : t('companion.users.disabled', [asked.member.name])
          }
          onClose={close}
        >
          {asked.member.disabled
            ? t('companion.users.enableText')
            : t('companion.users.disableText')}
        </ConfirmDialog>
      )}
    </div>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly ask: (what: 'secret' | 'remove' | 'disable') => void;
}

function MemberRow({ member, ask }: MemberRowProps) {
  return (
    <tr>
      <th scope="row" class={css['person']}>
        <strong>
          {member.name} {member.self && t('companion.users.you')}
        </strong>
        <span class={css['quiet']}>{member.email}</span>
        {member.disabled && <span>{t('companion.users.disabledBadge')}</span>}
      </th>
      <td>
        {member.method === 'google' ? t('companion.users.google') : t('companion.users.password')}
      </td>
      <td>
        <StatusBadge state={member.twoFactor} />
      </td>
      <td>{member.groups.join(', ')}</td>
      <td>
        <div class={css['actions']}>
          {member.canReset && (
            <Button variant="quiet" onClick={() => ask('secret')}>
              {t('companion.users.emailSecret')}
            </Button>
          )}
          {!member.self && (
            <Menu
              label={t('companion.users.more', [member.name])}
              items={() => [
                {
                  label: t('companion.users.remove'),
                  icon: 'minus',
                  onSelect: () => ask('remove'),
                },
                {
                  label: member.disabled
                    ? t('companion.users.enable')
                    : t('companion.users.disable'),
                  icon: 'lock',
                  danger: !member.disabled,
                  onSelect: () => ask('disable'),
                },
              ]}
            />
          )}
        </div>
      </td>
    </tr>
  );
}
