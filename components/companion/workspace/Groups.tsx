import type { Member } from '../stores';
import { t } from '../../ui';
import { useCompanion } from '../CompanionContext';
import { GroupCard } from './GroupCard';
import { MoreButton } from '../MoreButton';
import { NewGroup } from './NewGroup';
import css from './workspace.module.css';

/** The workspace's groups, each with its members and its permission to manage the account. */
export function Groups({ members }: { readonly members: readonly Member[] }) {
  const { workspace } = useCompanion();
  const list = workspace.groups.value;
  return (
    <div class={css['page']}>
      <p class={css['quiet']}>{t('companion.groups.intro')}</p>
      {list?.groups.map((group) => (
        <GroupCard key={group.id} group={group} version={list.version} everyone={members} />
      ))}
      <MoreButton next={workspace.members.value?.next ?? null} load={workspace.moreMembers} />
      <NewGroup />
    </div>
  );
}
