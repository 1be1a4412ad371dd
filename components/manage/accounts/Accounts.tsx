import { useSignal } from '@preact/signals';
import { searchEntries, tagsOf, withTag, orderEntries } from '../../../lib/authenticator/accounts';
import {
  Boundary,
  Button,
  Field,
  number,
  plural,
  Select,
  t,
  VisuallyHidden,
  VirtualList,
} from '../../ui';
import { TagChips } from '../../vault';
import { NothingFound } from '../../vault/NothingFound';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import { FirstAccount } from '../welcome/FirstAccount';
import css from './Accounts.module.css';
import { FailedRow } from './FailedRow';
import { ManagedRow, type ManagedRowProps } from './ManagedRow';
import { orders } from './orders';
import { TrashLink } from './TrashLink';

const rowHeight = 60;
/** Minimum number of visible rows. In a lower window, the page itself scrolls. */
const leastRows = 5;
/** Returns the height of the list in CSS pixels, including its borders. */
const heightOf = (rows: number): string => `${rows * rowHeight + 2}px`;

/** The list of all accounts, which the user can search and sort. Each account can be opened and deleted. */
export function Accounts() {
  const { accounts, preferences } = useManage();
  const query = useSignal('');
  const tag = useSignal('');
  const { order } = preferences.values.value;
  const all = accounts.all.value;
  const shown = searchEntries(
    withTag(orderEntries(all ?? [], order, new Set()), tag.value),
    query.value,
  );
  const empty = all?.length === 0;
  const said = useSignal('');
  const move: ManagedRowProps['move'] = async (id, side, other) => {
    await accounts.move(id, side, other);
    const now = orderEntries(accounts.all.value ?? [], 'manual', new Set());
    const at = now.findIndex((entry) => entry.id === id);
    const name = now[at]?.issuer || now[at]?.account || '';
    said.value = t('manage.accounts.moved', [name, number(at + 1), number(now.length)]);
  };
  return (
    <SectionPage
      {...(!empty && { fill: 'list' })}
      title={t('manage.accounts.title')}
      hint={all && !empty ? plural('manage.accounts.count', all.length) : undefined}
      actions={
        <Button variant="primary" icon="plus" onClick={() => goTo('#/add')}>
          {t('manage.accounts.add')}
        </Button>
      }
    >
      {empty ? (
        <>
          <FirstAccount />
          <TrashLink />
        </>
      ) : (
        <div class={css['frame']}>
          <div class={css['tools']}>
            <Field
              type="search"
              label={t('manage.accounts.search')}
              value={query.value}
              onInput={(value) => (query.value = value)}
            />
            <Select
              label={t('manage.accounts.order')}
              value={order}
              options={orders()}
              disabled={preferences.isFixed('order')}
              onChange={(value) => void preferences.set({ order: value })}
            />
          </div>
          <TagChips tags={tagsOf(all ?? [])} chosen={tag} />
          {all && shown.length === 0 ? (
            <NothingFound
              onClear={() => (query.value = tag.value = '')}
              onAdd={() => goTo('#/add')}
            />
          ) : (
            <div
              class={css['list']}
              style={{
                minHeight: heightOf(Math.min(leastRows, shown.length)),
                maxHeight: heightOf(shown.length),
              }}
            >
              <VirtualList
                label={t('manage.accounts.title')}
                items={shown}
                rowHeight={rowHeight}
                row={(entry, place, index) => (
                  <Boundary
                    key={entry.id}
                    fallback={() => <FailedRow entry={entry} place={place} />}
                  >
                    <ManagedRow
                      entry={entry}
                      place={place}
                      movable={order === 'manual' && query.value === '' && tag.value === ''}
                      previous={shown[index - 1]}
                      next={shown[index + 1]}
                      move={move}
                    />
                  </Boundary>
                )}
              />
            </div>
          )}
          <output>
            <VisuallyHidden>{said.value}</VisuallyHidden>
          </output>
          <div class={css['foot']}>
            {order === 'manual' && <p class={css['hint']}>{t('manage.accounts.moveHint')}</p>}
            <TrashLink />
          </div>
        </div>
      )}
    </SectionPage>
  );
}
