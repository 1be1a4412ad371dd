import { AppError } from '../errors';
import { isPasskeyCode, makerOf, parseOtpUri, splitOtpUri, type OtpUriParts } from '../otp';
import { fields, list, text } from './fields';
import type { Reading } from './Format';
import { readMigrationUri } from './formats/googleMigration';
import { joinReadings } from './joinReadings';
import { iconSlug } from './iconSlug';
import type { ImportedAccount, UnreadableRow } from './ImportedAccount';
import { parseIfJson } from './parseJson';
import { readEach } from './readEach';
import { toImported } from './toImported';

/** Whether a text begins with a scheme that sets up an account. */
export const isOtpUri = (line: string): boolean =>
  /^\s*(?:(?:apple-)?otpauth(?:-migration)?|motp|steam):\/\//i.test(line);

/** Reads URIs, one per text. A text that isn't a URI becomes an unreadable row with the reason `otherwise`. */
export function readUris(
  texts: readonly string[],
  otherwise: UnreadableRow['reason'] = 'otp/bad-uri',
): Reading {
  const readings = texts.map((uri, index): Reading => {
    const name = () => splitOtpUri(uri)?.label || `#${index + 1}`;
    try {
      const migration = readMigrationUri(uri);
      if (migration) return { ...migration, batches: [migration.batch] };
      return readEach([uri], { read: (row) => readUri(row, otherwise), name });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const row = { name: name(), reason: error.code, facts: error.facts };
      return { accounts: [], unreadable: [row] };
    }
  });
  return joinReadings(readings);
}

/** Matches a code parameter that was cut off at the end of the URI. */
const cutOff =
  /[?&](?:secret|algorithm|digits|period|counter)=?$|[?&](?:s|se|sec|secr|secre|a|al|alg|algo\w{0,4}|d|di|dig|digi|digit|p|pe|per|peri|perio|c|co|cou|coun|count|counte)$|%[\da-f]?$/i;

function readUri(uri: string, otherwise: UnreadableRow['reason']): ImportedAccount | null {
  if (cutOff.test(uri.trim())) throw new AppError('otp/truncated-uri');
  const account = parseOtpUri(uri);
  if (!account) throw otherwise === 'scan/not-otpauth' ? otherCode(uri) : new AppError(otherwise);
  const parts = splitOtpUri(uri);
  const { trashed, ...more } = parts ? shown(parts) : { trashed: false };
  if (trashed) throw new AppError('format/in-trash');
  return toImported(account, more);
}

/** Returns why a QR code sets up no account. The code may be for another maker's app, or for a passkey. */
function otherCode(code: string): AppError {
  const app = makerOf(code.trimStart());
  if (app !== null) return new AppError('scan/other-app', { app });
  return new AppError(isPasskeyCode(code.trimStart()) ? 'scan/passkey' : 'scan/not-otpauth');
}

/**
 * Returns what apps store in a URI for display. Ente has one parameter for all settings, andOTP one for tags,
 * WinAuth one for the icon.
 */
function shown({ params }: OtpUriParts) {
  const display = fields(parseIfJson(params.get('codedisplay') ?? ''));
  const tags = [...list(display['tags']), ...list(parseIfJson(params.get('tags') ?? ''))];
  return {
    trashed: display['trashed'] === true,
    pinned: display['pinned'] === true,
    note: text(display['note']),
    tags: tags.map(text).filter((tag) => tag !== ''),
    icon: iconSlug(text(display['iconID'])) || iconOf(params.get('icon') ?? ''),
  };
}

/**
 * Returns the slug of an icon. WinAuth writes its own name if no icon was chosen. Other apps may write an image's
 * address, which is ignored.
 */
const iconOf = (name: string): string => (/^winauth$|[/:]/i.test(name) ? '' : iconSlug(name));
