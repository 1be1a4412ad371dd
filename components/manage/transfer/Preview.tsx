import { AppError } from '../../../lib/errors';
import type { ImportNote } from '../../../lib/transfer';
import type { ImportStore } from '../../stores/createImportStore';
import type { ImportPreview } from '../../stores/ImportState';
import { isChosen } from '../../../lib/authenticator/import';
import { Banner, Button, Checkbox, errorMessage, plural, t, useAction } from '../../ui';
import { AllConflicts } from './AllConflicts';
import { isWarning, noteWords } from './noteWords';
import { PreviewRow } from './PreviewRow';
import css from './Transfer.module.css';

export interface PreviewProps {
  readonly store: ImportStore;
  readonly preview: ImportPreview;
  /** Imports the selected accounts. */
  readonly onSave: () => Promise<void>;
}

/** Lists every account that was read, with a check box, and every unreadable row, with the reason. */
export function Preview({ store, preview, onSave }: PreviewProps) {
  const { busy, failure, run } = useAction();
  const { rows, unreadable, notes, missing } = preview;
  const chosen = rows.filter(isChosen).length;

  return (
    <div class={css['form']}>
      <h2>{plural('transfer.import.found', rows.length)}</h2>
      {missing > 0 && <Banner tone="warning">{plural('transfer.import.missing', missing)}</Banner>}
      {notes.filter(isWarning).map((note) => (
        <Banner key={note.code} tone="warning">
          {noteWords(note)}
        </Banner>
      ))}
      {rows.length > 1 && (
        <Checkbox
          label={t('transfer.import.all')}
          checked={chosen === rows.length}
          indeterminate={chosen > 0 && chosen < rows.length}
          onChange={(on) => store.chooseAll(on)}
        />
      )}
      <AllConflicts rows={rows} store={store} />
      <ul class={css['rows']}>
        {rows.map((row) => (
          <PreviewRow key={row.id} row={row} store={store} />
        ))}
      </ul>
      {unreadable.length > 0 && (
        <section class={css['form']} aria-label={t('transfer.import.unreadable')}>
          <h3>{plural('transfer.import.notRead', unreadable.length)}</h3>
          <ul class={css['rows']}>
            {unreadable.map(({ name, reason, facts }, index) => (
              <li key={`${name} ${index}`} class={css['names']}>
                <strong>{name || t('transfer.nameless')}</strong>
                <span>{errorMessage(new AppError(reason, facts))}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LeftOut notes={notes.filter((note) => !isWarning(note))} />
      {failure && <Banner tone="danger">{failure}</Banner>}
      <div class={css['buttons']}>
        <Button
          variant="primary"
          busy={busy}
          disabled={chosen === 0}
          onClick={() => void run(onSave)}
        >
          {plural('transfer.import.save', chosen)}
        </Button>
        <Button onClick={() => store.cancel()}>{t('transfer.cancel')}</Button>
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
