import { useSignal } from '@preact/signals';
import type { ImportNote } from '../../../lib/transfer';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportPreview } from '../../stores/ImportState';
import { isChosen } from '../../../lib/authenticator/import';
import { Banner, Button, number, plural, t, useAction, useFoot } from '../../ui';
import { AllConflicts } from './AllConflicts';
import { isWarning, noteWords } from './noteWords';
import { PreviewRows } from './PreviewRows';
import css from './Transfer.module.css';
import { UnreadableRows } from './UnreadableRows';

export interface PreviewProps {
  readonly store: ImportStore;
  readonly preview: ImportPreview;
  /** Imports the selected accounts. */
  readonly onSave: () => Promise<void>;
  /** Leaves the import if it has nothing new. */
  readonly onDone: () => void;
}

/** Lists every account that was read, with a check box, and every unreadable row, with the reason. */
export function Preview({ store, preview, onSave, onDone }: PreviewProps) {
  const { busy, failure, run } = useAction();
  const foot = useFoot();
  const { rows, unreadable, notes, missing } = preview;
  const chosen = rows.filter(isChosen).length;
  const isNothingNew = chosen === 0 && rows.every(({ known }) => known?.same === 'secret');
  const apps = new Set(rows.map(({ app }) => app));
  const query = useSignal('');

  return (
    <div class={css['form']}>
      <div>
        <h2>{plural('transfer.import.found', rows.length)}</h2>
        {apps.size === 1 && <p class={css['hint']}>{[...apps]}</p>}
      </div>
      {missing > 0 && <Banner tone="warning">{plural('transfer.import.missing', missing)}</Banner>}
      {notes.filter(isWarning).map((note) => (
        <Banner key={note.code} tone="warning">
          {noteWords(note)}
        </Banner>
      ))}
      <AllConflicts rows={rows} store={store} />
      <PreviewRows rows={rows} store={store} query={query} showApp={apps.size > 1} />
      <UnreadableRows rows={unreadable} />
      <LeftOut notes={notes.filter((note) => !isWarning(note))} />
      <div ref={foot} class={css['foot']}>
        {failure && <Banner tone="danger">{failure}</Banner>}
        <div class={css['buttons']}>
          {isNothingNew ? (
            <Button variant="primary" onClick={onDone}>
              {t('transfer.export.done')}
            </Button>
          ) : (
            <>
              <Button
                variant="primary"
                busy={busy}
                disabled={chosen === 0}
                onClick={() => void run(onSave)}
              >
                {plural('transfer.import.save', chosen)}
              </Button>
              <Button onClick={() => store.cancel()}>{t('transfer.cancel')}</Button>
            </>
          )}
          {rows.length > 0 && (
            <p class={css['hint']}>
              {t('transfer.import.selected', [number(chosen), number(rows.length)])}
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function LeftOut({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null;
  return (
    <section class={css['form']} aria-label={t('transfer.import.notes.title')}>
      <h3>{t('transfer.import.notes.title')}</h3>
      <ul class={css['notes']}>
        {notes.map((note, at) => (
          <li key={at}>{noteWords(note)}</li>
        ))}
      </ul>
    </section>
  );
}
