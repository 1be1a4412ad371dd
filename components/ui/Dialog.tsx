import type { LeaveQuestion } from './LeaveDialog';
import { Modal, type ModalProps } from './Modal';
import { useLeaving } from './useLeaving';

export interface DialogProps extends Omit<ModalProps, 'above'> {
  /** The question to ask on Esc or a click on the close button. Set only if closing would lose work. */
  readonly leaving?: LeaveQuestion | undefined;
}

/**
 * A modal dialog that is open while it is rendered. When `onClose` is called, the owner must stop rendering the
 * dialog.
 */
export function Dialog({ leaving, onClose, ...modal }: DialogProps) {
  const { close, dialog } = useLeaving(leaving, onClose);
  return <Modal {...modal} onClose={close} above={dialog} />;
}
