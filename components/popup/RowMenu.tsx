import type { EntrySummary } from '../../lib/vault';
import { errorMessage, type IconName, Menu, type MenuItem, t, useToast } from '../ui';
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

  const tell = (work: () => Promise<void>) =>
    work().catch((error: unknown) => toast({ text: errorMessage(error) }));
  const remove = async () => {
    const undo = await accounts.remove([entry.id]);
    toast({ text: t('popup.deleted', [name]), undo });
  };

  /** The menu items that move the account past its neighbors. Other orders and filtered lists have none. */
  function moves(): readonly MenuItem[] {
    const shown = accounts.shown.value;
    const filtered = accounts.query.value !== '' || accounts.tag.value !== '';
    if (preferences.values.value.order !== 'manual' || filtered) return [];
    const at = shown.findIndex(({ id }) => id === entry.id);
    const group = (one: EntrySummary) => `${one.pinned} ${accounts.ofSite.value.has(one.id)}`;
    const past = (step: -1 | 1, label: string, icon: IconName): readonly MenuItem[] => {
      const other = shown[at + step];
      if (!other || group(other) !== group(entry)) return [];
      const move = () => accounts.move(entry.id, step < 0 ? 'before' : 'after', other.id);
      return [{ label, icon, onSelect: () => void tell(move) }];
    };
    return [
      ...past(-1, t('manage.accounts.up'), 'arrowUp'),
      ...past(1, t('manage.accounts.down'), 'arrowDown'),
    ];
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
          onSelect: () => void tell(() => accounts.pin(entry)),
        },
        ...moves(),
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
        { label: t('popup.delete'), icon: 'trash', onSelect: () => void tell(remove) },
      ]}
    />
  );
}
