import { readOwn, type HeadOf } from '../format/Head';
import type { Step } from './Step';

/**
 * # How the format gets a new version
 *
 * 1. Freeze the version that is there: copy `format/` into `migration/v1/` as readers (head, keys, record, pad),
 *    let `tests/unit/vault/vectors.test.ts` read `tests/vectors/vault/v1.json` by them, and never edit either.
 * 2. Change `format/` and raise `formatVersion`. Make vectors of the new version, in a file of their own.
 * 3. Write the step: the frozen readers, and `raise` from the content of a record to that of the next version.
 *    It must keep everything and be able to say whatever a released version could have written.
 * 4. Put it at the end of `steps`. There is a step for every version from the first to the last but one.
 *
 * What then happens at unlocking is in `migrate.ts`; the older version stays beside the new one until
 * `letGo.ts` lets it go. A version that older readers understand (`since` in its head) is not for this table:
 * its records stay where they are.
 */
export const steps: readonly Step[] = [];

/** The step that reads a head's text; none where it is of our own format, newer, or no head at all. */
export const stepFor = (text: string | null, known: readonly Step[]): Step | undefined =>
  known.find(({ from }) => text?.startsWith(`T${from}.`));

/** Reads a head of any version that there are readers for. Throws `vault/too-new`. */
export const headsBy =
  (known: readonly Step[]): HeadOf =>
  (text) =>
    stepFor(text, known)?.decodeHead(text ?? '') ?? readOwn(text);

/** The content of a record of an earlier version as our own format says it. */
export const raiseFrom = (
  version: number,
  content: Uint8Array,
  known: readonly Step[],
): Uint8Array =>
  known
    .filter(({ from }) => from >= version)
    .toSorted((a, b) => a.from - b.from)
    .reduce((raised, step) => step.raise(raised), content);
