import { imageFormat } from '../qr';
import { fromBase64 } from './base64';

const quotedPrintable = /^content-transfer-encoding:[ \t]*quoted-printable/im;
const base64Part =
  /^content-transfer-encoding:[ \t]*base64[ \t]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n((?:[A-Za-z\d+/=]+[ \t]*(?:\r?\n|$))+)/gim;
/** Matches a parameter with an escaped equals sign, as in the source of an email. */
const escapedParam = /[?&](?:secret|issuer|algorithm|digits|period|counter)=3D/gi;
const anyParam = /[?&](?:secret|issuer|algorithm|digits|period|counter)=/gi;

/**
 * Decodes the source of an email (RFC 2045). Decodes quoted-printable text, where `secret=3DJBSW` would look like
 * another key, and appends the base64 parts that contain text. Returns any other text unchanged.
 */
export function decodeMail(text: string): string {
  const parts = base64Parts(text).map(textOf);
  const plain = isQuotedPrintable(text) ? decodeQuotedPrintable(text) : text;
  return [plain, ...parts.filter((part) => part !== '')].join('\n');
}

/**
 * Whether a text is quoted-printable: by its header or, for a part of an email, because all parameters are
 * escaped.
 */
function isQuotedPrintable(text: string): boolean {
  const escaped = text.match(escapedParam)?.length ?? 0;
  return quotedPrintable.test(text) || (escaped >= 2 && escaped === text.match(anyParam)?.length);
}

const decodeQuotedPrintable = (text: string): string =>
  text.replace(/=[ \t]*\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });

/** Returns the decoded images of an email. */
export const picturesOfMail = (text: string): Uint8Array<ArrayBuffer>[] =>
  base64Parts(text).filter((bytes) => imageFormat(bytes) !== null);

const base64Parts = (text: string): Uint8Array<ArrayBuffer>[] =>
  Array.from(text.matchAll(base64Part), ([, part = '']) => fromBase64(part)).filter(
    (bytes) => bytes !== null,
  );

function textOf(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\0') || text.includes('\uFFFD') ? '' : text;
}
