import { fromBase64url, toBase64url } from '../../crypto';
import { stored } from './stored';

/** The encrypted account that the user is typing in the popup. Kept in memory until the browser closes. */
export const typedAccount = {
  async read(): Promise<Uint8Array | null> {
    const sealed = await stored.typedAccount.read();
    return sealed === null ? null : fromBase64url(sealed);
  },
  write: (sealed: Uint8Array): Promise<void> => stored.typedAccount.write(toBase64url(sealed)),
  remove: (): Promise<void> => stored.typedAccount.remove(),
};
