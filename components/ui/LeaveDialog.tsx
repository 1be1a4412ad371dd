import { Button } from './Button';
import { Modal } from './Modal';
import { t } from './words';

/** What is asked before work is lost. */
export interface LeaveQuestion {
  readonly title: string;
  /** What would be lost. */
  readonly text: string;
  /** The words of the button that goes back to the work. */
  readonly stay: string;
  /** The words of the button that throws it away. */
  readonly leave: string;
}

/** The question for what was typed into a form and not saved. */
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

/** Asks before work is lost; going back to it is the answer at hand. */
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
