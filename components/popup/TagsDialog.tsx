import { useSignal } from '@preact/signals';
import type { EntrySummary } from '../../lib/vault';
import { Checkbox, Field, FormDialog, t, useAction } from '../ui';
import css from './SelectView.module.css';

export interface TagsDialogProps {
  readonly entries: readonly EntrySummary[];
  /** All tags in use. */
  readonly tags: readonly string[];
  /** Saves new tags for each account. `next` returns an account's new tags for its current ones. */
  readonly onSave: (next: (tags: readonly string[]) => readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Lets the user add and remove tags of several accounts. Tags that the user doesn't change stay as they are. */
export function TagsDialog({ entries, tags, onSave, onClose }: TagsDialogProps) {
  const changed = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const added = useSignal('');
  const action = useAction();
  const save = () =>
    onSave((now) => {
      const kept = now.filter((tag) => changed.value.get(tag) !== false);
      const put = [...changed.value].flatMap(([tag, on]) => (on ? [tag] : []));
      return [...new Set([...kept, ...put, added.value.trim()])].filter(Boolean);
    });
  return (
    <FormDialog
      title={t('popup.select.tagsOf')}
      submit={t('manage.account.save')}
      busy={action.busy}
      failure={action.failure}
      disabled={changed.value.size === 0 && added.value.trim() === ''}
      onSubmit={() => void action.run(save)}
      onClose={onClose}
    >
      <Field
        label={t('popup.select.newTag')}
        value={added.value}
        onInput={(value) => (added.value = value)}
      />
      <div class={css['form']}>
        {tags.map((tag) => {
          const count = entries.filter((entry) => entry.tags.includes(tag)).length;
          const on = changed.value.get(tag) ?? count === entries.length;
          return (
            <Checkbox
              key={tag}
              label={<span dir="auto">{tag}</span>}
              checked={on}
              indeterminate={!changed.value.has(tag) && count > 0 && count < entries.length}
              onChange={(checked) => (changed.value = new Map(changed.value).set(tag, checked))}
            />
          );
        })}
      </div>
    </FormDialog>
  );
}
