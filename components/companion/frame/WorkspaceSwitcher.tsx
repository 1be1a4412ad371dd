import { Select, t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import css from './WorkspaceSwitcher.module.css';

/** Selects one of the person's workspaces. If there is only one workspace, shows its name as plain text. */
export function WorkspaceSwitcher() {
  const { account } = useCompanion();
  const workspaces = account.me.value?.workspaces ?? [];
  const current = account.workspace.value;
  if (!current) return <p class={css['name']}>{t('companion.workspace.none')}</p>;
  return (
    <div class={css['switcher']}>
      {workspaces.length > 1 ? (
        <Select
          label={t('companion.workspace.label')}
          value={current.id}
          options={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => void account.switchWorkspace(id)}
        />
      ) : (
        <p class={css['name']}>
          <span class={css['label']}>{t('companion.workspace.label')}</span>
          <bdi>{current.name}</bdi>
        </p>
      )}
      {current.enforced && <p class={css['label']}>{t('companion.workspace.required')}</p>}
    </div>
  );
}
