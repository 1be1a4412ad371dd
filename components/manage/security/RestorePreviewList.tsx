import { useSignal } from '@preact/signals';
import { searchItems } from '../../../lib/authenticator/accounts';
import type { RestorePreview, RestoreState } from '../../../lib/vault';
import { dateTime, LongList, plural, t } from '../../ui';
import { ListSearch } from '../ListSearch';
import css from './Security.module.css';

const states: Record<RestoreState, () => string> = {
  new: () => t('security.restore.new'),
  changed: () => t('security.restore.changed'),
  same: () => t('security.restore.same'),
};

/** Lists the names of all accounts that a restore would change. */
export function RestorePreviewList({ preview }: { readonly preview: RestorePreview }) {
  const { items, missing, createdAt, unreadable } = preview;
  const others = items.filter(({ state }) => state !== 'same');
  const query = useSignal('');
  const shown = searchItems(others, ({ entry }) => entry, query.value);
  return (
    <div class={css['form']}>
      <p>{t('security.restore.madeAt', [dateTime(createdAt)])}</p>
      {unreadable > 0 && <p>{t('security.restore.unreadable', [String(unreadable)])}</p>}
      {missing > 0 && <p>{plural('security.restore.missing', missing)}</p>}
      <ListSearch query={query} count={others.length} />
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
    </div>
  );
}
