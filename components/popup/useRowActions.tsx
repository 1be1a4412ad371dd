import type { EntrySummary } from '../../lib/vault';
import { useToast } from '../ui';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';
import { useFill } from './useFill';
import type { Row } from './useRow';

/**
 * Returns the row actions that show a dialog. Render the returned `dialog` outside the rows, because rows mount
 * and unmount.
 */
export function useRowActions() {
  const { site, leave, backupCodes } = usePopup();
  const toast = useToast();
  const { dialog, open } = useDialog();
  const fill = useFill({ open, say: (text) => toast({ text }) });

  return {
    dialog,
    /** Fills the code of an account. If the page doesn't keep the code, offers to copy the code. */
    fill: (entry: EntrySummary, row: Pick<Row, 'use'>): void =>
      fill({
        entry,
        put: (again) => site.fill(entry, again),
        onFilled: leave,
        copy: row.use,
      }),
    /** Shows the backup codes of an account. With `grab`, looks for codes on the active page first. */
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
