import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { keys } from './fixtures/samples';
import { toolsWith } from './tools';

const read = async (content: string | object) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const result = await readFile('export', new TextEncoder().encode(text), toolsWith(null));
  if (result.kind !== 'read') throw new Error(result.kind);
  return result;
};
const names = ({ accounts }: Awaited<ReturnType<typeof read>>) =>
  accounts.map(({ issuer, account }) => `${issuer} / ${account}`);

const field = (title: string, totp: string) => ({ title, value: { totp } });

const reasons = ({ unreadable }: Awaited<ReturnType<typeof read>>) =>
  unreadable.map(({ name, reason, facts }) => [name, reason, facts['parameter']]);

test('an import leaves out an account with an unknown parameter and names it', async () => {
  const uri = `otpauth://totp/One:a?secret=${keys.sha1}&issuer=One&image=x&color=red`;
  expect(names(await read(uri))).toEqual(['One / a']);
  const result = await read(`${uri}&vendor=x&plan=y\n${uri}`);
  expect(names(result)).toEqual(['One / a']);
  expect(reasons(result)).toEqual([['One:a', 'otp/unknown-parameter', 'vendor']]);
});

test('an import reports ignored lines in addition to unreadable rows', async () => {
  const uri = `otpauth://totp/One:a?secret=${keys.sha1}&issuer=One&vendor=x`;
  const result = await read(`My accounts\n${uri}`);
  expect(result.notes).toEqual([{ code: 'lines-ignored', facts: { count: 1 } }]);
  expect(reasons(result)).toEqual([['One:a', 'otp/unknown-parameter', 'vendor']]);
});

test("the result of an import doesn't contain text that may be part of a broken secret", async () => {
  const uri = `otpauth://totp/One:a?secret=${keys.sha1}&GEZDGNBVGY3TQOJQ=`;
  const result = await read(uri);
  expect(reasons(result)).toEqual([['One:a', 'otp/unknown-parameter', '&']]);
  expect(JSON.stringify(result).toUpperCase()).not.toContain('GEZDGNBV');
});

test('an import names several codes of one item after their fields', async () => {
  const item = {
    overview: { title: 'GitHub' },
    details: {
      loginFields: [{ designation: 'username', value: 'ada' }],
      sections: [{ fields: [field('one-time password', keys.sha1), field('Admin', keys.sha256)] }],
    },
  };
  const onePassword = { accounts: [{ vaults: [{ attrs: { name: 'V' }, items: [item] }] }] };
  expect(names(await read(onePassword))).toEqual(['GitHub / ada', 'GitHub / ada (Admin)']);

  const proton = JSON.parse(readFileSync('tests/vectors/transfer/protonPass.json', 'utf8'));
  const data = {
    metadata: { name: 'Bank' },
    content: { itemUsername: 'bo', totpUri: keys.sha1 },
    extraFields: [{ fieldName: 'TOTP 2', type: 'totp', data: { totpUri: keys.sha256 } }],
  };
  const vaults = { v: { name: 'V', items: [{ state: 1, data }] } };
  expect(names(await read({ ...proton, vaults }))).toEqual(['Bank / bo', 'Bank / bo (TOTP 2)']);

  const enpass = {
    folders: [],
    items: [
      {
        title: 'Shop',
        template_type: 'login.default',
        fields: [
          { type: 'totp', label: 'Code', value: keys.sha1 },
          { type: 'totp', label: 'Till', value: keys.sha256 },
        ],
      },
    ],
  };
  expect(names(await read(enpass))).toEqual(['Shop / ', 'Shop / Till']);
});
