import { useSignal } from '@preact/signals';
import type { EntrySummary } from '../../../lib/vault';
import {
  cx,
  errorWords,
  Icon,
  Menu,
  type MenuItem,
  number,
  plural,
  type RowPlace,
  t,
  useToast,
} from '../../ui';
import { Avatar } from '../../vault';
import { goTo, useManage } from '../ManageContext';
import css from './Accounts.module.css';

export interface ManagedRowProps {
  readonly entry: EntrySummary;
  readonly place: RowPlace;
  /** In the manual order, with nothing searched for. */
  readonly movable: boolean;
  /** Its neighbours in the list, for moving by keyboard. */
  readonly previous: EntrySummary | undefined;
  readonly next: EntrySummary | undefined;
  readonly afterNext: EntrySummary | undefined;
}

/** One account: opens its page; moves by drag, by Alt and an arrow, or from its menu. */
export function ManagedRow({ entry, place, movable, previous, next, afterNext }: ManagedRowProps) {
  const { accounts, preferences } = useManage();
  const toast = useToast();
  const over = useSignal(false);
  const name = entry.issuer || entry.account;

  const tell = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast({ text: errorWords(error) }));
  const up = previous && (() => tell(accounts.move(entry.id, previous.id)));
  const down = next && (() => tell(accounts.move(entry.id, afterNext?.id ?? null)));
  const remove = async () => {
    const undo = await accounts.remove([entry.id]);
    toast({ text: t('manage.accounts.deleted', [name]), undo });
  };
  const moves: MenuItem[] = movable
    ? [
        { label: t('manage.accounts.up'), icon: 'arrowUp', onSelect: () => up?.(), disabled: !up },
        {
          label: t('manage.accounts.down'),
          icon: 'arrowDown',
          onSelect: () => down?.(),
          disabled: !down,
        },
      ]
    : [];

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging has its equals by keyboard and menu
    <li
      {...place}
      class={cx(css['row'], over.value && css['over'])}
      draggable={movable}
      onDragStart={(event) => event.dataTransfer?.setData('text/tessera-entry', entry.id)}
      onDragOver={(event) => {
        if (!movable || !event.dataTransfer?.types.includes('text/tessera-entry')) return;
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        over.value = false;
        const id = event.dataTransfer?.getData('text/tessera-entry');
        if (id && id !== entry.id) tell(accounts.move(id, entry.id));
      }}
    >
      {movable && (
        <span class={css['handle']}>
          <Icon name="drag" />
        </span>
      )}
      <Avatar name={name} icon={entry.icon} size={32} icons={preferences.values.value.icons} />
      <a
        href={`#/account/${entry.id}`}
        data-main
        class={css['link']}
        aria-keyshortcuts={movable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        onKeyDown={(event) => {
          if (!movable || !event.altKey) return;
          const act = { ArrowUp: up, ArrowDown: down }[event.key];
          if (act) event.preventDefault();
          act?.();
        }}
      >
        <span dir="auto">{name}</span>
        <span class={css['account']} dir="auto">
          {entry.issuer ? entry.account : ''}
        </span>
      </a>
      {entry.tags.length > 0 && <span class={css['tags']}>{entry.tags.join(', ')}</span>}
      {entry.backupCodesTotal > 0 && (
        <span class={css['backup']} title={plural('popup.backupCodesLeft', entry.backupCodesLeft)}>
          <Icon name="ticket" size={16} />
          {number(entry.backupCodesLeft)}
        </span>
      )}
      {entry.pinned && <Icon name="pin" size={16} />}
      <Menu
        label={t('popup.more', [name])}
        items={() => [
          {
            label: t('popup.details'),
            icon: 'edit',
            onSelect: () => goTo(`#/account/${entry.id}`),
          },
          {
            label: entry.pinned ? t('popup.unpin') : t('popup.pin'),
            icon: 'pin',
            onSelect: () => tell(accounts.pin(entry)),
          },
          ...moves,
          {
            label: t('popup.delete'),
            icon: 'trash',
            danger: true,
            onSelect: () => tell(remove()),
          },
        ]}
      />
    </li>
  );
}
