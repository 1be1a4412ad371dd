import { useSignal } from '@preact/signals';
import type { Member } from '../stores';
import { Button, Select, t } from '../../ui';
import css from './workspace.module.css';

export interface AddToGroupProps {
  readonly name: string;
  /** Members of the workspace who aren't in the group. Never empty. */
  readonly outside: readonly Member[];
  readonly busy: boolean;
  readonly onAdd: (id: string) => void;
}

/** Adds one more member to a group. */
export function AddToGroup({ name, outside, busy, onAdd }: AddToGroupProps) {
  const chosen = useSignal('');
  const pick = outside.find(({ id }) => id === chosen.value) ?? outside[0];
  if (!pick) return null;
  return (
    <div class={css['add']}>
      <Select
        label={t('companion.groups.addPerson', [name])}
        labelHidden
        value={pick.id}
        options={outside.map((member) => ({ value: member.id, label: member.name }))}
        onChange={(id) => (chosen.value = id)}
      />
      <Button icon="plus" busy={busy} onClick={() => onAdd(pick.id)}>
        {t('companion.groups.add', [name])}
      </Button>
    </div>
  );
}
