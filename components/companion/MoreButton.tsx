import type { Refusal } from './stores';
import { Button, t, useAction } from '../ui';
import { FormProblem } from './FormProblem';
import { refusalMessage } from './refusalMessage';

export interface MoreButtonProps {
  /** The cursor of the next page. Without a cursor, no button is rendered. */
  readonly next: string | null;
  readonly load: () => Promise<Refusal | null>;
}

/** A button that appends the next page of a list to the shown rows. */
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
