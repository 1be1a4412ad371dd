import type { Signal } from '@preact/signals';
import { Field, t } from '../ui';

export interface ListSearchProps {
  readonly query: Signal<string>;
  /** Number of accounts in the whole list. */
  readonly count: number;
}

/** Minimum number of accounts for which a search field is shown. */
const manyRows = 10;

/** Renders a field that searches a list of accounts. A short list has none. */
export const ListSearch = ({ query, count }: ListSearchProps) =>
  count >= manyRows && (
    <Field
      type="search"
      label={t('transfer.import.search')}
      value={query.value}
      onInput={(value) => (query.value = value)}
    />
  );
