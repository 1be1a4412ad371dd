import { useSignal, type Signal } from '@preact/signals';
import type { SyncPlace } from '../../../lib/authenticator/sync';
import { isComplete, type Access } from './AccessFields';
import { placeFrom, useAccess } from './useAccess';

/** The storage that the user is about to choose. */
export interface PlaceDraft {
  readonly kind: Signal<SyncPlace['kind']>;
  readonly access: Signal<Access>;
  /** Name of the chosen folder, or null. */
  readonly folder: Signal<string | null>;
  readonly isComplete: boolean;
  /**
   * Requests the permission that the storage needs, and returns the storage. Must be the first call in a click
   * handler. Throws `sync/bad-address`, `sync/insecure` or `sync/no-permission`.
   */
  readonly reach: () => Promise<SyncPlace>;
}

export function usePlace(fixedAddress: string | null = null): PlaceDraft {
  const kind = useSignal<SyncPlace['kind']>('webdav');
  const access = useSignal<Access>({ address: fixedAddress ?? '', user: '', password: '' });
  const folder = useSignal<string | null>(null);
  const allow = useAccess();
  const isReady = {
    webdav: () => isComplete(access.value),
    folder: () => folder.value !== null,
    browser: () => true,
  };
  return {
    kind,
    access,
    folder,
    isComplete: isReady[kind.value](),
    async reach() {
      if (kind.value === 'browser') return { kind: 'browser' };
      if (kind.value === 'folder') return { kind: 'folder', name: folder.value ?? '' };
      await allow(access.value.address);
      return placeFrom(access.value);
    },
  };
}
