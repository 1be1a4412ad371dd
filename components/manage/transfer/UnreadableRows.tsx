import { AppError } from '../../../lib/errors';
import type { UnreadableRow } from '../../../lib/transfer';
import { errorMessage, LongList, plural, t } from '../../ui';
import css from './Transfer.module.css';

/** Lists the rows of the files that can't be imported, with the reasons. Renders nothing if there are none. */
export function UnreadableRows({ rows }: { readonly rows: readonly UnreadableRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section class={css['form']} aria-label={t('transfer.import.unreadable')}>
      <h3>{plural('transfer.import.notRead', rows.length)}</h3>
      <LongList
        label={t('transfer.import.unreadable')}
        items={rows}
        likelyHeight={64}
        rowKey={(row) => rows.indexOf(row)}
        rowClass={css['item']}
        row={({ name, reason, facts }) => (
          <div class={css['names']}>
            <strong>{name || t('transfer.nameless')}</strong>
            <span>{errorMessage(new AppError(reason, facts))}</span>
          </div>
        )}
      />
    </section>
  );
}
