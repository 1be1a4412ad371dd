import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AppError } from '../../../lib/errors';
import { readFile } from '../../../lib/transfer';
import { bytesOf, fixtures } from './fixtures';
import { toolsWith } from './tools';

const vector = (file: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`tests/vectors/transfer/${file}`, 'utf8'));
const read = (json: unknown) =>
  readFile('export.json', new TextEncoder().encode(JSON.stringify(json)), toolsWith(null));
const warning = { code: 'newer-schema', facts: { version: 99 } };

const aegis = vector('aegis.v3.json');

test.each([
  ['Aegis: the file', { ...aegis, version: 99 }],
  ['Aegis: the database', { ...aegis, db: { ...Object(aegis['db']), version: 99 } }],
  ['2FAS', { ...vector('twoFas.v4.json'), schemaVersion: 99 }],
  ['Proton Authenticator', { ...vector('protonAuthenticator.json'), version: 99 }],
  ['2FAuth', { ...vector('twoFAuth.json'), schema: 99 }],
])('reads a newer schema with a warning: %s', async (_, json) => {
  const result = await read(json);
  expect(result).toMatchObject({ kind: 'read', notes: expect.arrayContaining([warning]) });
  expect(result.kind === 'read' && result.accounts.length).toBeGreaterThan(0);
});

test('rejects a newer file without a readable row as too new', async () => {
  const db = { version: 99, entries: [{ type: 'quantum', name: 'a' }] };
  await expect(read({ ...aegis, db })).rejects.toThrow(new AppError('format/too-new'));
});

test('rejects an encrypted newer file as too new, without asking for a password', async () => {
  const fixture = fixtures.find(({ format, password }) => format === 'aegis' && password);
  if (!fixture) throw new Error('There is no such fixture');
  const json = JSON.parse(new TextDecoder().decode(await bytesOf(fixture)));
  await expect(read({ ...json, version: 99 })).rejects.toThrow(new AppError('format/too-new'));
});
