import type { Signal } from '@preact/signals';
import { searchItems } from '../../../lib/authenticator/accounts';
import { isChosen } from '../../../lib/authenticator/import';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportRow } from '../../stores/ImportState';
import { Button, Checkbox, LongList, t } from '../../ui';
import { ListSearch } from '../ListSearch';
import { PreviewRow } from './PreviewRow';
import css from './Transfer.module.css';

export interface PreviewRowsProps {
  readonly rows: readonly ImportRow[];
  readonly store: Pick<ImportStore, 'choose' | 'chooseAll' | 'setPin'>;
  /** Shows only the accounts that match this search. */
  readonly query: Signal<string>;
  /** Whether the accounts are from several apps. */
  readonly showApp: boolean;
}

/** The accounts of an import, which the user can search and select. */
export function PreviewRows({ rows, store, query, showApp }: PreviewRowsProps) {
  const shown = searchItems(rows, ({ account }) => account, query.value);
  const chosen = shown.filter(isChosen).length;
  const isMixed = rows.some(({ known, repeats }) => known !== null || repeats !== null);
  return (
    <>
      <ListSearch query={query} count={rows.length} />
      {shown.length === 0 && rows.length > 0 && (
        <div class={css['form']}>
          <output>{t('popup.nothingFound')}</output>
          <div>
            <Button icon="close" onClick={() => (query.value = '')}>
              {t('popup.clearSearch')}
            </Button>
          </div>
        </div>
      )}
      {shown.length > 1 && (
        <Checkbox
          label={t('transfer.import.all')}
          checked={chosen === shown.length}
          indeterminate={chosen > 0 && chosen < shown.length}
          onChange={(on) => store.chooseAll(new Set(shown.map(({ id }) => id)), on)}
        />
      )}
      <LongList
        label={t('transfer.import.list')}
        items={shown}
        likelyHeight={56}
        rowKey={({ id }) => id}
        rowClass={css['item']}
        row={(row) => <PreviewRow row={row} store={store} showApp={showApp} showNew={isMixed} />}
      />
    </>
  );
}
