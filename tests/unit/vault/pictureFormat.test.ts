import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { systemRandom, toBase64url, unseal } from '../../../lib/crypto';
import { pad } from '../../../lib/vault/format/pad';
import type { IconKeys } from '../../../lib/vault/icons/iconKeys';
import { placeOf, sealPicture } from '../../../lib/vault/icons/sealPicture';
import { cut, fieldsOf, prefixed, prefixedAfter, textOf } from '../../support/formatDocument';

const vault = toBase64url(systemRandom(16));
const epoch = 70_000;
const key = systemRandom(32);
const keys: IconKeys = { names: systemRandom(32), keys: new Map([[epoch, key]]) };
const place = placeOf(vault, 'own:cat', keys);

test('FORMAT.md describes a sealed picture', () => {
  const content = new TextEncoder().encode('RIFF');
  const bytes = sealPicture(place, content, keys, { epoch, random: systemRandom });
  const parts = cut(bytes, fieldsOf('Picture'));
  expect([...parts.values()].reduce((sum, { length }) => sum + length, 0)).toBe(bytes.length);
  expect([...(parts.get('format') ?? []), ...(parts.get('cipher') ?? [])]).toEqual([1, 1]);
  expect(Buffer.from(parts.get('epoch') ?? []).readUInt32BE()).toBe(epoch);
  const list = prefixedAfter('the associated data of a picture is');
  const context = prefixed(list, { vault, id: place.id, epoch });
  const nonce = parts.get('nonce') ?? new Uint8Array();
  const sealed = parts.get('content') ?? new Uint8Array();
  expect(unseal({ key, nonce, context }, sealed)).toEqual(pad(content));
});

test("FORMAT.md describes the id of a picture, which doesn't reveal its name", () => {
  expect(textOf('Picture')).toContain('the first 16 bytes of HMAC(names key');
  const mac = createHmac('sha256', keys.names).update('own:cat').digest();
  expect(place.id).toBe(mac.subarray(0, 16).toString('base64url'));
});
