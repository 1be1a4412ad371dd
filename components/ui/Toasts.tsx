import { useSignal } from '@preact/signals';
import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { errorMessage } from './errorMessage';
import { Icon } from './Icon';
import css from './Toasts.module.css';
import { t } from './words';

export interface Toast {
  readonly text: string;
  /** Undoes the reported action. If undo fails, the error is shown. A toast with undo stays longer. */
  readonly undo?: () => Promise<unknown>;
}

const Show = createContext<(toast: Toast) => void>(() => undefined);

/** Returns a function that shows a toast in place of the previous toast. */
export const useToast = (): ((toast: Toast) => void) => useContext(Show);

export interface ToastsProps {
  readonly children: ComponentChildren;
  /** Whether to show no toast and drop the last toast, because a locked vault must not show names. */
  readonly silent?: boolean;
}

/**
 * Shows the toasts of its children, one at a time. Screen readers announce each toast politely. A toast never
 * takes the focus.
 */
export function Toasts({ children, silent = false }: ToastsProps) {
  const toast = useSignal<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const region = useRef<HTMLOutputElement>(null);
  const hide = () => (toast.value = null);
  const stayFor = (shown: Toast | null) => {
    clearTimeout(timer.current);
    if (shown) timer.current = setTimeout(hide, shown.undo ? 10_000 : 2_500);
  };
  const show = useCallback((next: Toast) => {
    toast.value = next;
    stayFor(next);
    // A popover is above an open dialog. Showing the popover again puts it above a dialog that was opened later.
    region.current?.hidePopover();
    region.current?.showPopover();
  }, []);
  useLayoutEffect(() => {
    if (silent) hide();
  }, [silent]);
  // Preact keeps the rendered tree until the next render, so the tree must not contain the text after a lock.
  const shown = silent ? null : toast.value;
  const fail = (error: unknown) => show({ text: errorMessage(error) });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Show.Provider value={show}>
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- being read keeps it, nothing is done by it */}
      <output
        ref={region}
        popover="manual"
        class={css['region']}
        onMouseEnter={() => clearTimeout(timer.current)}
        onMouseLeave={() => stayFor(toast.value)}
        onFocusCapture={() => clearTimeout(timer.current)}
        onBlurCapture={() => stayFor(toast.value)}
      >
        {shown && (
          <div class={css['toast']}>
            <Icon name="check" size={18} />
            <span>{shown.text}</span>
            {shown.undo && (
              <button
                type="button"
                class={css['undo']}
                onClick={() => {
                  toast.value?.undo?.().catch(fail);
                  hide();
                }}
              >
                {t('ui.undo')}
              </button>
            )}
          </div>
        )}
      </output>
    </Show.Provider>
  );
}
