import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { isChosen } from '../../lib/authenticator/import';
import type { Found } from '../stores/ScanState';
import { Banner, Button, errorMessage, plural, t } from '../ui';
import { BatchNote } from './BatchNote';
import { FoundList } from './FoundList';
import { FoundOne } from './FoundOne';
import { MissingParts } from './MissingParts';
import { OtherContents } from './OtherContents';
import { useScan } from './ScanContext';
import css from './Scan.module.css';
import { Unreadable } from './Unreadable';

export interface FoundViewProps {
  readonly found: Found;
  /** A button to scan for codes that weren't found. */
  readonly more?: ComponentChildren;
  readonly onDone: (saved: number, undo?: () => Promise<void>) => void;
  readonly onCancel: () => void;
}

/** The result of a scan, which the user confirms. */
export function FoundView({ found, more, onDone, onCancel }: FoundViewProps) {
  const store = useScan();
  const saving = useSignal(false);
  const failure = useSignal('');
  const { candidates, batches, others, unreadable, unread, incomplete, truncated } = found;
  const chosen = candidates.filter(isChosen).length;
  const [only] = candidates;
  // If the vault already has everything, there is nothing to save, and the button only ends the scan.
  const isSettled = candidates.every(({ choice }) => choice === 'skip');

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (isSettled) onCancel();
    if (saving.value || chosen === 0) return;
    saving.value = true;
    failure.value = '';
    try {
      const { count, undo } = await store.save();
      onDone(count, undo);
    } catch (error) {
      failure.value = errorMessage(error);
    } finally {
      saving.value = false;
    }
  }

  return (
    <form class={css['part']} onSubmit={(event) => void save(event)}>
      <h2 class={css['title']} aria-live="polite">
        {candidates.length > 0 ? plural('scan.found', candidates.length) : t('scan.foundOther')}
      </h2>
      {batches.map((batch, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the batches of one scan don't change places
        <BatchNote key={i} batch={batch} />
      ))}
      {candidates.length === 1 && only ? (
        <FoundOne candidate={only} />
      ) : (
        candidates.length > 0 && <FoundList candidates={candidates} />
      )}
      <Unreadable rows={unreadable} />
      <OtherContents others={others} />
      <MissingParts messages={incomplete} />
      {truncated && <Banner tone="warning">{t('scan.truncated')}</Banner>}
      {unread > 0 && <Banner tone="warning">{plural('scan.unread', unread)}</Banner>}
      {failure.value && <Banner tone="danger">{failure.value}</Banner>}
      <div class={css['foot']}>
        {more && <span class={css['more']}>{more}</span>}
        {(candidates.length === 0 || !isSettled) && (
          <Button onClick={onCancel}>
            {t(candidates.length > 0 ? 'scan.cancel' : 'scan.back')}
          </Button>
        )}
        {candidates.length > 0 && (
          <Button
            type="submit"
            variant="primary"
            busy={saving.value}
            disabled={chosen === 0 && !isSettled}
          >
            {isSettled ? t('scan.done') : plural('scan.save', chosen)}
          </Button>
        )}
      </div>
    </form>
  );
}
