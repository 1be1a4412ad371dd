import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  Button,
  Checkbox,
  type ListHandle,
  number,
  t,
  useAction,
  useFoot,
  useToast,
  VirtualList,
} from '../ui';
import { Avatar, TagChips } from '../vault';
import { NothingFound } from '../vault/NothingFound';
import { usePopup } from './PopupContext';
import { SearchBox } from './SearchBox';
import css from './SelectView.module.css';
import { TagsDialog } from './TagsDialog';
import { useEscape } from './useEscape';

/** The height of a row in CSS pixels. The style sheet must have the same height. */
const rowHeight = 48;

/** Renders a list for selecting accounts, to change their tags, export them or move them to the trash. */
export function SelectView({ onDone }: { readonly onDone: () => void }) {
  const { accounts, preferences, open } = usePopup();
  const toast = useToast();
  const list = useRef<ListHandle>(null);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const tagging = useSignal(false);
  const removing = useAction();
  const foot = useFoot();
  const shown = accounts.shown.value;
  // Excludes accounts that were deleted or that the search hides, so that only visible accounts are changed.
  const selected = shown.filter(({ id }) => chosen.value.has(id));
  const choose = (ids: readonly string[], on: boolean) => {
    const others = [...chosen.value].filter((id) => !ids.includes(id));
    chosen.value = new Set(on ? [...others, ...ids] : others);
  };
  const remove = () =>
    removing.run(async () => {
      const undo = await accounts.remove(selected.map(({ id }) => id));
      toast({ text: t('popup.select.deleted', [number(selected.length)]), undo });
      onDone();
    });
  const none = selected.length === 0;
  // The menu button that opened this view, and had the focus, no longer exists.
  useLayoutEffect(() => list.current?.focus(0), []);
  useEscape(onDone, () => tagging.value);

  return (
    <main class={css['view']}>
      <SearchBox
        takeFocus={false}
        onDown={() => list.current?.focus(0)}
        onEnter={() => list.current?.click(0)}
        onEscape={() => list.current?.focus(0)}
      />
      <div class={css['tags']}>
        <TagChips tags={accounts.tags.value} chosen={accounts.tag} />
      </div>
      {shown.length === 0 ? (
        <NothingFound onClear={() => (accounts.query.value = accounts.tag.value = '')} />
      ) : (
        <>
          <div class={css['all']}>
            <Checkbox
              label={t('transfer.import.all')}
              checked={selected.length === shown.length}
              indeterminate={!none && selected.length < shown.length}
              onChange={(on) =>
                choose(
                  shown.map(({ id }) => id),
                  on,
                )
              }
            />
          </div>
          <VirtualList
            handle={list}
            label={t('popup.list')}
            items={shown}
            rowHeight={rowHeight}
            row={(entry, place) => (
              <li key={entry.id} {...place}>
                <label class={css['row']}>
                  <input
                    type="checkbox"
                    data-main
                    checked={chosen.value.has(entry.id)}
                    onChange={({ currentTarget }) => choose([entry.id], currentTarget.checked)}
                  />
                  <Avatar
                    name={entry.issuer || entry.account}
                    icon={entry.icon}
                    size={28}
                    icons={preferences.values.value.icons}
                  />
                  <span class={css['names']}>
                    <strong dir="auto">{entry.issuer || entry.account}</strong>
                    <span dir="auto">{entry.issuer ? entry.account : ''}</span>
                  </span>
                </label>
              </li>
            )}
          />
        </>
      )}
      <div ref={foot} class={css['foot']}>
        <output>{removing.failure ?? t('popup.select.count', [number(selected.length)])}</output>
        <div class={css['actions']}>
          <Button icon="tag" disabled={none} onClick={() => (tagging.value = true)}>
            {t('popup.select.tags')}
          </Button>
          {preferences.policy.value.allowExport && (
            <Button
              icon="upload"
              disabled={none}
              onClick={() => open(`#/export/${selected.map(({ id }) => id).join(',')}`)}
            >
              {t('popup.select.export')}
            </Button>
          )}
          <Button icon="trash" disabled={none} busy={removing.busy} onClick={() => void remove()}>
            {t('popup.delete')}
          </Button>
        </div>
      </div>
      {tagging.value && (
        <TagsDialog
          entries={selected}
          tags={accounts.tags.value}
          onClose={() => (tagging.value = false)}
          onSave={async (next) => {
            const before = new Map(selected.map(({ id, tags }) => [id, tags]));
            const put = (tagsOf: (id: string, tags: readonly string[]) => readonly string[]) =>
              accounts.changeAll([...before.keys()], ({ id, tags }) => ({
                tags: tagsOf(id, tags),
              }));
            await put((_, tags) => next(tags));
            tagging.value = false;
            toast({
              text: t('popup.select.tagged'),
              undo: () => put((id, tags) => before.get(id) ?? tags),
            });
          }}
        />
      )}
    </main>
  );
}
