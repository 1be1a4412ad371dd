/** A URI found in a text. `start` and `end` are positions in UTF-16 units. */
export interface FoundUri {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

const scheme = /(?:apple-)?(?:otpauth(?:-migration)?|motp|steam):\/\//gi;
/** Matches a percent-encoded URI in the query of a web address. */
const escaped = /otpauth(?:-migration)?%3A%2F%2F[^\s&"'<>]+/gi;
const known =
  /[?&](?:amp;|#38;)?(?:secret|issuer|algorithm|algo|digits|period|counter|pin|data|encoder|icon|image|tags|codedisplay)(?==|&|$)\S*/gi;
const closings: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '<>"\'',
  '>': '<',
  '(': ')',
  '[': ']',
  '{': '}',
  '«': '»',
  '»': '«',
  '“': '”',
  '„': '“”',
  '‘': '’',
  '「': '」',
  '『': '』',
};

/**
 * Finds all `otpauth`, `otpauth-migration`, `motp` and `steam` URIs in a text, in order. They may be one per
 * line, several in a line with any separator, quoted, in lists, prose or markup, or escaped in a web address. A
 * URI at the start of a line may contain spaces, because some apps write unescaped spaces.
 */
export function findOtpUris(text: string): FoundUri[] {
  const starts = Array.from(text.matchAll(scheme), ({ index }) => index);
  const plain = starts.flatMap((start, at) => {
    const limit = starts[at + 1] ?? text.length;
    const line = /^[^\r\n]*/.exec(text.slice(start, limit))?.[0] ?? '';
    const beginsLine = /(?:^|[\r\n])\s*$/.test(text.slice(Math.max(0, start - 80), start));
    const sharesLine = start + line.length === limit && limit < text.length;
    const uri = extent(line, {
      opening: text[start - 1] ?? '',
      wholeLine: beginsLine && !sharesLine,
    });
    return isOther(uri) ? [] : [{ uri, start, end: start + uri.length }];
  });
  const inAddresses = Array.from(text.matchAll(escaped), ({ 0: found, index }) => ({
    uri: unescape(found),
    start: index,
    end: index + found.length,
  }));
  return [...plain, ...inAddresses].toSorted((a, b) => a.start - b.start);
}

/** Returns the URI at the start of `line` without the text after it. */
function extent(line: string, at: { opening: string; wholeLine: boolean }): string {
  const closing = closings[at.opening];
  const quoted = closing ? untilClosing(line, closing) : null;
  if (quoted !== null) return quoted;
  const address = line.search(/\s\w+:\/\//);
  const own = address < 0 ? line : line.slice(0, address);
  if (at.wholeLine) return own.replace(/[\s,;|]+$/, '');
  const lastParam = [...own.matchAll(known)].at(-1);
  const end = lastParam ? lastParam.index + lastParam[0].length : own.search(/\s|$/);
  const uri = own.slice(0, end).replace(/[\s.,;:!?|"'`»”’>\]}\\]+$/, '');
  return uri.includes('(') ? uri : uri.replace(/\)+[.,;:]*$/, '');
}

function untilClosing(line: string, closing: string): string | null {
  for (let at = 0; at < line.length; at++) {
    const isEnd = closing.includes(line[at] ?? '');
    if (isEnd && /^(?:$|[^\p{L}\p{N}])/u.test(line.slice(at + 1, at + 2)))
      return line.slice(0, at).replace(/\\$/, '');
    if (isEnd && closing.includes('<')) return line.slice(0, at);
  }
  return null;
}

/** Whether a match isn't an enrollment, because it is an address of the Steam client or only a scheme. */
const isOther = (uri: string): boolean =>
  /^steam:\/\/(?:run|open|store|url|friends)|^steam:\/\/(?![A-Za-z0-9+/]{16,}=*$)/i.test(uri) ||
  uri.endsWith('://');

function unescape(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
