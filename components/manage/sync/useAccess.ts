import type { WebdavPlace } from '../../../lib/authenticator/sync';
import { AppError } from '../../../lib/errors';
import { useSync } from './SyncTools';

/**
 * Returns a function that requests the permission for an address. The function must be called first in a click
 * handler, because browsers ignore requests outside a user gesture. The function throws `sync/bad-address`,
 * `sync/insecure` or `sync/no-permission`.
 */
export function useAccess(): (address: string) => Promise<void> {
  const { allow } = useSync();
  return async (address) => {
    if (!URL.canParse(address.trim())) throw new AppError('sync/bad-address');
    const { protocol, hostname } = new URL(address.trim());
    const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    if (!/^https?:$/.test(protocol)) throw new AppError('sync/bad-address');
    if (protocol === 'http:' && !isLoopback) throw new AppError('sync/insecure');
    if (!(await allow(address.trim()))) throw new AppError('sync/no-permission');
  };
}

export const placeFrom = (access: Omit<WebdavPlace, 'kind'>): WebdavPlace => ({
  kind: 'webdav',
  ...access,
  address: access.address.trim(),
});
