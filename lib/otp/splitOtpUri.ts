/** The decoded parts of an otpauth://, steam:// or motp:// URI. */
export interface OtpUriParts {
  readonly scheme: 'otpauth' | 'steam' | 'motp';
  /** The type of an otpauth URI in lower case, such as `totp`; empty for other schemes. */
  readonly type: string;
  /** `issuer:account`, or the secret of a steam:// URI. */
  readonly label: string;
  /**
   * The values by parameter name in lower case. If a name occurs several times, the first value counts. A
   * parameter without a value has an empty text.
   */
  readonly params: ReadonlyMap<string, string>;
  /** Names of parameters that occur several times with different values. */
  readonly contradictions: readonly string[];
}

/**
 * Splits a URI into its parts. Returns null if the scheme isn't otpauth, steam or motp. The URL class isn't used,
 * because it fails or loses text on spaces, `#`, letters of any alphabet and broken escapes, which real URIs
 * contain.
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

/** Matches the name of a code parameter, or the beginning of such a name. */
const startsName =
  /^(?:amp;)?(?:s|se|sec|secr|secre|secret|st\w*|i|is|iss\w*|a|al|alg\w*|d|di|dig\w*|p|pe|per\w*|c|co|cou\w*)$/i;

/** Splits a query at its ampersands. An unescaped ampersand in the issuer's name doesn't split. */
function parts(query: string): string[] {
  const found: string[] = [];
  for (const part of query.split('&')) {
    const before = found.at(-1) ?? '';
    const isName = /^(?:amp;)?issuer=[^&]*[^\s&][^&]*$/i.test(before) && part.trim() !== '';
    if (isName && !part.includes('=') && !startsName.test(part.trim()))
      found.splice(-1, 1, `${before}&${part}`);
    else found.push(part);
  }
  return found;
}

function readParams(query: string): Pick<OtpUriParts, 'params' | 'contradictions'> {
  const params = new Map<string, string>();
  const contradictions: string[] = [];
  for (const part of parts(query)) {
    const [rawName, rawValue] = cut(part, '=');
    // A URI copied from a page's source has escaped ampersands.
    const name = decode(rawName)
      .trim()
      .toLowerCase()
      .replace(/^(?:amp|#0*38|#x0*26);/, '');
    const value = decode(rawValue.replaceAll('+', ' ')).trim();
    if (name && (params.get(name) ?? value) !== value) contradictions.push(name);
    if (name && !params.has(name)) params.set(name, value);
  }
  return { params, contradictions };
}

/** Returns the text before and after the first separator. Without a separator, the second text is empty. */
function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Decodes percent-encoding. Invalid escapes and invalid UTF-8 stay unchanged. */
const decode = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
