import type { EntrySummary } from '../../lib/vault';
import { errorWords, Menu, t, useToast } from '../ui';
import { usePopup } from './PopupContext';
import type { Fill } from './useFill';

export interface RowMenuProps {
  readonly entry: EntrySummary;
  readonly use: () => Promise<void>;
  readonly fill: Fill;
}

/** Everything else that can be done with an account. */
export function RowMenu({ entry, use, fill }: RowMenuProps) {
  const { accounts, site, open } = usePopup();
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
        ...(site.site.value
          ? [
              {
                label: t('popup.fill.here'),
                icon: 'fill' as const,
                onSelect: () => void fill.fill(entry),
              },
            ]
          : []),
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
