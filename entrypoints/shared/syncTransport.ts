import { browser } from 'wxt/browser';
import { AppError } from '../../lib/errors';
import { readSyncPolicy } from '../../lib/authenticator/state';
import { originPermission } from '../../lib/platform';
import { folderOf } from '../../lib/platform/vault';
import type { SyncPlace, Transport } from '../../lib/sync';
import { browserSync, folder, webdav } from '../../lib/sync/transports';

/**
 * Opens the store of a place. Only the background connects to the store. Throws `sync/…`, for example
 * `sync/no-permission`.
 */
export async function syncTransport(place: SyncPlace): Promise<Transport> {
  if (!(await readSyncPolicy()).allowSync) throw new AppError('sync/forbidden-by-policy');
  switch (place.kind) {
    case 'browser':
      return browserSync(browser.storage.sync);
    case 'folder': {
      const handle = await folderOf('sync').handle();
      if (!handle) throw new AppError('sync/folder-gone');
      return folder(handle);
    }
    default: {
      // Creating the transport checks the address. This must happen before the permission for the address is
      // checked.
      const transport = webdav(place, {
        fetch: (input, init) => fetch(input, init),
        isOnline: () => navigator.onLine,
      });
      if (!(await originPermission.has(place.address))) throw new AppError('sync/no-permission');
      return transport;
    }
  }
}
