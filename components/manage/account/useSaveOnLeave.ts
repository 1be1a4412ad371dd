import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '../../../lib/vault';
import { AppError } from '../../../lib/errors';
import { errorMessage, t, useToast } from '../../ui';
import { useManage } from '../ManageContext';
import { useAccount } from './AccountContext';
import { patchOf, textOf, type Typed } from './typedDetails';

export interface UnsavedDetails {
  readonly entry: Entry;
  /** The fields that were changed but not saved. */
  readonly typed: Signal<Partial<Typed>>;
}

/** Whether the vault was locked or the account deleted, so that nothing can be saved. */
const isGone = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'vault/locked' || error.code === 'vault/no-entry');

/** Whether there is input, and a name is left. */
const isSavable = ({ entry, typed }: UnsavedDetails): boolean => {
  const sent = typed.peek();
  const { issuer, account } = { ...textOf(entry), ...sent };
  return Object.keys(sent).length > 0 && (issuer + account).trim() !== '';
};

/**
 * Saves unsaved input when the form unmounts, with undo, so that a click on another section doesn't lose a note.
 * Before a delete, saves without a toast, so that the toast of the delete with its undo stays.
 * Input that can't be saved stays in its draft. If the tab itself closes, the browser asks.
 */
export function useSaveOnLeave(unsaved: UnsavedDetails): void {
  const account = useAccount();
  const { accounts, vault } = useManage();
  const toast = useToast();
  const draft = account.draftOf(unsaved.entry.id);
  const latest = useRef(unsaved);
  latest.current = unsaved;

  // Saves while the form unmounts. The cleanup of `useEffect` runs only after the next paint, and the vault may be
  // locked and unlocked again by then, so that input that the user discards would be saved.
  useLayoutEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (Object.keys(latest.current.typed.peek()).length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    // Input that couldn't be saved before the delete.
    let unsavable: Partial<Typed> | null = null;
    account.beforeDelete.current = async () => {
      if (!isSavable(latest.current)) return;
      const { typed } = latest.current;
      const sent = typed.peek();
      try {
        await account.store.change(({ otp }) => patchOf(sent, otp, account));
        if (typed.peek() === sent) typed.value = {};
      } catch {
        unsavable = sent;
      }
    };
    return () => {
      window.removeEventListener('beforeunload', ask);
      if (unsavable === latest.current.typed.peek() || !isSavable(latest.current)) return;
      const { entry, typed } = latest.current;
      const sent = typed.peek();
      const before = textOf(entry);
      const write = async (fields: Partial<Typed>) => {
        await vault.update(entry.id, ({ otp }) => patchOf(fields, otp, account));
        draft.drop();
        await accounts.reload();
      };
      const old = Object.fromEntries(
        Object.entries(before).filter(([name]) => name in sent),
      ) as Partial<Typed>;
      write(sent).then(
        () => toast({ text: t('manage.account.saved'), undo: () => write(old) }),
        (error: unknown) => {
          if (!isGone(error)) toast({ text: errorMessage(error) });
        },
      );
    };
  }, []);
}
