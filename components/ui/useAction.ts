import { useSignal } from '@preact/signals';
import { errorMessage } from './errorMessage';

/** An action with its progress and last failure. Only one run is active at a time. */
export interface Action<Args extends unknown[], Failure> {
  readonly busy: boolean;
  /** The last failure. Undefined before the first run, during a run and after a success. */
  readonly failure: Failure | undefined;
  /**
   * Runs the action. Resolves with whether it succeeded. During another run, does nothing and resolves with
   * false.
   */
  readonly run: (...args: Args) => Promise<boolean>;
  /** Clears the last failure. */
  readonly clear: () => void;
}

type Work = () => Promise<unknown>;

const attempt = (work: Work) => work().then(() => null, errorMessage);

/** Runs any work. If the work throws, the failure is the error's message. */
export function useAction(): Action<[work: Work], string>;
/** Runs `act`, which resolves with its failure or null. Rethrows the errors of `act`. */
export function useAction<Args extends unknown[], Failure>(
  act: (...args: Args) => Promise<Failure | null>,
): Action<Args, Failure>;
export function useAction(
  act: (...args: never[]) => Promise<unknown> = attempt,
): Action<never[], unknown> {
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  return {
    get busy() {
      return busy.value;
    },
    get failure() {
      return failure.value;
    },
    clear: () => (failure.value = undefined),
    async run(...args) {
      if (busy.value) return false;
      busy.value = true;
      failure.value = undefined;
      try {
        failure.value = (await act(...args)) ?? undefined;
      } finally {
        busy.value = false;
      }
      return failure.value === undefined;
    },
  };
}
