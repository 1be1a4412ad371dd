import { decodeMail } from './decodeMail';

/** Matches the control words of Rich Text Format, and characters escaped as bytes of Windows-1252. */
const rtfControl = /\\(?:'([\da-f]{2})|(par|line|tab)\b ?|[a-z]+-?\d* ?|[{}\\~])|[{}]/gi;

/**
 * Returns a text as its reader sees it. Decodes the source of an email, Rich Text Format, and the escapes of JSON
 * in another text. Returns any other text unchanged.
 */
export function plainText(text: string): string {
  if (text.startsWith('{\\rtf'))
    return text.replace(rtfControl, (_, hex?: string, end?: string) => {
      if (hex)
        return new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16)));
      return end ? '\n' : '';
    });
  const escaped = /:\\\/\\\//.test(text)
    ? text.replaceAll('\\/', '/').replace(/\\u0026/gi, '&')
    : text;
  return decodeMail(escaped);
}

/** Whether a text is JSON that is cut off or has another mistake. */
export const isBrokenJson = ({ text, json }: { text: string | null; json: unknown }): boolean =>
  json === undefined && text !== null && /^(?:\{\s*"|\[\s*[{"[])/.test(text);
