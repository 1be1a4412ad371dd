import { browser } from 'wxt/browser';
import { syncStored } from '../../lib/authenticator/state';
import type { Authenticator } from './authenticator';

/**
 * Notifies the listener after every change of the vault or of the status of sync. Returns an unsubscribe function.
 */
export function followSync(
  { vault }: { readonly vault: Pick<Authenticator['vault'], 'subscribe'> },
  listener: () => void,
): () => void {
  const onStatus = (changes: Record<string, unknown>) => {
    if (syncStored.status.key in changes) listener();
  };
  browser.storage.session.onChanged.addListener(onStatus);
  const unsubscribe = vault.subscribe(listener);
  return () => {
    browser.storage.session.onChanged.removeListener(onStatus);
    unsubscribe();
  };
}
