import type { ActiveSite, FillOutcome } from '../../lib/platform';
import type { EntrySummary } from '../../lib/vault';
import { isFilled } from '../../lib/authenticator/fill';
import { errorMessage } from '../ui';
import { fillMessages } from '../messages';
import { usePopup } from './PopupContext';
import type { LoadDialog } from './useDialog';

export interface FillTools {
  /** Opens the dialog that asks back. */
  readonly open: (load: LoadDialog) => void;
  /** Tells what came of it. */
  readonly say: (text: string) => void;
}

/** What is to be put into the page in front. */
export interface Filling {
  readonly entry: EntrySummary;
  readonly put: () => Promise<FillOutcome>;
  /** Called once it is in the page. */
  readonly onFilled: () => void;
}

/** Filling as a person asks for it: at once on a bound site that is secure, and elsewhere only after being asked back. */
export function useFill({ open, say }: FillTools) {
  const { accounts, site } = usePopup();

  /** Beside a page another one can come in front at any time: what was allowed for one is not for the next. */
  const putAt = async (here: ActiveSite | null, { entry, put }: Filling, bindFirst: boolean) => {
    const moved = () => site.site.value !== here;
    if (moved()) return 'elsewhere';
    if (bindFirst) await site.bind(entry.id);
    return moved() ? 'elsewhere' : put();
  };

  async function fillNow(
    here: ActiveSite | null,
    filling: Filling,
    bindFirst = false,
  ): Promise<void> {
    try {
      const outcome = await putAt(here, filling, bindFirst);
      say(fillMessages[outcome]());
      if (isFilled(outcome)) filling.onFilled();
    } catch (error) {
      say(errorMessage(error));
    }
  }

  return (filling: Filling): void => {
    const here = site.site.value;
    const bound = accounts.ofSite.value.has(filling.entry.id);
    if (bound && here?.secure) void fillNow(here, filling);
    else
      open(async (close) => {
        const { FillDialog } = await import('./FillDialog');
        const answer = (bindFirst: boolean) => {
          close();
          void fillNow(here, filling, bindFirst);
        };
        return (
          <FillDialog
            entry={filling.entry}
            bound={bound}
            host={here?.host ?? ''}
            secure={here?.secure ?? true}
            onAnswer={answer}
            onClose={close}
          />
        );
      });
  };
}
