/** Replaces spaces and hyphens of all kinds by ASCII spaces and hyphens, and removes invisible characters. */
const plain = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u2010-\u2012\u2212\ufe58\ufe63\uff0d]/g, '-');

/** Minimum width at which terminals wrap lines, in characters. */
const narrowest = 40;

/** Matches a web address, or a later part of a web address, that reaches the end of a line. */
const openAddress = /(?:[a-z][a-z\d+.-]*:\/\/|%[\da-f]{2}|[?&][\w.-]+=)\S*$/i;

/** Matches the end of a line that was certainly broken inside a web address. */
const brokenHere = /(?:[%=&?/]|%[\da-f])$/i;

const header =
  /^(?:received|message-id|dkim-signature|return-path|mime-version|content-[\w-]+|arc-[\w-]+|references|in-reply-to|authentication-results|list-[\w-]+|delivered-to|x-[\w-]+):\s/i;

/** Matches a log line. It begins with a time or, in a kernel's log, with the seconds since the start. */
const logged =
  /^\[ *\d+\.\d{3,}\] |^\W{0,2}(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d\d:\d\d:\d\d\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) +\d{1,2} \d\d:\d\d)/i;

/**
 * Returns the lines of a text, with ASCII spaces and hyphens. Mail headers, log lines and the continuation of web
 * addresses are replaced by empty text, because they contain no backup codes.
 */
export function codeLines(text: string): readonly string[] {
  let isAddressOpen = false;
  let isHeader = false;
  return plain(text)
    .split(/\r\n|\r|\n|\u2028/)
    .map((line, at, lines) => {
      const before = lines[at - 1] ?? '';
      const [rest = ''] = isAddressOpen ? (/^\S*/.exec(line) ?? []) : [];
      const isRest = rest !== '' && (/[%=&]/.test(rest) || brokenHere.test(before.trimEnd()));
      const own = isRest ? line.slice(rest.length) : line;
      isAddressOpen =
        line.length >= narrowest && (openAddress.test(line) || (isRest && own.trim() === ''));
      isHeader = header.test(line) || (isHeader && /^[ \t]+\S/.test(line));
      return isHeader || logged.test(line) ? '' : own;
    });
}
