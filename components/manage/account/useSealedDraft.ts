import { effect, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
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
  useEffect(() => {
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
      const stopSealing = effect(() => keep(typed.value));
      // If another page replaced the vault key, the earlier draft can't be decrypted. Encrypts the input again.
      const unsubscribe = vault.subscribe(() => {
        if (Object.keys(typed.peek()).length > 0) void draft.keep(typed.peek());
      });
      stop = () => {
        stopSealing();
        unsubscribe();
      };
    };
    void begin();
    return () => {
      left = true;
      stop();
    };
  }, []);
  return restored;
}
