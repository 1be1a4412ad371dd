import type { LeaveQuestion } from './LeaveDialog';
import { Modal, type ModalProps } from './Modal';
import { useLeaving } from './useLeaving';

export interface DialogProps extends Omit<ModalProps, 'above'> {
  /** The dialog holds work that closing would lose: Esc and the cross ask this first. */
  readonly leaving?: LeaveQuestion | undefined;
}

/** A modal dialog, open while it is drawn: its owner stops drawing it when `onClose` is called. */
export function Dialog({ leaving, onClose, ...modal }: DialogProps) {
  const { close, dialog } = useLeaving(leaving, onClose);
  return <Modal {...modal} onClose={close} above={dialog} />;
}
