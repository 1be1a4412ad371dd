const browsers: readonly (readonly [RegExp, string])[] = [
  [/Firefox\//, 'Firefox'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Chrome\//, 'Chromium'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const first = (names: typeof browsers, text: string, otherwise: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

/**
 * Returns a label such as "Chromium on Linux" from a User-Agent header, by which people recognize a session.
 * Never used for access decisions.
 */
export const deviceLabel = (userAgent: string): string =>
  `${first(browsers, userAgent, 'Unknown browser')} on ${first(systems, userAgent, 'unknown system')}`;
