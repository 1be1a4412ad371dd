import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { ScanStore } from '../stores/createScanStore';
import type { ScanState } from '../stores/ScanState';
import { errorMessage, plural, useToast } from '../ui';

export interface ScanActions {
  /** The message about a result that couldn't be saved, or an empty text. */
  readonly failure: Signal<string>;
  /** Ends the scan. Announces the number of saved accounts, with the undo. */
  readonly done: (saved: number, undo?: () => Promise<void>) => void;
  /** Runs a scan and saves a simple result, unless `unwanted` was set in the meantime. */
  readonly scan: (run: () => Promise<void>, unwanted?: RefObject<boolean>) => Promise<void>;
}

/** Whether a scan found exactly one new account, which has a name, and nothing to report or ask. */
function isSimple(state: ScanState): boolean {
  if (state.step !== 'found' || state.candidates.length !== 1) return false;
  const [only] = state.candidates;
  const { unreadable, batches, others, unread, incomplete, truncated } = state;
  return (
    only?.known === null &&
    !only.asksPin &&
    only.account.issuer !== '' &&
    unreadable.length + batches.length + others.length + incomplete.length + unread === 0 &&
    !truncated
  );
}

/** Returns the actions of a scan in the popup. */
export function useScan(store: ScanStore, showAccounts: () => void): ScanActions {
  const toast = useToast();
  const failure = useSignal('');
  const done: ScanActions['done'] = (saved, undo) => {
    if (saved > 0) toast({ text: plural('scan.saved', saved), ...(undo && { undo }) });
    showAccounts();
  };
  return {
    failure,
    done,
    // A simple result is saved immediately. The new code appears, and the toast offers undo.
    async scan(run, unwanted) {
      await run();
      if (unwanted?.current || !isSimple(store.state.value)) return;
      try {
        const { count, undo } = await store.save();
        done(count, undo);
      } catch (error) {
        failure.value = errorMessage(error);
      }
    },
  };
}
