import type { ActiveSite } from '../../lib/platform';
import { type FillAttempt, isFilled } from '../../lib/authenticator/fill';
import type { EntrySummary } from '../../lib/vault';
import { errorMessage } from '../ui';
import { fillMessages } from '../messages';
import { usePopup } from './PopupContext';
import type { LoadDialog } from './useDialog';

export interface FillTools {
  /** Opens a dialog. */
  readonly open: (load: LoadDialog) => void;
  /** Shows a message. */
  readonly say: (text: string) => void;
}

/** A code to fill into the active page. */
export interface Filling {
  readonly entry: EntrySummary;
  /** Fills the code. With `again`, fills even a code that was already filled. */
  readonly put: (again: boolean) => Promise<FillAttempt>;
  /** Called once the code is in the page. */
  readonly onFilled: () => void;
  /** Copies the code. If the page rejects the filled code, a dialog offers this action. */
  readonly copy?: () => Promise<void>;
}

/**
 * Returns a function that fills a code into the active page. On a linked and secure site, fills immediately. On
 * all other sites, asks the user first.
 */
export function useFill({ open, say }: FillTools) {
  const { site } = usePopup();

  /**
   * Fills the code if `here` is still the active page. In a side panel, the active page can change at any time,
   * and a confirmation for one page doesn't apply to the next.
   */
  const putAt = async (
    here: ActiveSite | null,
    { entry, put }: Filling,
    { bindFirst = false, again = false },
  ): Promise<FillAttempt> => {
    const moved = () => site.site.value !== here;
    if (moved()) return { result: 'elsewhere' };
    if (bindFirst) await site.bind(entry.id);
    return moved() ? { result: 'elsewhere' } : put(again);
  };

  const fillAllowed = async (
    allowed: Promise<boolean>,
    here: ActiveSite | null,
    filling: Filling,
  ): Promise<void> => {
    try {
      if (await allowed) await fillNow(here, filling);
    } catch (error) {
      fail(error);
    }
  };

  const askAllowing = (here: ActiveSite | null, origin: string, filling: Filling) =>
    open(async (close) => {
      const { FrameDialog } = await import('./FrameDialog');
      const onAllow = () => {
        // Must be called synchronously in the click, because browsers ignore permission requests outside a user
        // gesture.
        void fillAllowed(site.allowFrame(origin), here, filling);
        close();
      };
      return <FrameDialog host={new URL(origin).host} onAllow={onAllow} onClose={close} />;
    });

  const askAgain = (here: ActiveSite | null, filling: Filling) =>
    open(async (close) => {
      const { UsedDialog } = await import('./UsedDialog');
      const onFill = (again: boolean) => {
        close();
        void fillNow(here, filling, { again });
      };
      return <UsedDialog entry={filling.entry} onFill={onFill} onClose={close} />;
    });

  const offerCopy = (copy: () => Promise<void>) =>
    open(async (close) => {
      const { RefusedDialog } = await import('./RefusedDialog');
      const onCopy = () => {
        close();
        void copy();
      };
      return <RefusedDialog onCopy={onCopy} onClose={close} />;
    });

  const fail = (error: unknown) => say(errorMessage(error));

  async function fillNow(
    here: ActiveSite | null,
    filling: Filling,
    options: { readonly bindFirst?: boolean; readonly again?: boolean } = {},
  ): Promise<void> {
    try {
      const { result, origin } = await putAt(here, filling, options);
      if (result === 'used') askAgain(here, filling);
      else if (result === 'frame' && origin) askAllowing(here, origin, filling);
      else if (result === 'refused' && filling.copy) offerCopy(filling.copy);
      else say(fillMessages[result]());
      if (isFilled(result)) filling.onFilled();
    } catch (error) {
      fail(error);
    }
  }

  const askHere = (here: ActiveSite | null, bound: boolean, filling: Filling) =>
    open(async (close) => {
      const { FillDialog } = await import('./FillDialog');
      const answer = (bindFirst: boolean) => {
        close();
        void fillNow(here, filling, { bindFirst });
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

  const start = async (filling: Filling): Promise<void> => {
    const here = site.site.value;
    const bound = await site.isLinked(filling.entry);
    if (here?.secure && (bound || (await site.frameFor(filling.entry))))
      await fillNow(here, filling);
    else askHere(here, bound, filling);
  };

  return (filling: Filling): void => void start(filling).catch(fail);
}
