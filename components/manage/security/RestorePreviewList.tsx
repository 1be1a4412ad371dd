import { useSignal } from '@preact/signals';
import { searchEntries } from '../../../lib/authenticator/accounts';
import type { RestorePreview, RestoreState } from '../../../lib/vault';
import { dateTime, Field, InlineFacts, LongList, plural, t } from '../../ui';
import css from './Security.module.css';

const states: Record<RestoreState, () => string> = {
  new: () => t('security.restore.new'),
  changed: () => t('security.restore.changed'),
  same: () => t('security.restore.same'),
};

/** Minimum number of accounts for which a search field is shown. */
const manyRows = 10;

/** Lists the names of all accounts that a restore would change. */
export function RestorePreviewList({ preview }: { readonly preview: RestorePreview }) {
  const { items, missing, createdAt, unreadable } = preview;
  const others = items.filter(({ state }) => state !== 'same');
  const query = useSignal('');
  const found = new Set(
    searchEntries(
      others.map(({ entry }) => entry),
      query.value,
    ),
  );
  const shown = others.filter(({ entry }) => found.has(entry));
  return (
    <div class={css['form']}>
      <p>
        <InlineFacts
          of={[
            t('security.restore.madeAt', [dateTime(createdAt)]),
            plural('security.restore.accounts', items.length),
            plural('security.restore.sameCount', items.length - others.length),
          ]}
        />
      </p>
      {others.length >= manyRows && (
        <Field
          type="search"
          label={t('transfer.import.search')}
          value={query.value}
          onInput={(value) => (query.value = value)}
        />
      )}
      {others.length > 0 && shown.length === 0 && <output>{t('popup.nothingFound')}</output>}
      <LongList
        label={t('transfer.import.list')}
        items={shown}
        likelyHeight={56}
        rowKey={({ entry }) => entry.id}
        rowClass={css['row']}
        row={({ entry, state }) => (
          <>
            <div class={css['words']}>
              <strong>{entry.issuer || entry.account}</strong>
              <p>{entry.account}</p>
            </div>
            <span>{states[state]()}</span>
          </>
        )}
      />
      {unreadable > 0 && <p>{t('security.restore.unreadable', [String(unreadable)])}</p>}
      {missing > 0 && <p>{plural('security.restore.missing', missing)}</p>}
    </div>
  );
}
