import { Button } from './Button';
import { Modal } from './Modal';
import { t } from './words';

/** The texts of the question that is asked before work is lost. */
export interface LeaveQuestion {
  readonly title: string;
  /** A text that names the work that would be lost. */
  readonly text: string;
  /** The label of the button that returns to the work. */
  readonly stay: string;
  /** The label of the button that discards the work. */
  readonly leave: string;
}

/** Returns the question for unsaved input in a form. */
export const discardQuestion = (): LeaveQuestion => ({
  title: t('ui.discard.title'),
  text: t('ui.discard.text'),
  stay: t('ui.discard.stay'),
  leave: t('ui.discard.leave'),
});

export interface LeaveDialogProps {
  readonly question: LeaveQuestion;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before work is lost. The default button returns to the work. */
export const LeaveDialog = ({ question, onStay, onLeave }: LeaveDialogProps) => (
  <Modal
    title={question.title}
    onClose={onStay}
    actions={
      <>
        <Button onClick={onStay}>{question.stay}</Button>
        <Button variant="danger" onClick={onLeave}>
          {question.leave}
        </Button>
      </>
    }
  >
    <p>{question.text}</p>
  </Modal>
);
