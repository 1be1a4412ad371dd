/** East Asian encodings, each with the characters that are common in its everyday texts. */
const eastAsian: readonly (readonly [string, RegExp])[] = [
  ['shift_jis', /[\u3040-\u30FF]/g],
  ['euc-jp', /[\u3040-\u30FF]/g],
  ['gb18030', /[\u4E00-\u9FA5]/g],
  ['euc-kr', /[\uAC00-\uD7A3]/g],
  ['big5', /[\u4E00-\u9FA5]/g],
];
const declaration = /(?:encoding|charset)\s*=\s*["']?([A-Za-z][\w.:-]{1,30})/;

/**
 * Guesses the encoding of a text that isn't Unicode. Returns the declared encoding, else the most plausible
 * encoding, else Windows-1252, in which every byte is a character.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  const declared = declaration.exec(head)?.[1];
  if (declared && !/^utf/i.test(declared) && decodes(bytes, declared) !== null)
    return declared.toLowerCase();
  const high = bytes.filter((byte) => byte >= 0x80).length;
  if (isolatedShare(bytes, high) > 0.5) return 'windows-1252';
  const scored = eastAsian.map(([encoding, everyday]) => {
    const text = decodes(bytes, encoding);
    const count = text === null ? 0 : (text.match(everyday)?.length ?? 0) * 2;
    return { encoding, score: isFluent(text, everyday) ? count / high : 0 };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score >= 0.5) return best.encoding;
  return isCyrillic(bytes, high) ? 'windows-1251' : 'windows-1252';
}

/**
 * Returns the share of high bytes without a high neighbor. An accented letter among ASCII letters has no high
 * neighbor.
 */
function isolatedShare(bytes: Uint8Array, high: number): number {
  let isolated = 0;
  for (const [at, byte] of bytes.entries()) {
    const alone = (bytes[at - 1] ?? 0) < 0x80 && (bytes[at + 1] ?? 0) < 0x80;
    // Lower bytes don't count, because in Shift_JIS, GB18030 and Big5 the second byte of a character may be
    // ASCII.
    if (byte >= 0xc0 && alone) isolated++;
  }
  return high === 0 ? 1 : isolated / high;
}

/** Whether the text has no private-use characters and few unexpected ones. */
function isFluent(text: string | null, everyday: RegExp): boolean {
  if (text === null) return false;
  const others = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  const expected =
    (text.match(everyday)?.length ?? 0) + (text.match(/[\u3000-\u9FFF]/g)?.length ?? 0);
  return others > 0 && expected >= others * 0.6 && !/[\uE000-\uF8FF]/.test(text);
}

/** Whether bytes may be Cyrillic text, whose words are runs of bytes from 0xC0 on. */
function isCyrillic(bytes: Uint8Array, high: number): boolean {
  const letters = bytes.filter((byte) => byte >= 0xc0).length;
  return high >= 3 && letters >= high * 0.8 && isolatedShare(bytes, high) < 0.2;
}

function decodes(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
