const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Replaces the XML and HTML references that exports contain. Keeps all other references. */
export const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? Number.NaN);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return entities[String(name)] ?? whole;
  });

/** Returns the strings of an Android shared_prefs file by name, or null for any other text. */
export function sharedPrefs(text: string | null): ReadonlyMap<string, string> | null {
  if (!text || !/^(?:<\?xml[^>]*>\s*)?<map>/.test(text)) return null;
  const strings = text.matchAll(/<string name="([^"]*)">([^<]*)<\/string>/g);
  return new Map(
    Array.from(strings, ([, name = '', value = '']) => [
      decodeEntities(name),
      decodeEntities(value),
    ]),
  );
}
