import { utf8 } from '../../crypto';
import { AppError } from '../../errors';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Returns the folder's address with a trailing slash. Throws `sync/bad-address` if it isn't a web address,
 * and `sync/insecure` for plain http except to this machine.
 */
export function folderAddress(text: string): URL {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.hostname === '')
    throw new AppError('sync/bad-address');
  if (address.protocol === 'http:' && !loopback.test(address.hostname))
    throw new AppError('sync/insecure');
  // User and password have their own fields, because an address may end up in logs.
  address.username = '';
  address.password = '';
  address.search = '';
  address.hash = '';
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

/** Returns the Authorization header of RFC 7617, in UTF-8. */
export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${btoa(String.fromCodePoint(...utf8(`${user}:${password}`)))}`;
