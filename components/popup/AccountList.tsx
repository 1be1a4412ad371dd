import type { RefObject } from 'preact';
import type { EntrySummary } from '../../lib/vault';
import { Boundary, type ListHandle, t, VirtualList } from '../ui';
import css from './AccountList.module.css';
import { AccountRow } from './AccountRow';
import { usePopup } from './PopupContext';
import type { RowActions } from './useRowActions';

export interface AccountListProps {
  readonly handle: RefObject<ListHandle | null>;
  readonly entries: readonly EntrySummary[];
  readonly acts: RowActions;
}

/** Row heights in CSS pixels. The style sheet must have the same heights. */
const rowHeight = { comfortable: 72, compact: 44 };

/** The list of accounts, in comfortable or compact rows. */
export function AccountList({ handle, entries, acts }: AccountListProps) {
  const { density } = usePopup().preferences.values.value;
  return (
    <div class={css['accounts']} data-density={density}>
      <VirtualList
        handle={handle}
        label={t('popup.list')}
        items={entries}
        rowHeight={rowHeight[density]}
        row={(entry, place) => (
          <Boundary
            key={entry.id}
            fallback={() => <p class={css['failed']}>{t('boundary.row')}</p>}
          >
            <AccountRow entry={entry} place={place} acts={acts} compact={density === 'compact'} />
          </Boundary>
        )}
      />
    </div>
  );
}
