import type { EntrySummary } from '../../lib/vault';
import { useToast } from '../ui';
import { usePopup } from './PopupContext';
import { useDialog } from './useDialog';
import { useFill } from './useFill';

/** What a row can ask for that shows a dialog: `dialog` is to be drawn outside of the rows, which come and go. */
export function useRowActs() {
  const { site, leave, backupCodes } = usePopup();
  const toast = useToast();
  const { dialog, open } = useDialog();
  const fill = useFill({ open, say: (text) => toast({ text }) });

  return {
    dialog,
    fill: (entry: EntrySummary): void =>
      fill({ entry, put: () => site.fill(entry), onFilled: leave }),
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

export type RowActs = ReturnType<typeof useRowActs>;
