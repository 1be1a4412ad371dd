import type { Refusal } from './stores';
import { Button, t, useAction } from '../ui';
import { FormProblem } from './FormProblem';
import { refusalMessage } from './refusalMessage';

export interface MoreButtonProps {
  /** Cursor of the next page. Without it, nothing is rendered. */
  readonly next: string | null;
  readonly load: () => Promise<Refusal | null>;
}

/** Loads the next page of a list below the present rows. */
export function MoreButton({ next, load }: MoreButtonProps) {
  const more = useAction(load);
  if (next === null) return null;
  return (
    <>
      {more.failure && <FormProblem text={refusalMessage(more.failure)} />}
      <div>
        <Button icon="chevronDown" busy={more.busy} onClick={() => void more.run()}>
          {t('companion.more')}
        </Button>
      </div>
    </>
  );
}
