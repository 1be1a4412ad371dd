import { effect, type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import type { Typed } from './typedDetails';

/**
 * Seals the fields of an account while they are typed, and fills them in again when the page comes back after a
 * lock. The returned signal tells whether fields were filled in.
 */
export function useSealedDraft(id: string, typed: Signal<Partial<Typed>>): Signal<boolean> {
  const { draft: draftOf } = useAccount();
  const { vault } = useManage();
  const restored = useSignal(false);
  useEffect(() => {
    const draft = draftOf(id);
    let stop = (): void => undefined;
    let left = false;
    const keep = (fields: Partial<Typed>) =>
      Object.keys(fields).length > 0 ? void draft.keep(fields) : draft.drop();
    const begin = async () => {
      const kept = await draft.read();
      if (left) return;
      if (kept) {
        typed.value = { ...kept, ...typed.peek() };
        restored.value = true;
      }
      const stopSealing = effect(() => keep(typed.value));
      // Another page may have replaced the vault key, which opens no earlier draft.
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
