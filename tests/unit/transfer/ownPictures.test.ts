import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFile } from '../../../lib/transfer';
import { bytesOf, fixtures } from './fixtures';
import { toolsWith } from './tools';

const encoded = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

test("names the accounts of an Aegis file whose own icon isn't imported", async () => {
  const file = JSON.parse(readFileSync('tests/vectors/transfer/aegis.v3.json', 'utf8'));
  const [first, ...rest] = file.db.entries;
  first.icon = 'iVBORw0KGgo=';
  for (const entry of rest) entry.icon = null;
  const result = await readFile('aegis.json', encoded(file), toolsWith(null));
  const names = first.issuer || first.name;
  expect(result).toMatchObject({
    notes: expect.arrayContaining([{ code: 'pictures-ignored', facts: { count: 1, names } }]),
  });
});

test("names the accounts of a Stratum file whose own icon isn't imported", async () => {
  const fixture = fixtures.find(({ format, password }) => format === 'stratum' && !password);
  if (!fixture) throw new Error('There is no such fixture');
  const file = JSON.parse(new TextDecoder().decode(await bytesOf(fixture)));
  for (const row of file.Authenticators) row.Icon = '@abcdef';
  const result = await readFile('stratum.json', encoded(file), toolsWith(null));
  expect(result.kind === 'read' && result.notes?.map(({ code }) => code)).toContain(
    'pictures-ignored',
  );
});
