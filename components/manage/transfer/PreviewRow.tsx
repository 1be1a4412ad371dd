import { type ImportStore, isConflict } from '../../stores/createImportStore';
import type { ImportRow } from '../../stores/ImportState';
import { isChosen, isReady, selected } from '../../../lib/authenticator/import';
import { PinField } from '../../scan';
import { Checkbox, cx, InlineFacts, Select, t } from '../../ui';
import { accountName } from './accountName';
import { choices } from './choices';
import { factsOf } from './factsOf';
import css from './Transfer.module.css';

export interface PreviewRowProps {
  readonly row: ImportRow;
  readonly store: Pick<ImportStore, 'choose' | 'setPin'>;
  /** Whether to name the app that exported the account. True if the accounts are from several apps. */
  readonly showApp: boolean;
  /** Whether to mark new accounts. True if some accounts aren't new. */
  readonly showNew: boolean;
}

/** One account of a file. If the vault already has the account, asks what to do. */
export function PreviewRow({ row, store, showApp, showNew }: PreviewRowProps) {
  const { id, account, known, choice } = row;
  return (
    <>
      <div class={css['pair']}>
        {isConflict(row) ? (
          <Names row={row} showApp={showApp} />
        ) : (
          <Checkbox
            label={<Names row={row} showApp={showApp} />}
            checked={isChosen(row)}
            disabled={!isReady(row)}
            onChange={(on) => store.choose(id, on ? selected(row) : 'skip')}
          />
        )}
        {(showNew || known || row.repeats !== null) && <Mark known={known} repeats={row.repeats} />}
      </div>
      {isConflict(row) && (
        <Select
          label={t('scan.knownChoice', [accountName(account)])}
          labelHidden
          value={choice}
          options={choices()}
          onChange={(chosen) => store.choose(id, chosen)}
        />
      )}
      <PinField candidate={row} onPin={(pin) => store.setPin(id, pin)} />
    </>
  );
}

const Names = ({ row, showApp }: Pick<PreviewRowProps, 'row' | 'showApp'>) => (
  <span class={css['names']}>
    <strong>{accountName(row.account)}</strong>
    <span>
      <InlineFacts of={factsOf(row, showApp)} />
    </span>
  </span>
);

const marks = {
  none: () => ({ look: css['new'], words: t('transfer.import.new') }),
  secret: () => ({ look: '', words: t('transfer.import.same') }),
  settings: () => ({ look: css['conflict'], words: t('transfer.import.otherSettings') }),
  names: () => ({ look: css['conflict'], words: t('transfer.import.conflict') }),
};

interface MarkProps {
  readonly known: ImportRow['known'];
  readonly repeats: string | null;
}

function Mark({ known, repeats }: MarkProps) {
  const same = known?.same ?? 'none';
  if (repeats !== null && same === 'none')
    return (
      <span class={css['mark']}>
        {t('transfer.import.repeats', [repeats || t('transfer.nameless')])}
      </span>
    );
  const { look, words } = marks[same]();
  return (
    <span class={cx(css['mark'], known?.lacks ? css['new'] : look)}>
      <InlineFacts of={[words, ...addedBy(known)]} />
    </span>
  );
}

/** Returns what an account adds to the saved one. */
const addedBy = (known: ImportRow['known']): readonly string[] => {
  const { tags = [], hosts = [], pinned } = known?.lacks ?? {};
  const favorite = pinned ? [t('transfer.import.columns.roles.favorite')] : [];
  return [...favorite, ...tags, ...hosts].map((label) => `+ ${label}`);
};
