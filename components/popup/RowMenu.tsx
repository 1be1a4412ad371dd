import type { EntrySummary } from '../../lib/vault';
import { errorMessage, Menu, t, useToast } from '../ui';
import { usePopup } from './PopupContext';
import type { Row } from './useRow';
import type { RowActions } from './useRowActions';

export interface RowMenuProps {
  readonly entry: EntrySummary;
  readonly row: Row;
  readonly acts: RowActions;
}

/** The menu with all other actions for an account. */
export function RowMenu({ entry, row, acts }: RowMenuProps) {
  const { accounts, preferences, site, open } = usePopup();
  const toast = useToast();
  const name = entry.issuer || entry.account;

  async function remove(): Promise<void> {
    try {
      const undo = await accounts.remove([entry.id]);
      toast({ text: t('popup.deleted', [name]), undo });
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  }

  return (
    <Menu
      label={t('popup.more', [name])}
      // The menu shows the full name, because the row truncates long names.
      head={[entry.issuer, entry.account].filter(Boolean)}
      items={() => [
        { label: t('popup.copy'), icon: 'copy', onSelect: () => void row.use() },
        ...(site.site.value
          ? [
              {
                label: t('popup.fill.here'),
                icon: 'fill' as const,
                onSelect: () => acts.fill(entry, row),
              },
            ]
          : []),
        ...(entry.backupCodesTotal > 0
          ? [
              {
                label: t('popup.backup.show'),
                icon: 'ticket' as const,
                onSelect: () => acts.showBackupCodes(entry, false),
              },
            ]
          : []),
        ...(site.site.value
          ? [
              {
                label: t('popup.backup.grab'),
                icon: 'scan' as const,
                onSelect: () => acts.showBackupCodes(entry, true),
              },
            ]
          : []),
        {
          label: entry.pinned ? t('popup.unpin') : t('popup.pin'),
          icon: 'pin',
          onSelect: () => void accounts.pin(entry),
        },
        { label: t('popup.details'), icon: 'edit', onSelect: () => open(`#/account/${entry.id}`) },
        ...(preferences.policy.value.allowExport
          ? [
              {
                label: t('manage.account.qr'),
                icon: 'qr' as const,
                onSelect: () => open(`#/account/${entry.id}/qr`),
              },
            ]
          : []),
        { label: t('popup.delete'), icon: 'trash', onSelect: () => void remove() },
      ]}
    />
  );
}
