import { useSignal } from '@preact/signals';
import type { TargetedDragEvent } from 'preact';
import type { EntrySummary } from '../../../lib/vault';
import { cx, errorMessage, Icon, Menu, type MenuItem, type RowPlace, t, useToast } from '../../ui';
import { Avatar, BackupCodesLeft } from '../../vault';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import css from './Accounts.module.css';

type Side = 'before' | 'after';

export interface ManagedRowProps {
  readonly entry: EntrySummary;
  readonly place: RowPlace;
  /** Whether rows can be moved, which requires the manual order and no search. */
  readonly movable: boolean;
  /** The previous and next account in the list, for moving by keyboard. */
  readonly previous: EntrySummary | undefined;
  readonly next: EntrySummary | undefined;
  /** Moves an account directly before or after another account. */
  readonly move: (id: string, side: Side, other: string) => Promise<void>;
}

/**
 * Returns the data type of a dragged row. Pinned and other accounts have different types, because before the
 * drop, browsers reveal only the type of the dragged data.
 */
const dragKind = ({ pinned }: EntrySummary) =>
  pinned ? 'text/tessera-pinned-entry' : 'text/tessera-entry';

/** Returns the half of a row that contains the pointer. */
function sideAt({ currentTarget, clientY }: TargetedDragEvent<HTMLElement>): Side {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}

/**
 * One account. A click opens the account's page. The account can be moved by dragging, by Alt with an arrow key,
 * or from its menu.
 */
export function ManagedRow({ entry, place, movable, previous, next, move }: ManagedRowProps) {
  const { accounts, preferences } = useManage();
  const toast = useToast();
  const over = useSignal<Side | undefined>(undefined);
  const isDragged = useSignal(false);
  const name = entry.issuer || entry.account;

  const tell = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast({ text: errorMessage(error) }));
  // A pinned account moves only among pinned accounts, and an unpinned account only among unpinned accounts.
  const beside = (neighbour: EntrySummary | undefined, side: Side) =>
    neighbour?.pinned === entry.pinned ? () => tell(move(entry.id, side, neighbour.id)) : undefined;
  const up = beside(previous, 'before');
  const down = beside(next, 'after');
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
      class={cx(css['row'], over.value && css[over.value], isDragged.value && css['dragged'])}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer?.setData(dragKind(entry), entry.id);
        isDragged.value = true;
      }}
      onDragEnd={() => (isDragged.value = false)}
      onDragOver={(event) => {
        if (!movable || !event.dataTransfer?.types.includes(dragKind(entry))) return;
        event.preventDefault();
        over.value = sideAt(event);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        // The pointer may only have moved to another element of this row.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          over.value = undefined;
      }}
      onDrop={(event) => {
        over.value = undefined;
        const id = event.dataTransfer?.getData(dragKind(entry));
        if (id) tell(move(id, sideAt(event), entry.id));
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
        <span dir="auto" class={css['account']}>
          {entry.issuer ? entry.account : ''}
        </span>
      </a>
      {entry.tags.length > 0 && (
        <span dir="auto" class={css['tags']}>
          {entry.tags.join(', ')}
        </span>
      )}
      {entry.backupCodesTotal > 0 && (
        <BackupCodesLeft size={16} class={css['backup']} count={entry.backupCodesLeft} />
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
            onSelect: () => tell(remove()),
          },
        ]}
      />
    </li>
  );
}
