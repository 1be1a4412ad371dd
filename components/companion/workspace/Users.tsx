import { useSignal } from '@preact/signals';
import type { Member, WorkspaceRef } from '../stores';
import { Button, Field, plural, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { StatusBadge } from '../security/StatusBadge';
import { AddPersonDialog } from './AddPersonDialog';
import { DataTable, type Column } from './DataTable';
import { InvitedCard } from './InvitedCard';
import { MemberActions } from './MemberActions';
import { MemberDialog, type MemberAction } from './MemberDialog';
import { MoreButton } from '../MoreButton';
import css from './workspace.module.css';

/** Minimum number of members for which the search field is shown. */
const searchFrom = 10;

/** Lists all members of the workspace, with their sign-in method and the state of their second factor. */
export function Users({ workspace }: { readonly workspace: WorkspaceRef }) {
  const { workspace: store } = useCompanion();
  const asking = useSignal<{ readonly action: MemberAction; readonly member: Member } | null>(null);
  const adding = useSignal(false);
  const list = store.members.value;
  const asked = asking.value;
  if (!list) return null;
  const columns: readonly Column<Member>[] = [
    { id: 'name', label: t('companion.users.name'), heading: true, cell: personCell },
    { id: 'method', label: t('companion.users.method'), cell: methodOf },
    {
      id: 'twoFactor',
      label: t('companion.users.twoFactor'),
      cell: ({ twoFactor }) => <StatusBadge state={twoFactor} />,
    },
    {
      id: 'groups',
      label: t('companion.users.groups'),
      cell: ({ groups }) => groups.join(', '),
    },
    {
      id: 'actions',
      label: t('companion.users.actions'),
      cell: (member) => (
        <MemberActions member={member} ask={(action) => (asking.value = { action, member })} />
      ),
    },
  ];
  return (
    <div class={css['page']}>
      <div class={css['row']}>
        <p>{plural('companion.users.intro', list.total, workspace.name)}</p>
        <Button icon="plus" onClick={() => (adding.value = true)}>
          {t('companion.users.add')}
        </Button>
      </div>
      {list.total >= searchFrom && (
        <Field
          label={t('companion.users.search')}
          type="search"
          value={store.search.value}
          onInput={(text) => void store.searchMembers(text)}
        />
      )}
      {list.rows.length === 0 ? (
        <p class={css['quiet']}>{t('companion.users.noMatch')}</p>
      ) : (
        <DataTable
          label={t('companion.users.title')}
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
        />
      )}
      <MoreButton next={list.next} load={store.moreMembers} />
      {list.invited.length > 0 && <InvitedCard invited={list.invited} next={list.invitedNext} />}
      {adding.value && (
        <AddPersonDialog onClose={() => (adding.value = false)} workspace={workspace} />
      )}
      {asked && (
        <MemberDialog {...asked} workspace={workspace} onClose={() => (asking.value = null)} />
      )}
    </div>
  );
}

const personCell = (member: Member) => (
  <div class={css['person']}>
    <strong>
      {member.name} {member.self && t('companion.users.you')}
    </strong>
    <span class={css['quiet']}>{member.email}</span>
    {member.disabled && <span>{t('companion.users.disabledBadge')}</span>}
    {!member.home && !member.self && (
      <span class={css['quiet']}>{t('companion.users.notManaged')}</span>
    )}
  </div>
);

const methodOf = ({ method }: Member): string =>
  method === 'google' ? t('companion.users.google') : t('companion.users.password');
