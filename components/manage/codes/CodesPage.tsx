import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { orderEntries, searchEntries } from '../../../lib/authenticator/accounts';
import { Button, cx, Field, Icon, number, Switch, t, VirtualList } from '../../ui';
import { NothingFound } from '../../vault/NothingFound';
import { goTo } from '../goTo';
import { useManage } from '../ManageContext';
import { SectionPage } from '../SectionPage';
import { FirstAccount } from '../welcome/FirstAccount';
import { CodeCard } from './CodeCard';
import { codeRows } from './codeRows';
import css from './Codes.module.css';

/** Row height in CSS pixels. Must match the style sheet. */
const rowHeight = 76;
/** Minimum card width in CSS pixels. A narrower card would truncate names. */
const leastCardWidth = 320;

/** Shows all codes as a grid or a list, with search and collapsible groups by tag. */
export function CodesPage() {
  const { accounts, preferences } = useManage();
  const { codesView, groupCodes, order } = preferences.values.value;
  const query = useSignal('');
  const folded = useSignal<ReadonlySet<string>>(new Set());
  const width = useSignal(0);
  const frame = useRef<HTMLDivElement>(null);
  const all = accounts.all.value ?? [];
  const shown = searchEntries(orderEntries(all, order, new Set()), query.value);
  const hasTags = all.some(({ tags }) => tags.length > 0);
  const columns = codesView === 'list' ? 1 : Math.max(1, Math.floor(width.value / leastCardWidth));

  useEffect(() => {
    const observer = new ResizeObserver(() => (width.value = frame.current?.clientWidth ?? 0));
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [all.length === 0]);

  const fold = (group: string) => {
    const next = new Set(folded.value);
    if (!next.delete(group)) next.add(group);
    folded.value = next;
  };
  const rows = codeRows(shown, {
    columns,
    isGrouped: groupCodes && hasTags,
    folded: query.value ? new Set() : folded.value,
  });

  if (accounts.all.value?.length === 0)
    return (
      <SectionPage title={t('manage.codes.title')}>
        <FirstAccount />
      </SectionPage>
    );
  return (
    <SectionPage
      fill="grid"
      title={t('manage.codes.title')}
      actions={
        <fieldset class={css['views']} aria-label={t('manage.codes.view')}>
          {(['grid', 'list'] as const).map((view) => (
            <Button
              key={view}
              variant={view === codesView ? 'secondary' : 'quiet'}
              aria-pressed={view === codesView}
              disabled={preferences.isFixed('codesView')}
              onClick={() => void preferences.set({ codesView: view })}
            >
              {view === 'grid' ? t('manage.codes.grid') : t('manage.codes.list')}
            </Button>
          ))}
        </fieldset>
      }
    >
      <div class={css['tools']}>
        <Field
          type="search"
          label={t('manage.accounts.search')}
          labelHidden
          placeholder={t('manage.accounts.search')}
          value={query.value}
          onInput={(value) => (query.value = value)}
        />
        {hasTags && (
          <Switch
            label={t('manage.codes.group')}
            checked={groupCodes}
            onChange={(value) => void preferences.set({ groupCodes: value })}
          />
        )}
      </div>
      <div class={css['frame']} ref={frame}>
        {shown.length === 0 && query.value !== '' ? (
          <NothingFound onClear={() => (query.value = '')} onAdd={() => goTo('#/add')} />
        ) : (
          <VirtualList
            label={t('manage.codes.title')}
            items={rows}
            rowHeight={rowHeight}
            row={(row, place) =>
              'group' in row ? (
                <li key={`group ${row.group}`} class={css['group']} {...place}>
                  <button
                    type="button"
                    data-main
                    class={css['fold']}
                    aria-expanded={row.isOpen}
                    onClick={() => fold(row.group)}
                  >
                    <span class={cx(css['chevron'], row.isOpen && css['open'])}>
                      <Icon name="chevron" size={18} />
                    </span>
                    <span dir="auto">{row.group || t('manage.codes.noTag')}</span>
                    <span class={css['count']}>{number(row.count)}</span>
                  </button>
                </li>
              ) : (
                <li
                  key={row.entries.map(({ id }) => id).join(' ')}
                  class={css['row']}
                  style={{ '--columns': columns }}
                  {...place}
                >
                  {row.entries.map((entry) => (
                    <CodeCard key={entry.id} entry={entry} />
                  ))}
                </li>
              )
            }
          />
        )}
      </div>
    </SectionPage>
  );
}
