import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { EntrySummary } from '../../lib/vault';
import type { LiveCode } from '../stores/createCodes';
import { errorMessage, t, useToast } from '../ui';
import { useRevealed } from '../vault';
import { usePopup } from './PopupContext';

export interface Row {
  /** Whether a code that the preferences hide is visible now. */
  readonly revealed: ReadonlySignal<boolean>;
  /** The last requested HOTP code, or null before the first request. */
  readonly asked: ReadonlySignal<string | null>;
  /** Handles a click on the row. Copies the code, after requesting the first code of an HOTP account. */
  readonly use: () => Promise<void>;
  /** Requests the next HOTP code. Saves the counter before showing the code. */
  readonly advance: () => Promise<void>;
}

/** Returns the state and actions of one account in the list. */
export function useRow(entry: EntrySummary, live: LiveCode): Row {
  const { accounts, codes, copy } = usePopup();
  const toast = useToast();
  const revealed = useRevealed();
  const asked = useSignal<string | null>(null);

  const take = async (code: string, words: 'popup.copied' | 'popup.copiedNew') => {
    revealed.value = true;
    await copy(code);
    toast({ text: t(words, [entry.issuer || entry.account]) });
    await accounts.countUse(entry.id);
  };
  const telling = (act: () => Promise<void>) => async () => {
    try {
      await act();
    } catch (error) {
      toast({ text: errorMessage(error) });
    }
  };
  const askNext = async () => {
    const code = await codes.next(entry);
    if (code === null) return;
    asked.value = code;
    await take(code, 'popup.copiedNew');
  };
  return {
    revealed,
    asked,
    advance: telling(askNext),
    use: telling(async () => {
      if (entry.otp.kind !== 'hotp')
        await take(live.code.value || (await codes.take(entry)), 'popup.copied');
      else if (asked.value === null) await askNext();
      else await take(asked.value, 'popup.copied');
    }),
  };
}
