import { AppError } from '../../errors';
import { cleanName, findOtpUris, parseOtpUri } from '../../otp';
import { readMigrationUri, type ImportedAccount, type UnreadableRow } from '../../transfer';
import { collectParts, type Batch } from './collectParts';
import { otherContent, type OtherContent } from './otherContent';

/** What a set of QR codes or texts contains. */
export interface Findings {
  readonly accounts: readonly ImportedAccount[];
  /** Accounts that can't be added, with the reason. */
  readonly unreadable: readonly UnreadableRow[];
  /** The exports that consist of several QR codes and from which at least one QR code was scanned. */
  readonly batches: readonly Omit<Batch, 'parts'>[];
  /** Codes that don't set up an account. */
  readonly others: readonly OtherContent[];
  /** URIs of incomplete exports. Pass them to the next call. */
  readonly held: readonly string[];
}

const webScheme = /^(?:web|ext)\+otpauth:(?:\/\/)?(?=\/?\/?(?:totp|hotp|steam|yaotp)\/)\/{0,2}/i;

/**
 * Reads each text as a key URI or as an export. A text may contain several URIs. `held` are the URIs that an
 * earlier call returned.
 */
export function interpret(texts: readonly string[], held: readonly string[] = []): Findings {
  const accounts: ImportedAccount[] = [];
  const unreadable: UnreadableRow[] = [];
  const others: OtherContent[] = [];
  const parts: string[] = [];
  for (const text of new Set(texts.flatMap(splitTexts))) {
    try {
      const account = parseOtpUri(text);
      if (account) accounts.push(account);
      else if (readMigrationUri(text)) parts.push(text);
      else others.push(otherContent(text));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable.push({ name: nameIn(text), reason: error.code, facts: error.facts });
    }
  }
  const collected = collectParts(held, parts);
  for (const batch of collected.batches)
    for (const part of batch.parts) {
      accounts.push(...part.accounts);
      unreadable.push(...part.unreadable);
    }
  const batches = collected.batches.map(({ size, missing, repeated }) => ({
    size,
    missing,
    repeated,
  }));
  return { accounts, unreadable, batches, others, held: collected.held };
}

/**
 * Returns the URIs in a text that contains several URIs, or one URI after other words. Otherwise returns the
 * text.
 */
function splitTexts(raw: string): readonly string[] {
  const text = raw.replace(webScheme, 'otpauth://');
  const uris = findOtpUris(text);
  const [first] = uris;
  if (!first || (uris.length === 1 && text.slice(0, first.start).trim() === '')) return [text];
  return uris.map(({ uri }) => uri);
}

/** Returns the label of a damaged key URI, which identifies the account and never contains the secret. */
function nameIn(text: string): string {
  const label = /^[\w+-]+:\/\/[^/?#]*\/([^?#]*)/.exec(text)?.[1] ?? '';
  try {
    return cleanName(decodeURIComponent(label)).slice(0, 80);
  } catch {
    return cleanName(label).slice(0, 80);
  }
}
