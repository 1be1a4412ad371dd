import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Banner } from './Banner';
import { Button } from './Button';
import type { DialogProps } from './Dialog';
import { Modal } from './Modal';
import css from './Modal.module.css';
import { useLeaving } from './useLeaving';
import { t } from './words';

export interface FormDialogProps extends Omit<DialogProps, 'actions'> {
  /** The label of the submit button. */
  readonly submit: string;
  /** Whether submitting is destructive. */
  readonly danger?: boolean;
  /** Whether there is nothing to submit yet. */
  readonly disabled?: boolean;
  readonly busy: boolean;
  /** The reason why submitting failed, if no field shows it. */
  readonly failure?: string | undefined;
  readonly onSubmit: () => void;
  /** Buttons between "Cancel" and the submit button. */
  readonly moreActions?: ComponentChildren;
}

/**
 * A dialog with one form. Enter submits the form. The buttons and the error stay visible while the form scrolls.
 */
export function FormDialog({
  submit,
  danger = false,
  disabled = false,
  busy,
  failure,
  onSubmit,
  moreActions,
  children,
  onClose,
  leaving,
  ...modal
}: FormDialogProps) {
  const id = useId();
  const { close, dialog } = useLeaving(leaving, onClose);
  return (
    <Modal
      {...modal}
      onClose={close}
      above={dialog}
      actions={
        <>
          {failure && (
            <div class={css['failure']}>
              <Banner tone="danger">{failure}</Banner>
            </div>
          )}
          <Button onClick={close}>{t('ui.cancel')}</Button>
          {moreActions}
          <Button
            type="submit"
            form={id}
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            disabled={disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        class={css['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !disabled) onSubmit();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}
