import { useSignal } from '@preact/signals';
import { errorMessage } from './errorMessage';

/** An action that runs once at a time, with its progress and last failure. */
export interface Action<Args extends unknown[], Failure> {
  readonly busy: boolean;
  /** Undefined before the first run, during a run and after a success. */
  readonly failure: Failure | undefined;
  /** Resolves with whether it succeeded. A call during another run does nothing and resolves with false. */
  readonly run: (...args: Args) => Promise<boolean>;
  /** Clears the last failure. */
  readonly clear: () => void;
}

type Work = () => Promise<unknown>;

const attempt = (work: Work) => work().then(() => null, errorMessage);

/** Runs any work. A failure is the message of what it threw. */
export function useAction(): Action<[work: Work], string>;
/** Runs `act`, which resolves with its failure or null. Rethrows its errors. */
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
