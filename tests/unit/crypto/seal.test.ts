import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal, unseal, utf8 } from '../../../lib/crypto';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const anything = fc.record({
  key: bytes(32),
  nonce: bytes(24),
  plaintext: fc.uint8Array({ maxLength: 600 }),
  context: fc.uint8Array({ maxLength: 40 }),
});

describe('sealing with XChaCha20-Poly1305', () => {
  test('returns the published ciphertext (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
    const plaintext = utf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const key = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f');
    const nonce = hex('404142434445464748494a4b4c4d4e4f5051525354555657');
    const context = hex('50515253c0c1c2c3c4c5c6c7');
    expect(Buffer.from(seal({ key, nonce, context }, plaintext)).toString('hex')).toBe(
      'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49',
    );
  });

  test('returns ciphertext that opens to the plaintext', () => {
    fc.assert(
      fc.property(anything, ({ key, nonce, plaintext, context }) => {
        expect(unseal({ key, nonce, context }, seal({ key, nonce, context }, plaintext))).toEqual(
          plaintext,
        );
      }),
    );
  });

  test("returns ciphertext that doesn't open if any bit is flipped", () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('key', 'nonce', 'sealed', 'context'),
        fc.nat(),
        ({ key, nonce, plaintext, context }, part, place) => {
          const parts = { key, nonce, context, sealed: seal({ key, nonce, context }, plaintext) };
          fc.pre(parts[part].length > 0);
          const flipped = parts[part].slice();
          const at = place % (flipped.length * 8);
          flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7));
          const bad = { ...parts, [part]: flipped };
          expect(
            unseal({ key: bad.key, nonce: bad.nonce, context: bad.context }, bad.sealed),
          ).toBeNull();
        },
      ),
    );
  });

  test('rejects ciphertext that is too short', () => {
    expect(
      unseal(
        { key: new Uint8Array(32), nonce: new Uint8Array(24), context: hex('') },
        new Uint8Array(15),
      ),
    ).toBeNull();
    expect(
      unseal(
        { key: new Uint8Array(32), nonce: new Uint8Array(12), context: hex('') },
        new Uint8Array(40),
      ),
    ).toBeNull();
  });
});
