import type { Signal } from '@preact/signals';
import { Banner, Button, t } from '../../ui';
import css from './Sync.module.css';
import { useSync } from './SyncTools';

export interface FolderFieldProps {
  /** Name of the chosen folder, or null. */
  readonly folder: Signal<string | null>;
  readonly onEdit: () => void;
}

/** Lets the user choose a folder on this machine. */
export function FolderField({ folder, onEdit }: FolderFieldProps) {
  const { folder: chosen } = useSync();
  if (!chosen.canChoose) return <Banner tone="warning">{t('sync.place.noFolder')}</Banner>;
  const choose = async () => {
    const name = await chosen.choose();
    if (name === null) return;
    folder.value = name;
    onEdit();
  };
  return (
    <div class={css['buttons']}>
      <Button onClick={() => void choose()}>{t('sync.place.choose')}</Button>
      {folder.value !== null && <output>{t('sync.place.chosen', [folder.value])}</output>}
    </div>
  );
}
