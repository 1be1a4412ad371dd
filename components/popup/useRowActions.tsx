import type { EntrySummary } from '../../lib/vault';
import { useToast } from '../ui';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';
import { useFill } from './useFill';
import type { Row } from './useRow';

/** What a row can ask for that shows a dialog: `dialog` is to be drawn outside of the rows, which come and go. */
export function useRowActions() {
  const { site, leave, backupCodes } = usePopup();
  const toast = useToast();
  const { dialog, open } = useDialog();
  const fill = useFill({ open, say: (text) => toast({ text }) });

  return {
    dialog,
    /** Fills in the code of an account; its row copies it where the page doesn't take it. */
    fill: (entry: EntrySummary, row: Pick<Row, 'use'>): void =>
      fill({
        entry,
        put: (again) => site.fill(entry, again),
        onFilled: leave,
        copy: row.use,
      }),
    /** The backup codes of an account; `grab` looks for them on the page in front first. */
    showBackupCodes: (entry: EntrySummary, grab: boolean): void =>
      open(async (close) => {
        const [{ BackupCodesDialog }, tools] = await Promise.all([
          import('./BackupCodesDialog'),
          backupCodes(),
        ]);
        return <BackupCodesDialog entry={entry} tools={tools} grab={grab} onClose={close} />;
      }),
  };
}

export type RowActions = ReturnType<typeof useRowActions>;
