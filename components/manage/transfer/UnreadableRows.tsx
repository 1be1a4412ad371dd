import { AppError } from '../../../lib/errors';
import type { UnreadableRow } from '../../../lib/transfer';
import { errorMessage, InlineFacts, LongList, number, plural, t } from '../../ui';
import css from './Transfer.module.css';

/** Maximum number of names that are shown above a reason before the user opens the others. */
const mostNames = 12;

/** Lists the rows of the files that can't be imported, by reason. Renders nothing if there are none. */
export function UnreadableRows({ rows }: { readonly rows: readonly UnreadableRow[] }) {
  if (rows.length === 0) return null;
  const groups = Map.groupBy(rows, ({ reason, facts }) =>
    errorMessage(new AppError(reason, facts)),
  );
  return (
    <section class={css['form']} aria-label={t('transfer.import.unreadable')}>
      <h3>{plural('transfer.import.notRead', rows.length)}</h3>
      <LongList
        label={t('transfer.import.unreadable')}
        items={[...groups]}
        likelyHeight={64}
        rowKey={([reason]) => reason}
        rowClass={css['item']}
        row={([reason, alike]) => (
          <div class={css['names']}>
            <RowNames names={alike.map(({ name }) => name || t('transfer.nameless'))} />
            <span>{reason}</span>
          </div>
        )}
      />
    </section>
  );
}

/** Names the rows of one reason. The user can open the names of a long list. */
function RowNames({ names }: { readonly names: readonly string[] }) {
  const first = names.slice(0, mostNames);
  const others = names.slice(mostNames);
  if (others.length === 0)
    return (
      <strong>
        <InlineFacts of={first} />
      </strong>
    );
  return (
    <details>
      <summary>
        <strong>
          <InlineFacts of={[...first, `+${number(others.length)}`]} />
        </strong>
      </summary>
      <strong>
        <InlineFacts of={others} />
      </strong>
    </details>
  );
}
