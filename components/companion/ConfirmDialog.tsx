import type { ComponentChildren } from 'preact';
import type { Refusal } from './stores';
import { Button, Dialog, t, useToast, useAction } from '../ui';
import css from './ConfirmDialog.module.css';
import { FormProblem } from './FormProblem';
import { refusalMessage } from './refusalMessage';

export interface ConfirmDialogProps {
  readonly title: string;
  /** The consequences of the action. */
  readonly children: ComponentChildren;
  /** The label of the button that confirms. */
  readonly confirm: string;
  readonly act: () => Promise<Refusal | null>;
  /** The message to show after success. Absent if the page itself shows the success. */
  readonly done?: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
}

/** Asks before an action that can't be undone or that affects other people. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const say = useToast();
  const action = useAction(props.act);
  const confirm = async () => {
    if (!(await action.run())) return;
    props.onClose();
    if (props.done !== undefined) say({ text: props.done });
  };
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('companion.cancel')}</Button>
          <Button
            variant={props.danger ? 'danger' : 'primary'}
            busy={action.busy}
            onClick={() => void confirm()}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div class={css['text']}>{props.children}</div>
      {action.failure && <FormProblem text={refusalMessage(action.failure)} />}
    </Dialog>
  );
}
