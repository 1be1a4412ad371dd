import type { LeaveQuestion } from './LeaveDialog';
import { Modal, type ModalProps } from './Modal';
import { useLeaving } from './useLeaving';

export interface DialogProps extends Omit<ModalProps, 'above'> {
  /** Set if closing would lose work: Esc and the close button ask this first. */
  readonly leaving?: LeaveQuestion | undefined;
}

/**
 * A modal dialog, open while it is rendered. The owner stops rendering it when `onClose` is called.
 */
export function Dialog({ leaving, onClose, ...modal }: DialogProps) {
  const { close, dialog } = useLeaving(leaving, onClose);
  return <Modal {...modal} onClose={close} above={dialog} />;
}
