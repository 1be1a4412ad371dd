import { decodeCurrentHead, type HeadDecoder } from '../format/Head';
import type { FormatUpgrade } from './FormatUpgrade';
import { upgradeV1 } from './v1/upgradeV1';

/**
 * The upgrades of all released versions. To add a format version:
 * 1. Freeze the current version as readers, like `migration/v1/`, and test its vectors with them. Never edit the
 * readers or the vectors again.
 * 2. Change `format/` and raise `formatVersion`. Generate vectors of the new version in a separate file.
 * 3. Write the upgrade from the frozen readers and `upgradeContent`, which converts a record's content to the
 * next version. It must keep everything, and convert whatever a released version could have written.
 * 4. Append it to `formatUpgrades`, which has an upgrade for every version except the current one. `migrate.ts`
 * describes what happens at unlock. The older version stays beside the new one until `pruneOldVersion.ts` deletes
 * it. A version that older readers understand (`since` in its head) needs no upgrade, because its records stay in
 * place.
 */
export const formatUpgrades: readonly FormatUpgrade[] = [upgradeV1];

/**
 * Returns the upgrade for a head's text. Returns undefined if the text isn't a head, or has the current or a
 * newer format.
 */
export const stepFor = (
  text: string | null,
  known: readonly FormatUpgrade[],
): FormatUpgrade | undefined => known.find(({ from }) => text?.startsWith(`T${from}.`));

/** Creates a decoder for heads of every supported version. */
export const headDecoder =
  (known: readonly FormatUpgrade[]): HeadDecoder =>
  (text) =>
    stepFor(text, known)?.decodeHead(text ?? '') ?? decodeCurrentHead(text);

/** Converts a record's content from an earlier version to the current format. */
export const upgradeFrom = (
  version: number,
  content: Uint8Array,
  known: readonly FormatUpgrade[],
): Uint8Array =>
  known
    .filter(({ from }) => from >= version)
    .toSorted((a, b) => a.from - b.from)
    .reduce((raised, step) => step.upgradeContent(raised), content);
