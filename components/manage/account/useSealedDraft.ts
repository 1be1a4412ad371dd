import { effect, type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';

/**
 * Encrypts unsaved fields under a name as the user types, and restores them when the page is shown again after a lock.
 * Returns a signal that tells whether fields were restored.
 */
export function useSealedDraft<T extends object>(
  name: string,
  typed: Signal<Partial<T>>,
): Signal<boolean> {
  const { draftOf } = useAccount();
  const { vault } = useManage();
  const restored = useSignal(false);
  // Doesn't wait for a paint, so that no input is missed.
  useLayoutEffect(() => {
    const draft = draftOf<Partial<T>>(name);
    let stop = (): void => undefined;
    let left = false;
    const keep = (fields: Partial<T>) =>
      Object.keys(fields).length > 0 ? void draft.keep(fields) : draft.drop();
    const begin = async () => {
      const kept = await draft.read();
      if (left) return;
      if (kept) {
        typed.value = { ...kept, ...typed.peek() };
        restored.value = true;
      }
      // Lives as long as the signal, because a save that finishes after the page is left must drop the draft.
      effect(() => keep(typed.value));
      // If another page replaced the vault key, the earlier draft can't be decrypted. Encrypts the input again.
      stop = vault.subscribe(() => {
        if (Object.keys(typed.peek()).length > 0) void draft.keep(typed.peek());
      });
    };
    void begin();
    return () => {
      left = true;
      stop();
    };
  }, []);
  return restored;
}
