import { useSignal } from '@preact/signals';
import type { Group, GroupForm, Member } from '../stores';
import { Button, Card, plural, Switch, t, useAction } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { ConfirmDialog } from '../ConfirmDialog';
import { FormProblem } from '../FormProblem';
import { refusalMessage } from '../refusalMessage';
import { AddToGroup } from './AddToGroup';
import css from './workspace.module.css';

export interface GroupCardProps {
  readonly group: Group;
  /** The version of the list of groups that contains this group. */
  readonly version: number;
  readonly everyone: readonly Member[];
}

/** Shows a group: the permission that it grants, and its members. Each change is saved immediately. */
export function GroupCard({ group, version, everyone }: GroupCardProps) {
  const { workspace } = useCompanion();
  const deleting = useSignal(false);
  const change = useAction((form: Partial<GroupForm>) =>
    workspace.changeGroup(group.id, { ...group, ...form }, version),
  );
  const inside = everyone.filter(({ id }) => group.members.includes(id));
  const outside = everyone.filter(({ id }) => !group.members.includes(id));
  return (
    <Card
      title={group.name}
      hint={plural('companion.groups.count', group.members.length)}
      actions={
        <span class={css['edge']}>
          <Button
            variant="quiet"
            icon="trash"
            aria-label={t('companion.groups.deleteNamed', [group.name])}
            onClick={() => (deleting.value = true)}
          >
            {t('companion.groups.deleteGroup')}
          </Button>
        </span>
      }
    >
      {change.failure && <FormProblem text={refusalMessage(change.failure)} />}
      <Switch
        key={String(change.busy)}
        label={t('companion.groups.permission')}
        hint={t('companion.groups.permissionHint')}
        checked={group.manageAccount}
        onChange={(manageAccount) => void change.run({ manageAccount })}
      />
      <ul class={css['list']} aria-label={t('companion.groups.members')}>
        {inside.map((member) => (
          <li key={member.id} class={css['row']}>
            <bdi>{member.name}</bdi>
            <Button
              variant="quiet"
              aria-label={t('companion.groups.removeNamed', [member.name, group.name])}
              onClick={() =>
                void change.run({ members: group.members.filter((id) => id !== member.id) })
              }
            >
              {t('companion.groups.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {outside.length === 0 ? (
        <p class={css['quiet']}>{t('companion.groups.everyoneIn')}</p>
      ) : (
        <AddToGroup
          name={group.name}
          outside={outside}
          busy={change.busy}
          onAdd={(id) => void change.run({ members: [...group.members, id] })}
        />
      )}
      {deleting.value && (
        <ConfirmDialog
          danger
          title={t('companion.groups.deleteTitle', [group.name])}
          confirm={t('companion.groups.deleteGroup')}
          act={() => workspace.deleteGroup(group.id, version)}
          done={t('companion.groups.deleted', [group.name])}
          onClose={() => (deleting.value = false)}
        >
          {t('companion.groups.deleteText')}
        </ConfirmDialog>
      )}
    </Card>
  );
}
