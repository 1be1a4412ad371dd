import { findExisting, type PinReader, sameKind, selected } from '../../lib/authenticator/import';
import type { UnreadableRow } from '../../lib/transfer';
import type { Vault } from '../../lib/vault';
import { countMissing } from './countMissing';
import { findRepeated } from './findRepeated';
import type { FileReading, ImportRow, ImportState } from './ImportState';

export interface PreviewDeps {
  readonly vault: Pick<Vault, 'list' | 'getMany'>;
  readonly pins: PinReader;
}

/**
 * Returns the preview of the files that were read. New accounts are selected, and accounts that add tags, linked sites
 * or a pin to an entry. Repeated accounts, and other accounts that the vault already has, aren't selected.
 * `failures` are the files that couldn't be read.
 */
export async function importPreview(
  { vault, pins }: PreviewDeps,
  readings: readonly FileReading[],
  failures: readonly UnreadableRow[],
): Promise<Extract<ImportState, { step: 'preview' }>> {
  const found = readings.flatMap(({ app, accounts }, file) =>
    accounts.map((account) => ({ app, account, file })),
  );
  const accounts = found.map(({ account }) => account);
  const known = await findExisting(vault, accounts, sameKind);
  const repeated = findRepeated(found);
  const rows = found.map(({ app, account }, id): ImportRow => {
    const repeats = repeated[id] ?? null;
    const existing = known[id] ?? null;
    const isNew = repeats === null && (existing === null || existing.same === 'names');
    const choice = isNew || existing?.lacks ? selected({ known: existing }) : 'skip';
    const asksPin = pins.needsPin(account.otp);
    return { id, app, account, known: existing, choice, asksPin, repeats };
  });
  const unreadable = [...readings.flatMap((reading) => reading.unreadable), ...failures];
  const notes = readings.flatMap((reading) => reading.notes ?? []);
  return { step: 'preview', rows, unreadable, notes, missing: countMissing(readings) };
}
