import { useSignal } from '@preact/signals';
import type { FillOutcome } from '../../lib/platform';
import type { EntrySummary } from '../../lib/vault';
import { errorWords, t, useToast } from '../ui';
import { usePopup } from './PopupContext';

const words: Record<FillOutcome, () => string> = {
  field: () => t('popup.fill.done'),
  boxes: () => t('popup.fill.done'),
  none: () => t('popup.fill.none'),
  elsewhere: () => t('popup.fill.elsewhere'),
  forbidden: () => t('errors.scan.forbiddenPage'),
};

/** Filling as a person asks for it: at once on a bound site, and elsewhere only after being asked back. */
export function useFill() {
  const { accounts, site, leave } = usePopup();
  const toast = useToast();
  const asking = useSignal<EntrySummary | null>(null);

  async function fillNow(entry: EntrySummary, bindFirst = false): Promise<void> {
    asking.value = null;
    try {
      if (bindFirst) await site.bind(entry.id);
      const outcome = await site.fill(entry);
      toast({ text: words[outcome]() });
      if (outcome === 'field' || outcome === 'boxes') leave();
    } catch (error) {
      toast({ text: errorWords(error) });
    }
  }

  return {
    /** The account that is not bound to this site and whose filling must be confirmed. */
    asking,
    fillNow,
    async fill(entry: EntrySummary): Promise<void> {
      if (accounts.ofSite.value.has(entry.id)) await fillNow(entry);
      else asking.value = entry;
    },
  };
}

export type Fill = ReturnType<typeof useFill>;
