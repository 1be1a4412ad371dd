import { imageFormat } from '../qr';
import { fromBase64 } from './base64';

const quotedPrintable = /^content-transfer-encoding:[ \t]*quoted-printable/im;
const base64Part =
  /^content-transfer-encoding:[ \t]*base64[ \t]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n((?:[A-Za-z\d+/=]+[ \t]*(?:\r?\n|$))+)/gim;
/** Parameters that all begin with an escaped equals sign, as in the source of a mail. */
const escapedParam = /[?&](?:secret|issuer|algorithm|digits|period|counter)=3D/gi;
const anyParam = /[?&](?:secret|issuer|algorithm|digits|period|counter)=/gi;

/**
 * Decodes the source of a mail (RFC 2045): quoted-printable, where `secret=3DJBSW` would look like another
 * key, and appends base64 parts of text. Returns any other text unchanged.
 */
export function decodeMail(text: string): string {
  const parts = base64Parts(text).map(textOf);
  const plain = isQuotedPrintable(text) ? decodeQuotedPrintable(text) : text;
  return [plain, ...parts.filter((part) => part !== '')].join('\n');
}

/** Detected by its header, or in a part of a mail by escapes in all parameters. */
function isQuotedPrintable(text: string): boolean {
  const escaped = text.match(escapedParam)?.length ?? 0;
  return quotedPrintable.test(text) || (escaped >= 2 && escaped === text.match(anyParam)?.length);
}

const decodeQuotedPrintable = (text: string): string =>
  text.replace(/=[ \t]*\r?\n/g, '').replace(/(?:=[\dA-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (hex) => Number.parseInt(hex, 16));
    return new TextDecoder().decode(bytes);
  });

/** The decoded pictures of a mail. */
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
