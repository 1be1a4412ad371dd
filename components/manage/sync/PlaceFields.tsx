import { Select, t } from '../../ui';
import { AccessFields } from './AccessFields';
import { FolderField } from './FolderField';
import { useSync } from './SyncTools';
import type { PlaceDraft } from './usePlace';

export interface PlaceFieldsProps {
  readonly place: PlaceDraft;
  /** The only address that the administrator allows, or null. */
  readonly fixedAddress?: string | null;
  readonly onEdit: () => void;
}

/** Fields for the storage: a WebDAV folder, a folder on this machine, or the browser's account. */
export function PlaceFields({ place, fixedAddress = null, onEdit }: PlaceFieldsProps) {
  const { folder } = useSync();
  const { kind } = place;
  const options = [
    { value: 'webdav' as const, label: t('sync.place.webdav') },
    ...(folder.canChoose ? [{ value: 'folder' as const, label: t('sync.place.folder') }] : []),
    { value: 'browser' as const, label: t('sync.place.browser') },
  ];
  return (
    <>
      {fixedAddress === null && (
        <Select
          label={t('sync.place.label')}
          value={kind.value}
          options={options}
          onChange={(chosen) => {
            kind.value = chosen;
            onEdit();
          }}
        />
      )}
      {kind.value === 'webdav' && (
        <AccessFields access={place.access} fixedAddress={fixedAddress} onEdit={onEdit} />
      )}
      {kind.value === 'folder' && <FolderField folder={place.folder} onEdit={onEdit} />}
    </>
  );
}
