import { AppError } from '../errors';

/** Maximum length of a database's XML, in characters. */
const longest = 64 * 1024 * 1024;
/** Maximum length of a tag with its attributes. KeePass writes at most two short attributes. */
const longestTag = 1000;
/** Maximum nesting. Each group adds one level. */
const deepest = 200;

/** Start and end delimiters of the allowed markup other than tags. */
const otherMarkup = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** Matches a tag from its `<`. Quoted attribute values may contain `>`. */
const tag = /<(\/?)[^\s<>/!?](?:[^<>"']|"[^<"]*"|'[^<']*')*>/y;

/**
 * Checks the XML of a KeePass database before it is parsed. Throws `format/too-large` if the XML is too long. Throws
 * `format/damaged` for a document type or entity declaration, an overlong tag, unclosed markup or excessive nesting.
 * KeePass writes none of these.
 */
export function checkKeePassXml(xml: string): void {
  if (xml.length > longest) throw new AppError('format/too-large');
  let depth = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const other = otherMarkup.find(([start]) => xml.startsWith(start, at));
    const end = other ? endOf(xml, at, other) : tagEnd(xml, at);
    if (!other) depth += levels(xml, at, end);
    if (depth > deepest) throw new AppError('format/damaged');
    at = end;
  }
}

function endOf(xml: string, at: number, [start, end]: readonly [string, string]): number {
  const found = xml.indexOf(end, at + start.length);
  if (found < 0) throw new AppError('format/damaged');
  return found + end.length;
}

function tagEnd(xml: string, at: number): number {
  const found = new RegExp(tag).exec(xml.slice(at, at + longestTag));
  if (!found) throw new AppError('format/damaged');
  return at + found[0].length;
}

/** Returns the change in nesting: 1 for a start tag, -1 for an end tag, 0 for an empty element. */
function levels(xml: string, at: number, end: number): number {
  if (xml[at + 1] === '/') return -1;
  return xml[end - 2] === '/' ? 0 : 1;
}
