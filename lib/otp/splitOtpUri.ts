/** The decoded parts of an otpauth:// URI or one of its relatives. */
export interface OtpUriParts {
  readonly scheme: 'otpauth' | 'steam' | 'motp';
  /** `totp`, `hotp`, … in lower case; empty for the other schemes. */
  readonly type: string;
  /** `issuer:account`, or the secret of a steam:// URI. */
  readonly label: string;
  /**
   * By name in lower case. The first occurrence counts. A parameter without a value is an empty text.
   */
  readonly params: ReadonlyMap<string, string>;
  /** Names of parameters that occur more than once with different values. */
  readonly contradictions: readonly string[];
}

/**
 * Splits a URI. Not with URL, because real URIs contain raw spaces, `#`, letters of any alphabet and
 * broken escapes, on which URL fails or loses text. Returns null if the text has none of the three
 * schemes.
 */
export function splitOtpUri(text: string): OtpUriParts | null {
  const match = /^\s*(?:apple-)?(otpauth|steam|motp):\/\/(.*?)\s*$/is.exec(text);
  const scheme = match?.[1]?.toLowerCase();
  if (scheme !== 'otpauth' && scheme !== 'steam' && scheme !== 'motp') return null;
  const [path, query] = cut(match?.[2] ?? '', '?');
  const [type, label] = scheme === 'otpauth' ? cut(path, '/') : ['', path];
  return {
    scheme,
    type: type.trim().toLowerCase(),
    label: decode(label).trim(),
    ...readParams(query),
  };
}

function readParams(query: string): Pick<OtpUriParts, 'params' | 'contradictions'> {
  const params = new Map<string, string>();
  const contradictions: string[] = [];
  for (const part of query.split('&')) {
    const [rawName, rawValue] = cut(part, '=');
    // A URI copied from a page's source has its ampersands escaped.
    const name = decode(rawName).trim().toLowerCase().replace(/^amp;/, '');
    const value = decode(rawValue.replaceAll('+', ' ')).trim();
    if (name && (params.get(name) ?? value) !== value) contradictions.push(name);
    if (name && !params.has(name)) params.set(name, value);
  }
  return { params, contradictions };
}

/**
 * Returns the text before and after the first separator; everything is before it if there is none.
 */
function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Percent-decodes, and keeps invalid escapes and invalid UTF-8 unchanged. */
const decode = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
