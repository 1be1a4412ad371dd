import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { consumeEscape } from './consumeEscape';
import { cx } from './cx';
import css from './Modal.module.css';
import { firstStop } from './firstStop';
import { IconButton } from './IconButton';
import { t } from './words';

export interface ModalProps {
  readonly title: string;
  /** Whether the content needs two columns. */
  readonly wide?: boolean;
  /** Whether the dialog is as wide as the window, for a picture with details. */
  readonly full?: boolean;
  /** Called on Esc and on a click on the close button. */
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Buttons at the bottom, which are always visible. The primary button is last. */
  readonly actions?: ComponentChildren;
  /** A dialog that was opened from this dialog. */
  readonly above?: ComponentChildren;
}

/** Whether no other modal dialog is above this one. Open modal dialogs are stacked in document order. */
const isTopmost = (dialog: Element | null): boolean =>
  [...document.querySelectorAll('dialog:modal')].at(-1) === dialog;

/**
 * A native modal dialog that is open while it is rendered. Traps the focus, and returns the focus on close. Esc
 * closes the dialog. The key is handled on keydown, because the browser's default action would also close the
 * popup.
 */
export function Modal({
  title,
  wide = false,
  full = false,
  onClose,
  children,
  actions,
  above,
}: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Doesn't scroll to a field further down, because the user reads the dialog from its beginning.
    if (opened) firstStop(opened, foot.current).focus({ preventScroll: true });
    // Closes the dialog while it is still in the document, so that the focus returns to the previous element.
    return () => opened?.close();
  }, []);
  // If a step of the dialog removed the focused element, moves the focus to another element of the dialog.
  useLayoutEffect(() => {
    if (dialog.current && document.activeElement === document.body)
      firstStop(dialog.current, foot.current).focus({ preventScroll: true });
  });
  // Listens before the first paint, because the browser would close the popup on an Esc that isn't handled.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!isTopmost(dialog.current)) return;
      consumeEscape(event);
      onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the controls inside
    <dialog
      ref={dialog}
      tabIndex={-1}
      class={cx(css['dialog'], wide && css['wide'], full && css['full'])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDownCapture={(event) => {
        // Ignores repeated Enter, so that holding the key that opened the dialog doesn't confirm it.
        if (event.key === 'Enter' && event.repeat && !isMultiline(event.target))
          event.preventDefault();
      }}
    >
      <div class={css['header']}>
        <h2 id={id}>{withAddresses(title)}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
      </div>
      <div class={css['body']}>{children}</div>
      {actions && (
        <div ref={foot} class={css['actions']}>
          {actions}
        </div>
      )}
      {above}
    </dialog>
  );
}

const isMultiline = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement;

/** Marks the addresses in a title, such as user@example.com, because an added hyphen would change them. */
const withAddresses = (title: string): ComponentChildren =>
  title.split(/(\S*@\S*)/).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={at} class={css['address']}>
        {part}
      </span>
    ),
  );
