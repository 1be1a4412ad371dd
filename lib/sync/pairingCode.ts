import { fromUtf8, toBase64url, utf8 } from '../crypto';
import { AppError } from '../errors';
import type { Pairing } from './admitDevice';
import { isFields } from './isFields';
import { bytesOf, commitmentTo } from './pairing';
import { parseJson } from './parseJson';
import type { SyncPlace } from './SyncPlace';
import { textIn } from './textIn';

/** The content of a pairing code. */
export interface JoinCode {
  /** The store of the sync set. If the store's password is empty, the user must enter the password. */
  readonly place: SyncPlace;
  readonly secret: string;
  /** The start of the hash of A's nonce, in base64url. */
  readonly commitment: string;
}

const prefix = 'tessera-join:';

/** Returns the pairing code as text. */
export function pairingCode({ secret, nonce }: Pairing, place: SyncPlace): string {
  const fields = { v: 1, p: place, s: secret, c: toBase64url(commitmentTo(bytesOf(nonce))) };
  return prefix + toBase64url(utf8(JSON.stringify(fields)));
}

function placeOf(value: unknown): SyncPlace | null {
  if (!isFields(value)) return null;
  const kind = textIn(value, 'kind');
  if (kind === 'browser') return { kind };
  if (kind === 'folder') return { kind, name: textIn(value, 'name') };
  const address = textIn(value, 'address');
  if (kind !== 'webdav' || address === '') return null;
  return { kind, address, user: textIn(value, 'user'), password: textIn(value, 'password') };
}

/** Parses a pairing code, ignoring spaces and line breaks. Throws `sync/bad-pairing` for any other text. */
export function readPairingCode(text: string): JoinCode {
  const packed = text.replaceAll(/\s/g, '');
  const body = packed.startsWith(prefix) ? packed.slice(prefix.length) : '';
  const fields = parseJson(fromUtf8(bytesOf(body)) ?? '');
  if (!isFields(fields) || fields['v'] !== 1) throw new AppError('sync/bad-pairing');
  const place = placeOf(fields['p']);
  const secret = textIn(fields, 's');
  const commitment = textIn(fields, 'c');
  const isWhole = bytesOf(secret).length === 16 && bytesOf(commitment).length === 16;
  if (!place || !isWhole) throw new AppError('sync/bad-pairing');
  return { place, secret, commitment };
}
