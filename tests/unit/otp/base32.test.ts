import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase32, encodeBase32, encodeHex, readSecretKey } from '../../../lib/otp';

const hello = new Uint8Array([72, 101, 108, 108, 111, 33, 222, 173, 190, 239]);

describe('reading a secret key', () => {
  test.each([
    'JBSWY3DPEHPK3PXP',
    'jbswy3dpehpk3pxp',
    'JBSW Y3DP EHPK 3PXP',
    'jbsw-y3dp-ehpk-3pxp',
    'JBSW_Y3DP_EHPK_3PXP',
    ' JBSWY3DPEHPK3PXP====\n',
    'JBSWY3DP\tEHPK3PXP=',
  ])('accepts %j, as sites show keys', (text) => {
    expect(readSecretKey(text)).toEqual(hello);
  });

  test.each([
    '',
    ' ',
    '====',
    'A',
    'JBSWY3DPEHPK3PX0',
    'JBSWY3DPEHPK3PX1',
    'JBSWY3DP!',
    'ÄÖÜ',
    '0189',
  ])('rejects %j', (text) => {
    expect(() => readSecretKey(text)).toThrow(expect.objectContaining({ code: 'otp/bad-secret' }));
  });

  test.each([
    ['zero-width spaces', 'JBSW\u200BY3DP\u200BEHPK\u200B3PXP'],
    ['a direction mark', '\u200EJBSWY3DPEHPK3PXP\u200E'],
    ['soft hyphens', 'JBSW\u00ADY3DPEHPK\u00AD3PXP'],
    ['an en dash, a no-break hyphen and a minus', 'JBSW–Y3DP‑EHPK−3PXP'],
    ['a no-break space and an ideographic space', 'JBSW\u00A0Y3DP\u3000EHPK3PXP'],
    ['dots', 'JBSW.Y3DP.EHPK.3PXP'],
    ['full-width letters', 'ＪＢＳＷＹ３ＤＰＥＨＰＫ３ＰＸＰ'],
    ['a full stop', 'JBSWY3DPEHPK3PXP.'],
    ['quotation marks', '“JBSWY3DPEHPK3PXP”'],
    ['a label', 'Key: JBSW Y3DP EHPK 3PXP'],
    ['a label in another language', 'Geheimer Schlüssel： jbswy3dpehpk3pxp'],
    ['a parameter name', 'secret=JBSWY3DPEHPK3PXP'],
    ['a name in JSON', '"secret": "JBSWY3DPEHPK3PXP"'],
    ['words before it', 'Your key is JBSW Y3DP EHPK 3PXP'],
    ['words after it', 'JBSWY3DPEHPK3PXP works for ten minutes'],
    ['a shorter word after it', 'JBSWY3DPEHPK3PXP valid'],
    ['a heading', 'Setup key\nJBSW Y3DP EHPK 3PXP'],
    ['a capital at the start', 'Jbsw y3dp ehpk 3pxp'],
    ['spaces anywhere', 'JB SWY3 DPEHPK3PXP'],
  ])('accepts a key that was copied with %s', (_, text) => {
    expect(readSecretKey(text)).toEqual(hello);
  });

  test.each([
    ['JBSWY3DPEHPK3PX0', '0', 16],
    ['jbsw 1y3d', '1', 5],
    ['JBSWſY3D', 'ſ', 5],
    ['JBSWıY3D', 'ı', 5],
    ['JBSW😀', '😀', 5],
    ['JBSW Y3DP EHPK 3PXP JBSW Y3DP 3PXP1', '1', 29],
    ['JBSWY3DPEHPK3PXP (for 10 minutes)', '(', 17],
  ])('reports the wrong character of %j', (text, character, position) => {
    const read = () => readSecretKey(text);
    expect(read).toThrow(expect.objectContaining({ facts: { character, position } }));
  });

  test.each(['KEY JBSWY3DPEHPK3PXP', 'key jbswy3dpehpk3pxp', 'your key is jbsw y3dp ehpk 3pxp'])(
    'rejects %j, whose words can’t be told from the key',
    (text) => {
      const code = 'otp/words-around-key';
      expect(() => readSecretKey(text)).toThrow(expect.objectContaining({ code }));
    },
  );

  test('rejects a long text at once, even if its words have only letters of base32', () => {
    const code = 'otp/words-around-key';
    const text = 'AND THEN '.repeat(20_000);
    expect(() => readSecretKey(text)).toThrow(expect.objectContaining({ code }));
  });

  test('accepts lengths and leftover bits that no encoder produces', () => {
    expect(decodeBase32('QWERTYUIOP')).toHaveLength(6);
    expect(decodeBase32('JDJDBDBDDBDBBXBXB')).toHaveLength(10);
    expect(decodeBase32('ABC')).toHaveLength(1);
  });

  test('accepts a long hexadecimal key and rejects a short one', () => {
    expect(encodeHex(readSecretKey('3132333435363738393031323334353637383930'))).toBe(
      '3132333435363738393031323334353637383930',
    );
    expect(() => readSecretKey('31323334')).toThrow(
      expect.objectContaining({ code: 'otp/bad-secret' }),
    );
  });

  test('decodes the keys that it encodes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });
});
