import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { keys } from './fixtures/samples';
import { toolsWith } from './tools';

const read = async (content: string | object) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const result = await readFile('', new TextEncoder().encode(text), toolsWith(null));
  if (result.kind !== 'read') throw new Error(result.kind);
  return {
    names: result.accounts.map(({ issuer, account }) => `${issuer} / ${account}`),
    unreadable: result.unreadable.map(({ name, reason }) => `${name}: ${reason}`),
    notes: result.notes?.map(({ code }) => code) ?? [],
  };
};
const uri = (name: string, secret: string) =>
  `otpauth://totp/${name}:a?secret=${secret}&issuer=${name}`;
const [one, two] = [uri('One', keys.sha1), uri('Two', keys.sha256)];
const both = { names: ['One / a', 'Two / a'], unreadable: [], notes: [] };

const login = (more: object, totp: string | null = null) => ({
  encrypted: false,
  items: [{ type: 1, name: 'Shop', login: { username: 'bo', totp }, ...more }],
});

describe('two links in one text are two accounts', () => {
  test.each([
    ['in a text of JSON', { note: `${one} ${two}` }],
    ['in a list of texts', [`${one},${two}`]],
    ['in a code field of JSON', [{ name: 'x', totp: `${one}\n${two}` }]],
    ['in a cell of CSV', `name,totp\nx,"${one}\n${two}"`],
    ['in another column of CSV', `name,totp,fields\nx,${one},2FA: ${two}`],
    ['in the notes of CSV', `name,totp,notes\nx,,"${one} and ${two}"`],
    ['in the code field of an item', login({}, `${one} ${two}`)],
  ])('%s', async (_, content) => {
    const result = await read(content);
    expect({ ...result, names: result.names.toSorted() }).toMatchObject({
      names: both.names,
      unreadable: [],
    });
    expect(result.notes).not.toContain('items-without-code');
  });
});

describe('a code in another place of an item', () => {
  test.each([
    ['in its notes', login({ notes: `old phone: ${one}` }), ['One / a']],
    ['in a field of its own', login({ fields: [{ name: '2FA', value: one }] }), ['One / a']],
    ['beside its own code', login({ notes: two }, one), ['One / a', 'Two / a']],
    [
      'as a link without names',
      login({ notes: `otpauth://totp/?secret=${keys.sha1}` }),
      ['Shop / '],
    ],
    ['the same as its own code', login({ notes: one }, one), ['One / a']],
    ['if the item is in the trash', login({ notes: one, deletedDate: '2026-01-01' }), []],
  ])('is read %s', async (_, content, names) => {
    const result = await read(content);
    expect(result).toMatchObject({ names, unreadable: [] });
    expect(result.notes).toEqual(names.length === 0 ? ['items-without-code'] : []);
  });

  test('is reported if its link is unreadable', async () => {
    expect(await read(login({ notes: `${one}&vendor=x` }))).toMatchObject({
      names: [],
      unreadable: ['Shop: otp/unknown-parameter'],
      notes: [],
    });
  });
});

const keyAndLink = (link: string) => `name,username,secret,url\nShop,bo,${keys.sha1},${link}`;

describe('a key beside a link in a text', () => {
  test.each([
    ['after it', `- ${one} and for Shop: ${keys.sha256}`, ['and for Shop']],
    ['before it', `Shop ${keys.sha256}, ${one}`, ['Shop']],
    ['between two links', `${one} Shop: ${keys.sha512} ${two}`, ['Shop']],
    ['in the next line', `${one}\nShop: ${keys.sha256}`, ['Shop']],
  ])('is reported %s', async (_, text, names) => {
    const { unreadable } = await read(text);
    expect(unreadable).toEqual(names.map((name) => `${name}: format/key-in-text`));
  });

  test("isn't reported if it is the link's own", async () => {
    expect(await read(`- ${one} (key: ${keys.sha1})`)).toMatchObject({
      names: ['One / a'],
      unreadable: [],
    });
  });
});

describe('several codes in a row of CSV', () => {
  test('are two accounts if one is a key and the other is a link with another secret', async () => {
    expect(await read(keyAndLink(two))).toEqual({ ...both, names: ['Two / a', 'Shop / bo'] });
  });

  test('are one account if the link has the same secret, which is unreadable if the link is', async () => {
    expect(await read(keyAndLink(one))).toEqual({ ...both, names: ['One / a'] });
    expect(await read(keyAndLink(`${one}&vendor=x`))).toMatchObject({
      names: [],
      unreadable: ['Shop: otp/unknown-parameter'],
    });
    expect(await read(keyAndLink(`${two}&vendor=x`))).toMatchObject({
      names: ['Shop / bo'],
      unreadable: ['Shop: otp/unknown-parameter'],
    });
  });

  test('are reported if several columns for keys have different keys', async () => {
    const csv = `name,totp,totp\nOne,${keys.sha1},\nTwo,,${keys.sha256}\nThree,${keys.sha1},${keys.sha256}`;
    expect(await read(csv)).toMatchObject({
      names: ['One / ', 'Three / '],
      unreadable: ['Two: format/key-in-text', 'Three: format/key-in-text'],
    });
  });

  test("lead to a question if the columns of the keys' settings are repeated, too", async () => {
    const csv = `name,secret,secret,period,period\nOne,${keys.sha1},${keys.sha256},30,60`;
    await expect(read(csv)).rejects.toThrow('needs-columns');
  });
});
