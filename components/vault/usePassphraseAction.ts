import { AppError } from '../../lib/errors';
import { errorMessage, useAction } from '../ui';

/** Why an action failed, and whether its cause is the passphrase. */
interface Failure {
  readonly text: string;
  readonly isWrongPassphrase: boolean;
}

const failureOf = (error: unknown): Failure => ({
  text: errorMessage(error),
  isWrongPassphrase: error instanceof AppError && error.code === 'vault/wrong-passphrase',
});

/** An action of a form that asks for a passphrase. A wrong passphrase is reported at its field. */
export interface PassphraseAction {
  readonly busy: boolean;
  /** The error of the passphrase field. */
  readonly wrong: string | undefined;
  /** Any other failure. */
  readonly failure: string | undefined;
  /** Runs the action. Resolves with whether it succeeded. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  /** Clears the last failure. */
  readonly clear: () => void;
}

export function usePassphraseAction(): PassphraseAction {
  const action = useAction((work: () => Promise<unknown>) => work().then(() => null, failureOf));
  const { busy, failure, run, clear } = action;
  return {
    busy,
    run,
    clear,
    wrong: failure?.isWrongPassphrase ? failure.text : undefined,
    failure: failure?.isWrongPassphrase ? undefined : failure?.text,
  };
}
