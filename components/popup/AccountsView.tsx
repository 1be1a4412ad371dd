import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Transferred, transferredIn } from '../scan/takeTransfer';
import { Lazy, type ListHandle, t } from '../ui';
import { TagChips } from '../vault';
import { AccountList } from './AccountList';
import type { NoAccountsProps } from './NoAccounts';
import css from './Popup.module.css';
import { usePopup } from './PopupContext';
import { SearchBox } from './SearchBox';
import { useRowActions } from './useRowActions';

const loadSuggestion = async () => (await import('./Suggestion')).Suggestion;

/** Number of accounts from which the search field is always visible. */
const manyAccounts = 10;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, dialog *');

export interface AccountsViewProps extends NoAccountsProps {
  /** Called with pasted files or links that set up accounts. */
  readonly onPaste: (pasted: Transferred) => void;
}

/** The list of accounts with their codes. Handles all keyboard shortcuts of the popup. */
export function AccountsView({ onAdd, onScan, onPaste }: AccountsViewProps) {
  const { accounts, site, beside, backupReminder } = usePopup();
  const list = useRef<ListHandle>(null);
  const acts = useRowActions();
  const asked = useSignal(false);
  // The view of a vault without accounts loads separately, because only new users need this view.
  const loadNoAccounts = useMemo(
    () => async () => {
      const { NoAccounts } = await import('./NoAccounts');
      return () => <NoAccounts onAdd={onAdd} onScan={onScan} />;
    },
    [],
  );
  const all = accounts.all.value;
  const loadReminder = useMemo(
    () => async () => {
      const { Reminder } = await import('./Reminder');
      return Reminder;
    },
    [],
  );
  const loadNothingFound = useMemo(
    () => async () => {
      const { NothingFound } = await import('../vault/NothingFound');
      return () => (
        <NothingFound
          onClear={() => {
            accounts.query.value = accounts.tag.value = '';
            document.querySelector<HTMLElement>('input[type=search]')?.focus();
          }}
          onAdd={onAdd}
        />
      );
    },
    [],
  );
  // Whether the codes are shown, after which the less important parts load.
  const settled = useSignal(false);
  useEffect(() => {
    if (!backupReminder || !all?.length) return undefined;
    const timer = setTimeout(() => (settled.value = true), 600);
    return () => clearTimeout(timer);
  }, [!all?.length]);
  const searching =
    asked.value || accounts.query.value !== '' || (all?.length ?? 0) >= manyAccounts;

  // The accounts that are chosen by a tag or found start with the first one.
  useLayoutEffect(() => list.current?.scrollToTop(), [accounts.tag.value, accounts.query.value]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const isLetter = /^\p{L}$/u.test(event.key);
      if (event.key === '/' || isLetter) {
        event.preventDefault();
        asked.value = true;
        // A typed letter opens the search field and becomes the first letter of the query.
        if (isLetter) accounts.query.value += event.key;
        document.querySelector<HTMLElement>('input[type=search]')?.focus();
      } else if (/^[1-9]$/.test(event.key)) {
        list.current?.click(Number(event.key) - 1);
      } else if (event.key === 'ArrowDown' && event.target === document.body) {
        event.preventDefault();
        list.current?.focus(0);
      }
    };
    const paste = (event: ClipboardEvent) => {
      const pasted = isTyping(event.target) ? null : transferredIn(event.clipboardData);
      if (!pasted) return;
      event.preventDefault();
      onPaste(pasted);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('paste', paste);
    };
  }, []);

  if (all === null) return <main class={css['main']} aria-busy="true" />;
  if (all.length === 0) return <Lazy load={loadNoAccounts} label={t('popup.empty.title')} />;
  return (
    <main class={css['main']}>
      {searching && (
        <SearchBox
          takeFocus={asked.value}
          onDown={() => list.current?.focus(0)}
          onEnter={() => list.current?.click(0)}
          onEscape={() => {
            asked.value = false;
            // After a search without results, the list isn't rendered yet.
            setTimeout(() => list.current?.focus(0));
          }}
        />
      )}
      <div class={css['tags']}>
        <TagChips tags={accounts.tags.value} chosen={accounts.tag} />
      </div>
      {accounts.shown.value.length === 0 ? (
        <Lazy load={loadNothingFound} />
      ) : (
        <AccountList handle={list} entries={accounts.shown.value} acts={acts} />
      )}
      {/* Appears after the rows and below them, so that no row moves under a click. */}
      {site.suggested.value ? (
        <Lazy load={loadSuggestion} />
      ) : (
        settled.value && <Lazy load={loadReminder} />
      )}
      {beside && site.unseen.value && <p class={css['hint']}>{t('popup.unseen')}</p>}
      {acts.dialog}
    </main>
  );
}
