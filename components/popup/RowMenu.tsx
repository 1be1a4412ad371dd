import type { EntrySummary } from '../../lib/vault';
import { errorWords, Menu, t, useToast } from '../ui';
import { usePopup } from './PopupContext';

export interface RowMenuProps {
  readonly entry: EntrySummary;
  readonly use: () => Promise<void>;
}

/** Everything else that can be done with an account. */
export function RowMenu({ entry, use }: RowMenuProps) {
  const { accounts, open } = usePopup();
  const toast = useToast();
  const name = entry.issuer || entry.account;

  async function remove(): Promise<void> {
    try {
      const undo = await accounts.remove([entry.id]);
      toast({ text: t('popup.deleted', [name]), undo: () => void undo() });
    } catch (error) {
      toast({ text: errorWords(error) });
    }
  }

  return (
    <Menu
      label={t('popup.more', [name])}
      items={[
        { label: t('popup.copy'), icon: 'copy', onSelect: () => void use() },
        {
          label: entry.pinned ? t('popup.unpin') : t('popup.pin'),
          icon: 'pin',
          onSelect: () => void accounts.pin(entry),
        },
        { label: t('popup.details'), icon: 'edit', onSelect: () => open(`#/account/${entry.id}`) },
        { label: t('popup.delete'), icon: 'trash', danger: true, onSelect: () => void remove() },
      ]}
    />
  );
}
