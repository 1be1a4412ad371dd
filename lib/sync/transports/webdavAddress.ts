import { utf8 } from '../../crypto';
import { AppError } from '../../errors';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The folder's address with a slash at its end. Throws `sync/bad-address` for what isn't a web address, and
 * `sync/insecure` for plain http, save to this very machine.
 */
export function folderAddress(text: string): URL {
  const address = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!address || !/^https?:$/.test(address.protocol) || address.hostname === '')
    throw new AppError('sync/bad-address');
  if (address.protocol === 'http:' && !loopback.test(address.hostname))
    throw new AppError('sync/insecure');
  // User and password have fields of their own: in an address they would end up in logs.
  address.username = '';
  address.password = '';
  address.search = '';
  address.hash = '';
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

/** The header of RFC 7617, in UTF-8. */
export const basicAuthorization = (user: string, password: string): string =>
  `Basic ${btoa(String.fromCodePoint(...utf8(`${user}:${password}`)))}`;
