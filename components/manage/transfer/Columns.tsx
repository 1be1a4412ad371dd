import type { ColumnRole } from '../../../lib/transfer';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportState } from '../../stores/ImportState';
import { Button, Checkbox, plural, t, useAction } from '../../ui';
import { accountName } from './accountName';
import { ColumnSelect } from './ColumnSelect';
import { PromptButtons } from './PromptButtons';
import css from './Transfer.module.css';

export interface ColumnsProps {
  readonly store: Pick<ImportStore, 'columns' | 'skipFile' | 'cancel'>;
  readonly asked: Extract<ImportState, { step: 'columns' }>;
  /** Returns the current code of an account, in groups of digits. */
  readonly codeOf: (account: ColumnsProps['asked']['accounts'][number]) => string;
}

const usual: readonly ColumnRole[] = ['secret', 'issuer', 'account'];
const others: readonly ColumnRole[] = [
  'type',
  'algorithm',
  'digits',
  'period',
  'counter',
  'encoding',
  'url',
  'note',
  'folder',
];

/** Asks for the roles of an unknown table's columns. Shows the first accounts and their codes as a check. */
export function Columns({ store, asked, codeOf }: ColumnsProps) {
  const { busy, run } = useAction();
  const submit = (event: Event) => {
    event.preventDefault();
    void run(() => store.columns.confirm());
  };
  const isSet = others.some((role) => asked.mapping[role] !== undefined);
  const select = (role: ColumnRole) => (
    <ColumnSelect key={role} role={role} asked={asked} onUse={store.columns.use} />
  );
  return (
    <form class={css['form']} onSubmit={submit} noValidate>
      <h2>{t('transfer.import.columns.title')}</h2>
      <p>
        {asked.isRemembered
          ? t('transfer.import.columns.remembered')
          : t('transfer.import.columns.hint')}
      </p>
      <Checkbox
        label={t('transfer.import.columns.header')}
        checked={asked.table.hasHeader}
        onChange={store.columns.setHeader}
      />
      {usual.map(select)}
      <details open={isSet}>
        <summary>{t('transfer.import.columns.advanced')}</summary>
        <div class={css['more']}>{others.map(select)}</div>
      </details>
      <section
        class={css['form']}
        aria-label={t('transfer.import.columns.check')}
        aria-live="polite"
      >
        <h3>{t('transfer.import.columns.check')}</h3>
        {asked.accounts.length === 0 && <p>{t('transfer.import.columns.nothing')}</p>}
        <ul class={css['rows']}>
          {asked.accounts.map((account, at) => (
            <li key={at} class={css['check']}>
              <span class={css['names']}>
                <strong>{accountName(account)}</strong>
                {account.issuer && account.account && <span>{account.account}</span>}
              </span>
              <output class={css['liveCode']} dir="ltr">
                {codeOf(account)}
              </output>
            </li>
          ))}
        </ul>
        {asked.unreadable > 0 && (
          <p>{plural('transfer.import.columns.unreadable', asked.unreadable)}</p>
        )}
      </section>
      <PromptButtons store={store} canSkip={asked.canSkip}>
        <Button type="submit" variant="primary" busy={busy} disabled={asked.read === 0}>
          {t('transfer.import.columns.continue')}
        </Button>
      </PromptButtons>
    </form>
  );
}
