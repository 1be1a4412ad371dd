import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useId, useRef } from 'preact/hooks';
import { cx } from './cx';
import css from './Dialog.module.css';
import { IconButton } from './IconButton';
import { t } from './words';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** For what needs two columns. */
  readonly wide?: boolean;
  /** As wide as the window: for a picture in which places are to be told apart. */
  readonly full?: boolean;
  /** Called on Esc and on the cross; the owner then sets `open` to false. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ComponentChildren;
}

/** A native modal dialog: traps the focus, closes on Esc and gives the focus back. */
export function Dialog({
  open,
  title,
  wide = false,
  full = false,
  onClose,
  children,
  actions,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class={cx(css['dialog'], wide && css['wide'], full && css['full'])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <>
          <div class={css['header']}>
            <h2 id={id}>{title}</h2>
            <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
          </div>
          <div class={css['body']}>{children}</div>
          {actions && <div class={css['actions']}>{actions}</div>}
        </>
      )}
    </dialog>
  );
}
