import type { StoredFile } from '../Transport';

/*
 * A multistatus is parsed by hand, because service workers have no DOMParser. Only three values (RFC 4918,
 * section 13) are needed, and their texts are plain. Each server chooses its own prefix for the DAV: namespace.
 */
const prefix = '(?:[\\w.-]+:)?';
const element = (name: string) =>
  new RegExp(`<${prefix}${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${prefix}${name}\\s*>`, 'g');

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const unescaped = (text: string) =>
  text
    .trim()
    .replaceAll(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, code: string) => {
      const point = Number.parseInt(code, hex ? 16 : 10);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
    })
    .replaceAll(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

const texts = (xml: string, name: string) =>
  [...xml.matchAll(element(name))].map(([, text = '']) => unescaped(text));

/** Returns the last segment of a path, decoded. Returns an empty text for a folder or an invalid encoding. */
function nameOf(href: string): string {
  try {
    return decodeURIComponent(href.split('/').at(-1) ?? '');
  } catch {
    return '';
  }
}

/** Returns the files of a listing, or null if the text isn't a multistatus. */
export function readMultistatus(xml: string): readonly StoredFile[] | null {
  if (!new RegExp(`<${prefix}multistatus[\\s/>]`).test(xml)) return null;
  return [...xml.matchAll(element('response'))].flatMap(([, response = '']) => {
    const [href = ''] = texts(response, 'href');
    const name = nameOf(href);
    if (name === '') return [];
    const [length = ''] = texts(response, 'getcontentlength');
    const modified = Date.parse(texts(response, 'getlastmodified')[0] ?? '');
    return [
      {
        name,
        size: /^\d+$/.test(length) ? Number(length) : null,
        modified: Number.isNaN(modified) ? null : modified,
      },
    ];
  });
}
