import type { RestorePreview, RestoreState } from '../../../lib/vault';
import { dateTime, InlineFacts, plural, t } from '../../ui';
import css from './Security.module.css';

const states: Record<RestoreState, () => string> = {
  new: () => t('security.restore.new'),
  changed: () => t('security.restore.changed'),
  same: () => t('security.restore.same'),
};

/** Maximum number of accounts shown by name. */
const most = 200;

/** Lists the names of all accounts that a restore would change. */
export function RestorePreviewList({ preview }: { readonly preview: RestorePreview }) {
  const { items, missing, createdAt, unreadable } = preview;
  const others = items.filter(({ state }) => state !== 'same');
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
      <ul class={css['rows']}>
        {others.slice(0, most).map(({ entry, state }) => (
          <li key={entry.id} class={css['row']}>
            <div class={css['words']}>
              <strong>{entry.issuer || entry.account}</strong>
              <p>{entry.account}</p>
            </div>
            <span>{states[state]()}</span>
          </li>
        ))}
      </ul>
      {unreadable > 0 && <p>{t('security.restore.unreadable', [String(unreadable)])}</p>}
      {missing > 0 && <p>{plural('security.restore.missing', missing)}</p>}
    </div>
  );
}
