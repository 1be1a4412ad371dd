import { decodeCurrentHead, type HeadDecoder } from '../format/Head';
import type { FormatUpgrade } from './FormatUpgrade';
import { upgradeV1 } from './v1/upgradeV1';

/**
 * # How the format gets a new version
 *
 * 1. Freeze the version that is there as readers, as `migration/v1/` has them, let a test read its vectors by them,
 *    and never edit either.
 * 2. Change `format/` and raise `formatVersion`. Make vectors of the new version, in a file of their own.
 * 3. Write the step: the frozen readers, and `upgradeContent` from the content of a record to that of the next version.
 *    It must keep everything and be able to say whatever a released version could have written.
 * 4. Put it at the end of `formatUpgrades`. There is a step for every version from the first to the last but one.
 *
 * What then happens at unlocking is in `migrate.ts`; the older version stays beside the new one until
 * `letGo.ts` lets it go. A version that older readers understand (`since` in its head) is not for this table:
 * its records stay where they are.
 */
export const formatUpgrades: readonly FormatUpgrade[] = [upgradeV1];

/**
 * Returns the upgrade that reads a head's text, or undefined if the head has the current or a newer format, or isn't a
 * head.
 */
export const stepFor = (
  text: string | null,
  known: readonly FormatUpgrade[],
): FormatUpgrade | undefined => known.find(({ from }) => text?.startsWith(`T${from}.`));

/** Reads a head of any supported version. */
export const headDecoder =
  (known: readonly FormatUpgrade[]): HeadDecoder =>
  (text) =>
    stepFor(text, known)?.decodeHead(text ?? '') ?? decodeCurrentHead(text);

/** Converts the content of an earlier version's record to the current format. */
export const upgradeFrom = (
  version: number,
  content: Uint8Array,
  known: readonly FormatUpgrade[],
): Uint8Array =>
  known
    .filter(({ from }) => from >= version)
    .toSorted((a, b) => a.from - b.from)
    .reduce((raised, step) => step.upgradeContent(raised), content);
